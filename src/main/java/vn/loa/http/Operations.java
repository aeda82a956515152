package vn.loa.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import vn.loa.http.body.LargeBody;

/**
 * What every address answers to, and what can be said of its operations before anything but a request's headers has
 * come: read off the framework's own routes and the annotations on them.
 */
@ApplicationScoped
public class Operations {

    /**
     * @param roles any of them will do; none: every caller who is known will do; null: no key is needed
     * @param consumes the media types of its body; none when it reads no body
     * @param produces the media types of its answer, the preferred one first; none when it decides by itself
     * @param large null where no body is larger than a form
     * @param bodyLimit in bytes
     */
    public record Operation(String method, Template path, List<String> roles, List<MediaType> consumes, List<String> produces,
            LargeBody.Kind large, long bodyLimit) {

        public boolean isPublic() {
            return roles == null;
        }

        public boolean admits(SecurityIdentity caller) {
            return isPublic() || !caller.isAnonymous() && (roles.isEmpty() || roles.stream().anyMatch(caller::hasRole));
        }

        public boolean readsBody() {
            return !consumes.isEmpty();
        }
    }

    /** A path with parameters, by its segments; a parameter is null. */
    record Template(String[] segments) {

        static Template of(String template) {
            String[] segments = segments(template);
            for (int n = 0; n < segments.length; n++) {
                segments[n] = segments[n].startsWith("{") ? null : segments[n];
            }
            return new Template(segments);
        }

        static String[] segments(String path) {
            return path.substring(path.startsWith("/") ? 1 : 0, path.length() - (path.length() > 1 && path.endsWith("/") ? 1 : 0))
                    .split("/", -1);
        }

        boolean matches(String[] path) {
            if (path.length != segments.length) {
                return false;
            }
            for (int n = 0; n < path.length; n++) {
                if (segments[n] == null ? path[n].isEmpty() : !segments[n].equals(path[n])) {
                    return false;
                }
            }
            return true;
        }

        /** Whether another template has a word of the path where this one has a parameter: then that one is asked alone. */
        boolean isHiddenBy(Template other, String[] path) {
            for (int n = 0; n < Math.min(segments.length, other.segments.length); n++) {
                if (!Objects.equals(segments[n], other.segments[n])) {
                    return segments[n] == null && n < path.length && path[n].equals(other.segments[n]);
                }
            }
            return false;
        }

        long parameters() {
            return Arrays.stream(segments).filter(segment -> segment == null).count();
        }
    }

    /** Enough for every form, whatever its text is escaped to. */
    private static final long WITH_KEY = 64 * 1024;
    /** A hit has 300 bytes. */
    private static final long WITHOUT_KEY = 4 * 1024;

    private final List<Operation> operations = new ArrayList<>();
    /** Of addresses without parameters, by method and path: nearly all hits are found here. */
    private final Map<String, Map<String, Operation>> literal = new HashMap<>();

    Operations(LimitsConfig limits) {
        RuntimeResourceVisitor.visitRuntimeResources(null, ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitBasePath(String basePath) {
                        // the full paths that follow say everything
                    }

                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        operations.add(operation(method, path, resource, limits));
                    }
                });
        // Of two templates that match the more literal one is meant.
        operations.sort(Comparator.comparingLong(operation -> operation.path.parameters()));
        operations.stream().filter(operation -> operation.path.parameters() == 0).forEach(operation ->
                literal.computeIfAbsent(operation.method, method -> new HashMap<>())
                        .merge("/" + String.join("/", operation.path.segments), operation, Operations::both));
    }

    /** Null when the address does not answer this method. */
    public Operation find(String method, String path) {
        String answered = method.equals("HEAD") ? "GET" : method;
        Operation found = literal.getOrDefault(answered, Map.of()).get(path);
        if (found != null) {
            return found;
        }
        return at(path).filter(operation -> operation.method.equals(answered)).reduce(Operations::both).orElse(null);
    }

    private Stream<Operation> at(String path) {
        String[] segments = Template.segments(path);
        return operations.stream().filter(operation -> operation.path.matches(segments))
                .filter(operation -> operations.stream().noneMatch(other -> operation.path.isHiddenBy(other.path, segments)));
    }

    public boolean knows(String path) {
        return at(path).findAny().isPresent();
    }

    /** What a 405 must say (RFC 9110, section 15.5.6): for example {@code GET, HEAD, OPTIONS}. */
    public String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>();
        at(path).forEach(operation -> methods.add(operation.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** The same address and method, in several forms: one method of a class each. */
    private static Operation both(Operation one, Operation other) {
        if (one.path.parameters() != other.path.parameters()) {
            return one;
        }
        List<String> produces = new ArrayList<>(one.produces);
        other.produces.stream().filter(type -> !produces.contains(type)).forEach(produces::add);
        // Programs that do not say what they want get what is for programs.
        produces.sort(Comparator.comparing(type -> !type.equals(MediaType.APPLICATION_JSON)));
        return new Operation(one.method, one.path, one.roles, one.consumes, List.copyOf(produces), one.large,
                one.bodyLimit);
    }

    private static Operation operation(String method, String path, RuntimeResource resource, LimitsConfig limits) {
        // Addresses that only refuse a method have no class.
        Method code = resource.getResourceClass() == null ? null : methodOf(resource);
        List<String> roles = code == null ? null : roles(resource.getResourceClass(), code).orElse(null);
        // A stranger's body is never large, whatever the operation says.
        LargeBody large = code == null || roles == null ? null : code.getAnnotation(LargeBody.class);
        return new Operation(method, Template.of(path), roles,
                resource.getConsumes() == null ? List.of() : List.copyOf(resource.getConsumes()), produces(resource),
                large == null ? null : large.value(), bodyLimit(large, roles, limits));
    }

    private static List<String> produces(RuntimeResource resource) {
        return resource.getProduces() == null ? List.of()
                : Arrays.stream(resource.getProduces().getSortedOriginalMediaTypes())
                        .map(type -> type.getType() + "/" + type.getSubtype()).toList();
    }

    private static long bodyLimit(LargeBody large, List<String> roles, LimitsConfig limits) {
        if (large == null) {
            return roles == null ? WITHOUT_KEY : WITH_KEY;
        }
        return (large.value() == LargeBody.Kind.FILE ? limits.upload() : limits.body()).asLongValue();
    }

    private static Method methodOf(RuntimeResource resource) {
        try {
            return resource.getResourceClass().getDeclaredMethod(resource.getJavaMethodName(), resource.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty where no key is needed. */
    public static Optional<List<String>> roles(Class<?> type, Method method) {
        RolesAllowed roles = annotation(type, method, RolesAllowed.class);
        if (roles != null) {
            return Optional.of(List.of(roles.value()));
        }
        return annotation(type, method, Authenticated.class) == null ? Optional.empty() : Optional.of(List.of());
    }

    private static <A extends Annotation> A annotation(Class<?> type, Method method, Class<A> annotation) {
        A own = method.getAnnotation(annotation);
        return own == null ? type.getAnnotation(annotation) : own;
    }
}
