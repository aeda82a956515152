package vn.loa.changes;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;
import vn.loa.http.ApiPaths;
import vn.loa.listing.Cursor;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The log of changes, for systems that keep a copy of the published articles. */
@Path(ApiPaths.V1 + "/changes")
@Tag(name = "feeds")
@Transactional
public class ChangeResource {

    private static final String SINCE = "since";
    private static final String NOW = "now";

    private final ChangeRepository changes;

    ChangeResource(ChangeRepository changes) {
        this.changes = changes;
    }

    @GET
    @NoCache
    @Operation(operationId = "listChanges", summary = "What has changed since",
            description = "Every publish, update, withdrawal and removal, each once, in the order in which they became "
                    + "visible. To keep a copy: take a cursor with `since=now`, read all articles (with the "
                    + "request header `Cache-Control: no-cache`), and from then on ask "
                    + "with each answer's `nextCursor`. Changes are kept for 90 days unless set otherwise "
                    + "(`loa.changes.keep`).")
    @APIResponse(responseCode = "200", description = "The changes that follow the cursor.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ChangesView list(
            @Parameter(description = "The `nextCursor` of the answer before. `now`: after everything that has happened "
                    + "so far. Without it: from the oldest change that is kept.", example = NOW)
            @QueryParam(SINCE) String since,
            @Parameter(description = "At most so many changes.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1",
                    maximum = "100", defaultValue = "20"))
            @QueryParam("size") Integer size) {
        int limit = new PageRequest(null, size).limit();
        ChangeRepository.LogPage page = changes.read(after(since), limit);
        // A number beyond the last one was lost when the database was restored from a backup.
        if (page.after() < page.deletedTo() || page.after() > page.last()) {
            throw Problem.of(ProblemType.CURSOR_EXPIRED, "Changes that followed this cursor are not known here any more.")
                    .asException();
        }
        return new ChangesView(page.items(), Cursor.of(page.end()).toString(), page.end() < page.last());
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
