package vn.loa.changes;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.listing.Cursor;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;

/** The log of changes, for systems that keep a copy of the published articles. */
@Path(ApiPaths.V1 + "/changes")
public class ChangeResource {

    private static final String SINCE = "since";
    private static final String NOW = "now";

    private final ChangeRepository changes;
    private final ReadServers servers;

    ChangeResource(ChangeRepository changes, ReadServers servers) {
        this.servers = servers;
        this.changes = changes;
    }

    @GET
    @NoCache
    public RestResponse<ChangesView> list(
            @QueryParam(SINCE) String since,
            @QueryParam("size") Integer size,
            UriInfo uri) {
        int limit = new PageRequest(null, size).limit();
        // Whoever was told of a change by another instance finds it here.
        servers.allowReplicaWithoutPrimary();
        ChangeRepository.LogPage page = changes.read(after(since), limit);
        if (page.after() > page.last() && servers.isAtReplica()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Changes that followed this cursor are not known before the database is back.")
                    .asException();
        }
        // A number beyond the last one was lost when the database was restored from a backup.
        if (page.after() < page.deletedTo() || page.after() > page.last()) {
            throw Problem.of(ProblemType.CURSOR_EXPIRED, "Changes that followed this cursor are not known here any more.")
                    .asException();
        }
        String next = Cursor.of(page.end()).toString();
        boolean more = page.end() < page.last();
        RestResponse.ResponseBuilder<ChangesView> answer =
                RestResponse.ResponseBuilder.ok(new ChangesView(page.items(), page.categories(), next, more));
        return (more ? answer.header("Link", Page.nextLink(uri, SINCE, next)) : answer).build();
    }

    /** Null for the oldest stored change. */
    private Long after(String since) {
        if (since == null) {
            return null;
        }
        if (since.equals(NOW)) {
            return changes.newest();
        }
        long place = Cursor.parse(SINCE, since, 1).number(0);
        if (place < 0) {
            throw Problem.invalidParameter(SINCE, "invalid-cursor", "is not a cursor that this list gave").asException();
        }
        return place;
    }
}
