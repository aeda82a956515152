package vn.loa.visitor.read;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;

/** The site's counters and their stream. Both come from memory, so that readers cost the database nothing. */
@Path(ApiPaths.V1 + "/visitors")
@Tag(name = "visitors")
@NonBlocking
public class VisitorsResource {

    private final VisitorsSnapshot snapshot;
    private final VisitorsStream stream;

    VisitorsResource(VisitorsSnapshot snapshot, VisitorsStream stream) {
        this.snapshot = snapshot;
        this.stream = stream;
    }

    @GET
    @Operation(operationId = "getVisitors", summary = "The site's counters",
            description = "Who is here now, who came today, and who came in all. Read from the database once a second; "
                    + "while that is away, the last ones that were read, with their time.")
    @APIResponse(responseCode = "200", description = "The counters.")
    public RestResponse<VisitorsView> visitors() {
        return RestResponse.ResponseBuilder.ok(snapshot.latest()).header("Cache-Control", "public, max-age=1").build();
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamVisitors", summary = "The site's counters, live",
            description = "Server-sent events: an event `visitors` with the counters as JSON at once, and again whenever "
                    + "they have changed, at most once a second; a comment every 15 seconds. There are places for a "
                    + "limited number of listeners (503), and for fewer from one address (429).")
    @APIResponse(responseCode = "200", description = "The stream.", content = @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "example", value = "event: visitors\nretry: 5000\n"
                    + "data: {\"online\":7,\"today\":2898,\"total\":1312208,\"asOf\":\"2026-07-15T05:00:00Z\"}\n\n")))
    @APIResponse(responseCode = "429", ref = "Problem429")
    public RestResponse<Object> stream(@Context RoutingContext context) {
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.ok()
                .header("Content-Type", MediaType.SERVER_SENT_EVENTS).header("Cache-Control", "no-store");
        // HEAD ends at once and takes no place.
        return context.request().method() == HttpMethod.HEAD ? answer.build()
                : answer.entity(stream.listen(context.request())).build();
    }
}
