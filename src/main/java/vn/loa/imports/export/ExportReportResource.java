package vn.loa.imports.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.runtime.Startup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.Page;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** What collided when an export was merged, a line each, in parts. */
@Startup
@Path(ApiPaths.V1 + "/exports/{id}/report")
@RolesAllowed(Roles.ADMIN)
public class ExportReportResource {

    private static final int DEFAULT_SIZE = 1000;
    private static final int MOST = 10_000;
    /** In bytes: most lines have less. */
    private static final int LINE = 500;
    private static final NamedSql REPORT = SqlFile.read("imports/export-report");

    /**
     * A collision, in JSON.
     *
     * @param collision its kind
     * @param id of the article, category or file that came; null for none
     * @param value what collided
     * @param became what has become of it; null when it was left out
     */
    record Line(long number, String collision, UUID id, String value, String became) {
    }

    private final ExportRepository exports;
    private final SqlReader rows;
    private final AnswerBudget budget;
    private final ObjectMapper json;

    ExportReportResource(ExportRepository exports, SqlReader rows, AnswerBudget budget, ObjectMapper json) {
        this.exports = exports;
        this.rows = rows;
        this.budget = budget;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
    }

    @GET
    @Produces(PartType.LINES)
    public RestResponse<String> report(@PathParam("id") UUID id, @QueryParam("after") Integer after, @QueryParam("size") Integer wanted,
            UriInfo uri) throws JsonProcessingException {
        int size = wanted == null ? DEFAULT_SIZE : wanted;
        if (size < 1 || size > MOST) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MOST).asException();
        }
        if (after != null && after < 0) {
            throw Problem.invalidParameter("after", "out-of-range", "must be at least 0").asException();
        }
        if (exports.find(id).isEmpty()) {
            throw ExportResource.notFound();
        }
        budget.reserve((long) size * LINE);
        List<Line> found = rows.read(REPORT.with("export", id).with("after", after == null ? 0L : (long) after).with("limit", size + 1),
                row -> new Line(row.get("number", Long.class), row.text("collision"), row.get("subject_id", UUID.class), row.text("value"),
                        row.text("became")));
        StringBuilder lines = new StringBuilder();
        for (Line line : found.subList(0, Math.min(size, found.size()))) {
            lines.append(json.writeValueAsString(line)).append('\n');
        }
        RestResponse.ResponseBuilder<String> answer = RestResponse.ResponseBuilder.ok(lines.toString());
        return (found.size() > size ? answer.header("Link", Page.nextLink(uri, "after", String.valueOf(found.get(size - 1).number())))
                : answer).build();
    }
}
