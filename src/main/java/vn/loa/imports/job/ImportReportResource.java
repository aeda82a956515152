package vn.loa.imports.job;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.Roles;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.imports.job.store.ImportContent;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.listing.Page;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** What became of each item of a job, a line each, in parts. */
@Startup
@Path(ImportJobResource.PATH + "/{id}/report")
@RolesAllowed(Roles.PUBLISHER)
public class ImportReportResource {

    private static final int DEFAULT_SIZE = 1000;
    private static final int MOST = 10_000;
    /** In bytes: most lines have less. */
    private static final int LINE = 500;
    private static final NamedSql REPORT = SqlFile.read("imports/import-report");

    private final ImportJobRepository jobs;
    private final SqlReader rows;
    private final AnswerBudget budget;
    private final ObjectMapper json;

    ImportReportResource(ImportJobRepository jobs, SqlReader rows, AnswerBudget budget, ObjectMapper json) {
        this.jobs = jobs;
        this.rows = rows;
        this.budget = budget;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
    }

    @GET
    @Produces(ImportContent.LINES)
    public RestResponse<String> report(@PathParam("id") UUID id, @QueryParam("status") String status, @QueryParam("after") Integer after,
            @QueryParam("size") Integer wanted, UriInfo uri) throws JsonProcessingException {
        int size = wanted == null ? DEFAULT_SIZE : wanted;
        if (size < 1 || size > MOST) {
            throw Problem.invalidParameter("size", "out-of-range", "must be between 1 and " + MOST).asException();
        }
        if (after != null && after < 0) {
            throw Problem.invalidParameter("after", "out-of-range", "must be at least 0").asException();
        }
        List<String> words = Arrays.stream(ItemResult.Status.values()).map(ItemResult.Status::word).toList();
        if (status != null && !words.contains(status)) {
            throw Problem.invalidParameter("status", "unknown-value", "must be one of " + String.join(", ", words)).asException();
        }
        jobs.get(id);
        budget.reserve((long) size * LINE);
        List<ImportReportLine> found = rows.read(REPORT.with("job", id).with("status", status).with("after", after == null ? 0L : (long) after)
                .with("limit", size + 1), ImportReportLine::of);
        StringBuilder lines = new StringBuilder();
        for (ImportReportLine line : found.subList(0, Math.min(size, found.size()))) {
            lines.append(json.writeValueAsString(line)).append('\n');
        }
        RestResponse.ResponseBuilder<String> answer = RestResponse.ResponseBuilder.ok(lines.toString());
        return (found.size() > size ? answer.header("Link", Page.nextLink(uri, "after", String.valueOf(found.get(size - 1).number())))
                : answer).build();
    }
}
