package vn.loa.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * What holds for every operation that needs a key, read off the annotations that say so. The framework enforces them
 * after it has looked at the body's media type; here strangers are refused before, so that 401 and 403 come first
 * whatever else is wrong. And what is answered is for the caller alone.
 */
class CallersFirst {

    /** @param roles any of them will do; none: every caller who is known will do */
    private record Door(String method, Pattern path, List<String> roles) {
    }

    private final CurrentIdentityAssociation caller;
    private volatile List<Door> doors;

    CallersFirst(CurrentIdentityAssociation caller) {
        this.caller = caller;
    }

    /** Only what has a body can be refused for its body. */
    @ServerRequestFilter(preMatching = true)
    Uni<Void> refuse(ContainerRequestContext request, RoutingContext context) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return null;
        }
        return doors().stream()
                .filter(door -> door.method.equals(request.getMethod())
                        && door.path.matcher(context.normalizedPath()).matches())
                .findFirst()
                .map(door -> caller.getDeferredIdentity().invoke(identity -> refuse(identity, door)).replaceWithVoid())
                .orElse(null);
    }

    private static void refuse(SecurityIdentity identity, Door door) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!door.roles.isEmpty() && door.roles.stream().noneMatch(identity::hasRole)) {
            throw Problem.of(ProblemType.FORBIDDEN, "This needs the role " + String.join(" or ", door.roles) + ".").asException();
        }
    }

    @ServerResponseFilter
    void keepPrivate(ResourceInfo resource, ContainerResponseContext response) {
        if (resource.getResourceMethod() != null && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                && roles(resource.getResourceClass(), resource.getResourceMethod()).isPresent()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }

    /** The routes are known when the first request comes. */
    private List<Door> doors() {
        if (doors == null) {
            doors = readDoors();
        }
        return doors;
    }

    private static List<Door> readDoors() {
        List<Door> doors = new ArrayList<>();
        RuntimeResourceVisitor.visitRuntimeResources(null, ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        // Addresses that only refuse a method have none.
                        if (resource.getResourceClass() != null) {
                            roles(resource.getResourceClass(), methodOf(resource)).ifPresent(roles ->
                                    doors.add(new Door(method, AllowedMethods.pattern(path), roles)));
                        }
                    }
                });
        return List.copyOf(doors);
    }

    private static Method methodOf(RuntimeResource resource) {
        try {
            return resource.getResourceClass().getDeclaredMethod(resource.getJavaMethodName(), resource.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<List<String>> roles(Class<?> type, Method method) {
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
