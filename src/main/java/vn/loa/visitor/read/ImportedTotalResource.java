package vn.loa.visitor.read;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;

/** Sets the imported total: the visits that an earlier system counted before the first day of the history. */
@Path(ApiPaths.V1 + "/visitors/base")
@Tag(name = "visitors")
@Transactional
public class ImportedTotalResource {

    /** The imported total as an admin sends it. */
    @Schema(name = "VisitorBase", description = "What an earlier system counted on the whole site.")
    public record ImportedTotal(
            @Schema(description = "All visits that belong to no day of the history.", examples = "1309310", required = true)
            @NotNull(message = "must be given") @Min(value = 0, message = "must be at least {value}")
            @Max(value = HistoryResource.MOST, message = "must be at most {value}")
            Long total) {
    }

    private final CounterHistory history;
    private final StrictJsonReader bodies;
    private final Event<AuditEvent> audit;

    ImportedTotalResource(CounterHistory history, StrictJsonReader bodies, Event<AuditEvent> audit) {
        this.history = history;
        this.bodies = bodies;
        this.audit = audit;
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putVisitorBase", summary = "Sets the base of the total",
            description = "Takes over what an earlier system counted. `total` is this and the visits of every day. Doing it "
                    + "again changes nothing.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ImportedTotal.class), examples = @ExampleObject(name = "example",
            value = "{\"total\": 1309310}")))
    @APIResponse(responseCode = "204", description = "The base is as it was sent.")
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<Void> put(JsonNode body) {
        ImportedTotal imported = bodies.read(body, ImportedTotal.class);
        history.putBase(imported.total());
        audit.fire(new AuditEvent("visitors.put-base", "visitors", null, null, null, Map.of("total", imported.total()), null));
        return RestResponse.noContent();
    }
}
