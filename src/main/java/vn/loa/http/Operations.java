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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import vn.loa.http.body.LargeBody;
import vn.loa.http.body.PublicText;
import vn.loa.http.client.RequestCost;

/**
 * The table of all operations of the API. The stages before the resources judge a request by it when only the headers have
 * come: which methods a path answers, who may call the operation, and which body it reads. The table is made from the routes
 * of Quarkus REST and the annotations on their methods.
 */
@ApplicationScoped
public class Operations {

    /**
     * @param template of the path
     * @param roles each suffices; empty: every caller with a valid key may call it; null: no key is needed
     * @param consumes the media types of the body; empty when the operation reads no body
     * @param produces the media types of the answer, the preferred one first; empty when the resource chooses
     * @param typeIsStored whether the resource chooses among {@code produces}
     * @param large null when its bodies have the size of a form
     * @param bodyLimit in bytes
     * @param fileLimit of a file where pages are read, too
     * @param cost see {@link RequestCost}
     */
    public record Operation(String method, String template, PathTemplate path, List<String> roles, List<MediaType> consumes, List<String> produces,
            boolean typeIsStored, LargeBody.Kind large, long bodyLimit, long fileLimit, int cost) {

        /** What a body of this content type is; null when it has the size of a form. */
        public LargeBody.Kind kind(String contentType) {
            return large == null ? null : large.of(MediaTypes.name(contentType));
        }

        /** The limit of a body of this content type, in bytes. */
        public long bodyLimit(String contentType) {
            return large == LargeBody.Kind.PAGE_OR_FILE && kind(contentType) == LargeBody.Kind.FILE ? fileLimit : bodyLimit;
        }

        public boolean isPublic() {
            return roles == null;
        }

        public boolean admits(SecurityIdentity caller) {
            return isPublic() || !caller.isAnonymous() && (roles.isEmpty() || roles.stream().anyMatch(caller::hasRole));
        }

        /** Whether a caller without a key may send more than a small form. */
        public boolean readsPublicText() {
            return isPublic() && bodyLimit > WITHOUT_KEY;
        }

        public boolean readsBody() {
            return !consumes.isEmpty();
        }
    }

    /** The limit of a body with a key: enough for every form, even if all its text is escaped. */
    private static final long WITH_KEY = 64 * 1024;
    /** The limit without a key. A hit has at most 300 bytes. */
    private static final long WITHOUT_KEY = 4 * 1024;

    private final List<Operation> operations = new ArrayList<>();
    /** Operations whose path has no parameters, by method and path: a hit, the most frequent body, is found here. */
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
        // Of two templates that match, the one with fewer parameters is meant.
        operations.sort(Comparator.comparingLong(operation -> operation.path.parameters()));
        operations.stream().filter(operation -> operation.path.parameters() == 0).forEach(operation ->
                literal.computeIfAbsent(operation.method, method -> new HashMap<>())
                        .merge("/" + String.join("/", operation.path.segments()), operation, Operations::join));
    }

    /** Null when the path does not answer this method. */
    public Operation find(String method, String path) {
        String answered = method.equals("HEAD") ? "GET" : method;
        Operation found = literal.getOrDefault(answered, Map.of()).get(path);
        if (found != null) {
            return found;
        }
        return at(path).filter(operation -> operation.method.equals(answered)).reduce(Operations::join).orElse(null);
    }

    private Stream<Operation> at(String path) {
        String[] segments = PathTemplate.segments(path);
        return operations.stream().filter(operation -> operation.path.matches(segments))
                .filter(operation -> operations.stream().noneMatch(other -> operation.path.isHiddenBy(other.path, segments)));
    }

    /** The template of a path, such as {@code /api/v1/articles/{article}}; null when no operation has it. */
    public String template(String path) {
        return at(path).map(Operation::template).findFirst().orElse(null);
    }

    /** Whether the path answers any method. */
    public boolean knows(String path) {
        return at(path).findAny().isPresent();
    }

    /** The {@code Allow} header of a 405 (RFC 9110, section 15.5.6), such as {@code GET, HEAD, OPTIONS}. */
    public String allowed(String path) {
        TreeSet<String> methods = new TreeSet<>();
        at(path).forEach(operation -> methods.add(operation.method));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** Joins two operations of one path and method, which differ in the media type of the answer. */
    private static Operation join(Operation one, Operation other) {
        if (one.path.parameters() != other.path.parameters()) {
            return one;
        }
        List<String> produces = new ArrayList<>(one.produces);
        other.produces.stream().filter(type -> !produces.contains(type)).forEach(produces::add);
        // A client without Accept gets JSON.
        produces.sort(Comparator.comparing(type -> !type.equals(MediaType.APPLICATION_JSON)));
        return new Operation(one.method, one.template, one.path, one.roles, one.consumes, List.copyOf(produces), one.typeIsStored, one.large,
                one.bodyLimit, one.fileLimit, Math.max(one.cost, other.cost));
    }

    private static Operation operation(String method, String path, RuntimeResource resource, LimitsConfig limits) {
        // A route that only refuses a method has no class.
        Method code = resource.getResourceClass() == null ? null : methodOf(resource);
        List<String> roles = code == null ? null : roles(resource.getResourceClass(), code).orElse(null);
        // Without a key a body is never large, whatever the annotation says.
        LargeBody large = code == null || roles == null ? null : code.getAnnotation(LargeBody.class);
        StoredTypes stored = code == null ? null : code.getAnnotation(StoredTypes.class);
        return new Operation(method, path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path, PathTemplate.of(path), roles,
                resource.getConsumes() == null ? List.of() : List.copyOf(resource.getConsumes()),
                stored == null ? produces(resource) : List.of(stored.value()), stored != null, large == null ? null : large.value(),
                code != null && code.isAnnotationPresent(PublicText.class) ? WITH_KEY : bodyLimit(large, roles, limits),
                limits.file().asLongValue(), cost(code));
    }

    private static int cost(Method code) {
        RequestCost cost = code == null ? null : code.getAnnotation(RequestCost.class);
        return cost == null ? 1 : cost.value();
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

    /** The roles that the annotations name; empty where no key is needed. */
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
