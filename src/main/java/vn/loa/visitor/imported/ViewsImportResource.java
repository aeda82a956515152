package vn.loa.visitor.imported;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.access.AuditEvent;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;

/** Takes over what an earlier system counted of many articles, all of a request or nothing. */
@Path(ApiPaths.V1 + "/views")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class ViewsImportResource {

    private static final CounterTable TABLE =
            new CounterTable(List.of("article", "day", "views"), Set.of("article", "views"), ViewsRequest.MOST);

    private final ImportedCounters counters;
    private final CounterCheck check;
    private final StrictJsonReader bodies;
    private final ObjectMapper json;
    private final Event<AuditEvent> audit;

    ViewsImportResource(ImportedCounters counters, CounterCheck check, StrictJsonReader bodies, ObjectMapper json,
            Event<AuditEvent> audit) {
        this.counters = counters;
        this.check = check;
        this.bodies = bodies;
        this.json = json;
        this.audit = audit;
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CounterTable.MEDIA_TYPE})
    @LargeBody(LargeBody.Kind.DOCUMENT)
    public CountersReport put(String body, HttpHeaders headers) throws JsonProcessingException {
        FieldErrors errors = new FieldErrors();
        if (CounterTable.isOne(headers)) {
            return put(TABLE.read(body, line -> new ViewsRequest.Item(
                    line.text("article"), line.day("day"), line.number("views")), errors), errors);
        }
        ViewsRequest request = bodies.read(json.readTree(body), ViewsRequest.class, errors);
        return put(request == null || request.items() == null ? List.of() : request.items(), errors);
    }

    private CountersReport put(List<ViewsRequest.Item> items, FieldErrors errors) {
        List<ImportedViews> views = check.views(items, errors);
        errors.throwIfAny();
        counters.putViews(views);
        audit.fire(new AuditEvent("visitors.put-views", "visitors", null, null, null, Map.of("replaced", items.size()), null));
        return new CountersReport(items.size());
    }
}
