package vn.loa.imports.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Fingerprint;
import vn.loa.http.Roles;
import vn.loa.http.StoredTypes;
import vn.loa.http.answer.LongBody;
import vn.loa.http.body.LargeBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** The parts of exports, out and in. */
@Path(ApiPaths.V1 + "/exports/{id}/parts/{number}")
@RolesAllowed(Roles.ADMIN)
public class ExportPartResource {

    /** More than an export can have: parts of 64 kB at least. */
    private static final int MOST = 1_000_000;

    private final ExportRepository exports;
    private final ExportFiles files;

    ExportPartResource(ExportRepository exports, ExportFiles files) {
        this.exports = exports;
        this.files = files;
    }

    @GET
    @StoredTypes({PartType.GZIP, PartType.LINES})
    public RestResponse<LongBody> get(@PathParam("id") UUID id, @PathParam("number") Integer number,
            @Context Request request, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        requireInRange(number);
        ExportView export = exports.find(id).orElseThrow(ExportResource::notFound);
        ExportPart part = exports.part(id, number).orElseThrow(ExportPartResource::noPart);
        return files.answer(export, List.of(part), request, headers, response);
    }

    /** Sent again it takes the place of what came before. */
    @PUT
    @Consumes({PartType.GZIP, PartType.LINES})
    @LargeBody(LargeBody.Kind.FILE)
    public RestResponse<Void> put(@PathParam("id") UUID id, @PathParam("number") Integer number, byte[] body) {
        requireInRange(number);
        if (body == null || body.length == 0) {
            throw Problem.of(ProblemType.BAD_REQUEST, "A part has at least one line.").asException();
        }
        ExportPart part = new ExportPart(number, body.length, null, Fingerprint.of("", body));
        QuarkusTransaction.requiringNew().run(() -> {
            if (exports.find(id).isEmpty()) {
                throw ExportResource.notFound();
            }
            if (!exports.lockReceiving(id)) {
                throw ExportResource.conflict("It takes no parts: it was written here, or its import has begun.");
            }
            exports.put(id, part, body);
        });
        return RestResponse.noContent();
    }

    private static void requireInRange(int number) {
        if (number < 1 || number > MOST) {
            throw Problem.invalidParameter("number", "out-of-range", "must be from 1 to " + MOST).asException();
        }
    }

    private static ProblemException noPart() {
        return Problem.of(ProblemType.NOT_FOUND, "The export has no part of this number, or not yet.").asException();
    }
}
