package vn.loa.citation.check;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.http.ApiPaths;
import vn.loa.http.body.PublicText;
import vn.loa.http.client.RequestCost;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.ReadServers;

/** Checks the citations of a text that somebody sends. Stores nothing. */
@Path(ApiPaths.V1 + "/citations/check")
public class CitationCheckResource {

    private final CitationCheck check;
    private final StrictJsonReader bodies;
    private final ReadServers servers;

    CitationCheckResource(CitationCheck check, StrictJsonReader bodies, ReadServers servers) {
        this.servers = servers;
        this.check = check;
        this.bodies = bodies;
    }

    @POST
    @RequestCost(10)
    @PublicText
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<CheckView> check(JsonNode body) {
        FieldErrors errors = new FieldErrors();
        CheckRequest request = bodies.read(body, CheckRequest.class, errors);
        if (request != null && !DirectiveInput.isInRange(request.inForceOn())) {
            errors.add("/inForceOn", "out-of-range", "must be a date of four-figure years");
        }
        errors.throwIfAny();
        servers.allowReplica();
        return RestResponse.ResponseBuilder.ok(check.check(request.text(), request.inForceOn()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
