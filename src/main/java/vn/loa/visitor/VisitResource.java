package vn.loa.visitor;

import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.article.ArticleRepository;
import vn.loa.web.Api;
import vn.loa.web.Problem;
import vn.loa.web.ProblemType;

/** Counting. */
@Path(Api.V1 + "/visits")
@Tag(name = "visitors")
@Transactional
public class VisitResource {

    /** A hit. */
    @Schema(name = "Visit", description = "Somebody looks at a page.")
    public record Visit(
            @Schema(description = "The article on the page, if it shows one.", nullable = true)
            UUID articleId) {
    }

    private final VisitorCounters counters;
    private final ArticleRepository articles;

    VisitResource(VisitorCounters counters, ArticleRepository articles) {
        this.counters = counters;
        this.articles = articles;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordVisit", summary = "Counts a visit",
            description = "Sent by a page when somebody opens it, without a key. The answer comes when the visit is "
                    + "stored durably. Crawlers that say what they are, and prefetches, are answered but not counted. "
                    + "The body may be left out.")
    @RequestBody(required = false, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Visit.class),
            examples = @ExampleObject(name = "example",
                    value = "{\"articleId\": \"01a206d2-563a-7e8e-8a6a-736bf594a420\"}")))
    @APIResponse(responseCode = "204", description = "The visit is counted, and will stay so.")
    @APIResponse(responseCode = "404", ref = "Problem404")
    public void visit(Visit visit, HttpServerRequest request) {
        UUID articleId = visit == null ? null : visit.articleId();
        if (articleId != null && !articles.isPublic(articleId)) {
            throw Problem.of(ProblemType.NOT_FOUND, "No published article has the id in /articleId.")
                    .withError(new Problem.FieldError("/articleId", null, "not-found", "is no published article"))
                    .asException();
        }
        if (Uncounted.isReader(request.headers())) {
            counters.count(new Visitor(request.remoteAddress().hostAddress(),
                    String.valueOf(request.getHeader("User-Agent"))), articleId);
        }
    }
}
