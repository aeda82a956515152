package vn.loa.http.pipeline;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Prefer;

/**
 * {@link Stage#MINIMAL_ANSWER}: leaves the body out for clients that prefer that (RFC 7240, section 4.2). The status stays, because
 * generators make clients for a 204 whose every answer may be null. So do {@code Location}, and the {@code ETag} of the new state:
 * the next change needs no reading in between.
 */
class MinimalAnswers {

    @MayBeMinimal
    @ServerResponseFilter(priority = Stage.Rest.MINIMAL_ANSWER)
    void shorten(RoutingContext context, ContainerResponseContext response) {
        boolean created = response.getStatus() == Response.Status.CREATED.getStatusCode();
        // A 200 without an ETag shows nothing that was written: a dry run.
        boolean changed = response.getStatus() == Response.Status.OK.getStatusCode()
                && response.getHeaders().containsKey(HttpHeaders.ETAG);
        if ((created || changed) && Prefer.of(context.request().headers()) == Prefer.MINIMAL) {
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().putSingle(Prefer.APPLIED, Prefer.MINIMAL.applied());
        }
    }
}
