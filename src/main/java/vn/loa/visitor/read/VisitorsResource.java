package vn.loa.visitor.read;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;

/** The site's counters and their stream. Both come from memory, so that readers cost the database nothing. */
@Path(ApiPaths.V1 + "/visitors")
@NonBlocking
public class VisitorsResource {

    private final VisitorsSnapshot snapshot;
    private final VisitorsStream stream;

    VisitorsResource(VisitorsSnapshot snapshot, VisitorsStream stream) {
        this.snapshot = snapshot;
        this.stream = stream;
    }

    @GET
    public RestResponse<VisitorsView> visitors() {
        return RestResponse.ResponseBuilder.ok(snapshot.latest()).header("Cache-Control", "public, max-age=1").build();
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public RestResponse<Object> stream(@Context RoutingContext context) {
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.ok()
                .header("Content-Type", MediaType.SERVER_SENT_EVENTS).header("Cache-Control", "no-store");
        // HEAD ends at once and takes no place.
        return context.request().method() == HttpMethod.HEAD ? answer.build()
                : answer.entity(stream.listen(context.request())).build();
    }
}
