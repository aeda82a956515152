package vn.loa.http.pipeline;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import vn.loa.http.ApiPaths;
import vn.loa.http.Operations;
import vn.loa.http.body.BodyMemory;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@link Stage#CALLER_CHECK} and {@link Stage#PRIVATE_ANSWER}: refuses callers without the role that an operation needs, and
 * keeps caches from storing its answers. Quarkus REST checks roles, too, but after the body's media type. Here 401 and 403
 * come first, whatever else is wrong: {@link KeyedAdmission} has authenticated the caller, and has left a stranger's body
 * unread.
 */
class CallerCheck {

    private final CurrentIdentityAssociation caller;
    private final Operations operations;

    CallerCheck(CurrentIdentityAssociation caller, Operations operations) {
        this.caller = caller;
        this.operations = operations;
    }

    /** A request without a body cannot be refused for its body, so Quarkus REST's own check is early enough for it. */
    @ServerRequestFilter(preMatching = true, priority = Stage.Rest.CALLER_CHECK)
    Uni<Void> refuse(ContainerRequestContext request, RoutingContext context) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return null;
        }
        BodyMemory.Reservation held = BodyMemory.reservationOf(context);
        if (held != null) {
            // The resource works on the body even after the caller hung up, so the memory stays reserved until it is done.
            held.passOn();
            CurrentRequestManager.get().registerCompletionCallback(failure -> held.release());
        }
        Operations.Operation operation = operations.find(request.getMethod(), context.normalizedPath());
        return operation == null || operation.isPublic() ? null
                : caller.getDeferredIdentity().invoke(identity -> refuse(identity, operation)).replaceWithVoid();
    }

    private static void refuse(SecurityIdentity identity, Operations.Operation operation) {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!operation.admits(identity)) {
            throw Problem.of(ProblemType.FORBIDDEN, "This needs the role " + String.join(" or ", operation.roles()) + ".")
                    .asException();
        }
    }

    @ServerResponseFilter(priority = Stage.Rest.PRIVATE_ANSWER)
    void keepPrivate(ResourceInfo resource, ContainerResponseContext response) {
        // There is no resource when no operation was found, or when a filter refused the request before the match.
        if (resource != null && resource.getResourceMethod() != null
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                && Operations.roles(resource.getResourceClass(), resource.getResourceMethod()).isPresent()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE);
        }
    }
}
