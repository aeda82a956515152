package vn.loa.visitor.imported;

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
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.json.StrictJsonReader;

/** Sets the imported total: the visits that an earlier system counted before the first day of the history. */
@Path(ApiPaths.V1 + "/visitors/base")
@Transactional
public class ImportedTotalResource {

    /** The imported total as an admin sends it. */
    public record ImportedTotal(
            @NotNull(message = "must be given") @Min(value = 0, message = "must be at least {value}")
            @Max(value = ImportedCounters.MOST, message = "must be at most {value}")
            Long total) {
    }

    private final ImportedCounters counters;
    private final StrictJsonReader bodies;
    private final Event<AuditEvent> audit;

    ImportedTotalResource(ImportedCounters counters, StrictJsonReader bodies, Event<AuditEvent> audit) {
        this.counters = counters;
        this.bodies = bodies;
        this.audit = audit;
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<Void> put(JsonNode body) {
        ImportedTotal imported = bodies.read(body, ImportedTotal.class);
        counters.putBase(imported.total());
        audit.fire(new AuditEvent("visitors.put-base", "visitors", null, null, null, Map.of("total", imported.total()), null));
        return RestResponse.noContent();
    }
}
