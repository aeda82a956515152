package vn.loa.http;

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
import vn.loa.http.body.BodyMemory;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * What holds for every operation that needs a key. The framework asks for it after it has looked at the body's media
 * type; here strangers are refused before, so that 401 and 403 come first whatever else is wrong: {@link Admission} has
 * found out by then, and has left the body of a stranger unread. And what is answered is for the caller alone.
 */
class EarlyAuthorization {

    private final CurrentIdentityAssociation caller;
    private final Operations operations;

    EarlyAuthorization(CurrentIdentityAssociation caller, Operations operations) {
        this.caller = caller;
        this.operations = operations;
    }

    /** Only what has a body can be refused for its body. */
    @ServerRequestFilter(preMatching = true)
    Uni<Void> refuse(ContainerRequestContext request, RoutingContext context) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return null;
        }
        BodyMemory.Reservation held = BodyMemory.reservationOf(context);
        if (held != null) {
            // A caller who hangs up does not end the work on what was sent.
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

    @ServerResponseFilter
    void keepPrivate(ResourceInfo resource, ContainerResponseContext response) {
        // There is none where no operation was found, or the request was refused before one was looked for.
        if (resource != null && resource.getResourceMethod() != null
                && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)
                && Operations.roles(resource.getResourceClass(), resource.getResourceMethod()).isPresent()) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
    }
}
