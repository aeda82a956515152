package vn.loa.imports.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.access.AuditEvent;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Exports. An admin alone begins them, and has full ones. */
@Path(ApiPaths.V1 + "/exports")
@RolesAllowed(Roles.ADMIN)
@Transactional
public class ExportResource {

    private final ExportRepository exports;
    private final ExportConfig config;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final SecurityIdentity caller;
    private final Event<AuditEvent> audit;
    private final Clock clock;

    ExportResource(ExportRepository exports, ExportConfig config, StrictJsonReader bodies, Idempotency idempotency,
            SecurityIdentity caller, Event<AuditEvent> audit, Clock clock) {
        this.exports = exports;
        this.config = config;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    public RestResponse<Page<ExportView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        return exports.list(paging.of(uri, ExportRepository.NEWEST_FIRST)).answer(uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<ExportView> create(JsonNode body) {
        ExportRequest request = bodies.read(body, ExportRequest.class);
        return idempotency.once(() -> create(request));
    }

    private RestResponse<ExportView> create(ExportRequest request) {
        exports.lockAdding();
        if (exports.count() >= config.most()) {
            throw conflict("There are " + config.most() + " exports. Delete one that is not needed.");
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        boolean uploaded = request.kind().equals("uploaded");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        exports.add(id, request.kind(), uploaded ? "receiving" : "waiting", !Boolean.FALSE.equals(request.compressed()),
                caller.getPrincipal().getName(), now, uploaded ? now.plus(config.kept()) : null);
        if (request.kind().equals("full")) {
            exports.nameSelf(id, now);
        }
        record("export.create", id, Map.of("kind", request.kind()));
        return RestResponse.ResponseBuilder.<ExportView>create(RestResponse.Status.ACCEPTED).entity(find(id).with(List.of()))
                .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/exports/" + id).build();
    }

    @GET
    @Path("/{id}")
    public ExportView get(@PathParam("id") UUID id) {
        return find(id).with(exports.parts(id));
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id) {
        if (find(id).state().equals("importing")) {
            throw conflict("It is being imported. Wait until that has ended.");
        }
        if (!exports.delete(id)) {
            throw notFound();
        }
        record("export.delete", id, Map.of());
    }

    @POST
    @Path("/{id}/import")
    public RestResponse<ExportView> start(@PathParam("id") UUID id, @QueryParam("merge") String merge) {
        if (merge != null && !SourceName.isName(merge)) {
            throw Problem.invalidParameter("merge", "wrong-form", "must be words of a-z and 0-9 with hyphens between them, at most "
                    + SourceName.LONGEST + " characters").asException();
        }
        ExportView export = find(id);
        List<ExportPart> parts = exports.parts(id);
        if (!export.wasUploaded()) {
            throw conflict("It was written here. An export that was uploaded can be imported.");
        }
        if (parts.isEmpty() || parts.get(parts.size() - 1).number() != parts.size()) {
            throw conflict("Its parts are not complete: upload each part from 1 on under the number that it has.");
        }
        if (merge == null && exports.hasContent()) {
            throw ExportFault.notEmpty().asProblem();
        }
        if (!exports.start(id, merge)) {
            throw conflict("It is being imported, or was.");
        }
        record("export.import", id, merge == null ? Map.of("parts", parts.size()) : Map.of("parts", parts.size(), "merge", merge));
        return RestResponse.ResponseBuilder.<ExportView>create(RestResponse.Status.ACCEPTED).entity(find(id).with(parts))
                .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/exports/" + id).build();
    }

    private ExportView find(UUID id) {
        return exports.find(id).orElseThrow(ExportResource::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no export of this id.").asException();
    }

    static ProblemException conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail).asException();
    }

    private void record(String action, UUID id, Map<String, Object> details) {
        audit.fire(new AuditEvent(action, "export", id, null, null, details, null));
    }
}
