package vn.loa.support;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.app.ContractResource;

/** The methods of all resources by method and address, such as {@code GET /api/v1/articles/{article}}. */
public final class ResourceMethods {

    /** A method with the media types that its annotations name, without their parameters; none are named for JSON answers. */
    public record ResourceMethod(Class<?> resource, Method method, Set<String> consumes, Set<String> produces) {
    }

    /** Read once. */
    private static final Map<String, List<ResourceMethod>> BY_ADDRESS = Collections.unmodifiableMap(read());

    private ResourceMethods() {
    }

    /** Several methods may answer one address in different forms. Those that serve the contract itself are left out. */
    public static Map<String, List<ResourceMethod>> byAddress() {
        return BY_ADDRESS;
    }

    private static Map<String, List<ResourceMethod>> read() {
        Map<String, List<ResourceMethod>> all = new TreeMap<>();
        OwnClasses.annotatedWith(Path.class).filter(type -> type != ContractResource.class)
                .forEach(type -> Arrays.stream(type.getDeclaredMethods()).forEach(method -> verb(method).ifPresent(verb ->
                        all.computeIfAbsent(verb + " " + address(type, method), address -> new ArrayList<>())
                                .add(new ResourceMethod(type, method, consumed(type, method), produced(type, method))))));
        return all;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null).map(HttpMethod::value).findFirst();
    }

    private static String address(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        return ("/" + type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value()))
                .replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static Set<String> consumed(Class<?> type, Method method) {
        return types(annotation(type, method, Consumes.class).map(Consumes::value));
    }

    private static Set<String> produced(Class<?> type, Method method) {
        return types(annotation(type, method, Produces.class).map(Produces::value));
    }

    private static Set<String> types(Optional<String[]> named) {
        return named.stream().flatMap(Stream::of).map(type -> type.replaceAll(";.*", "")).collect(Collectors.toSet());
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> type, Method method, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation)).or(() -> Optional.ofNullable(type.getAnnotation(annotation)));
    }
}
