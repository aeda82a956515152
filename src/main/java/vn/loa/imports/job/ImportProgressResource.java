package vn.loa.imports.job;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.Roles;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;

/** How far a job has come, live. */
@Path(ImportJobResource.PATH + "/{id}/progress")
@RolesAllowed(Roles.PUBLISHER)
public class ImportProgressResource {

    /** No cache keeps the stream, and no proxy compresses it, which would hold events back. */
    private static final String UNTOUCHED = "no-store, no-transform";

    private final ImportJobRepository jobs;
    private final ImportProgress progress;

    ImportProgressResource(ImportJobRepository jobs, ImportProgress progress) {
        this.jobs = jobs;
        this.progress = progress;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public RestResponse<Object> watch(@PathParam("id") UUID id, @Context RoutingContext context) {
        ImportJob job = jobs.get(id);
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.ok()
                .header("Content-Type", MediaType.SERVER_SENT_EVENTS).header("Cache-Control", UNTOUCHED)
                // nginx would hold events back until some kilobytes have come.
                .header("X-Accel-Buffering", "no");
        // HEAD ends at once and takes no place.
        if (context.request().method() == HttpMethod.HEAD) {
            return answer.build();
        }
        return answer.entity(job.state().hasEnded() ? progress.event(job) : progress.listen(context, job)).build();
    }
}
