package vn.loa.visitor;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.web.Api;

/** The site's counters. */
@Path(Api.V1 + "/visitors")
@Tag(name = "visitors")
@Transactional
public class VisitorsResource {

    private final VisitorCounters counters;

    VisitorsResource(VisitorCounters counters) {
        this.counters = counters;
    }

    @GET
    @Operation(operationId = "getVisitors", summary = "The site's counters",
            description = "Who is here now, who came today, and who came in all.")
    @APIResponse(responseCode = "200", description = "The counters now.")
    public VisitorsView visitors() {
        return counters.site();
    }
}
