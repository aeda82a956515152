package vn.loa.imports.export;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.StoredTypes;
import vn.loa.http.answer.LongBody;
import vn.loa.http.answer.LongDownloads;
import vn.loa.http.client.RequestCost;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;

/** The newest export that is done, as one file: for anybody what the public may read, for an admin everything that is no secret. */
@Path(ApiPaths.V1 + "/export")
public class NewestExportResource {

    private static final String PUBLIC = "public";
    private static final List<String> KINDS = List.of("full", PUBLIC);

    private final ExportRepository exports;
    private final ExportFiles files;
    private final LongDownloads downloads;
    private final SecurityIdentity caller;
    private final ReadServers servers;

    NewestExportResource(ExportRepository exports, ExportFiles files, LongDownloads downloads, SecurityIdentity caller,
            ReadServers servers) {
        this.servers = servers;
        this.exports = exports;
        this.files = files;
        this.downloads = downloads;
        this.caller = caller;
    }

    @GET
    @RequestCost(20)
    @StoredTypes({PartType.GZIP, PartType.LINES})
    public RestResponse<LongBody> get(@QueryParam("kind") String kind, @Context Request request, @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        String wanted = kind == null ? KINDS.get(0) : kind;
        if (!KINDS.contains(wanted)) {
            throw Problem.invalidParameter("kind", "unknown-value", "must be one of " + String.join(", ", KINDS)).asException();
        }
        boolean admin = caller.hasRole(Roles.ADMIN);
        if (!admin && !wanted.equals(PUBLIC)) {
            throw caller.isAnonymous() ? new UnauthorizedException() : new ForbiddenException("a full export is the admin's business");
        }
        // No stamp tells of exports: the newest one is the primary's to say.
        servers.allowReplicaWithoutPrimary();
        ExportView export = exports.newest(wanted, !admin).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND,
                "No export of this kind is done. POST /exports begins one.").asException());
        if (!admin) {
            downloads.take();
        }
        return files.answer(export, exports.parts(export.id()), request, headers, response);
    }
}
