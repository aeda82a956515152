package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.SectionRange;
import vn.loa.directive.SectionView;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** The text of the directive that a published article carries: the whole, or a range of its sections. */
@Path(ApiPaths.ARTICLES + "/{article}/directive")
@Tag(name = "sections")
@PublicAnswer
public class DirectiveTextResource {

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final Renderings renderings;
    private final ArticleViews views;
    private final AnswerBudget budget;

    DirectiveTextResource(PublicArticles articles, RevisionTextRepository revisionTexts, Renderings renderings,
            ArticleViews views, AnswerBudget budget) {
        this.articles = articles;
        this.views = views;
        this.budget = budget;
        this.revisionTexts = revisionTexts;
        this.renderings = renderings;
    }

    @GET
    @Operation(operationId = "getDirective", summary = "A directive's text, whole or a range of sections",
            description = "With `from` or `to` only the sections from one to the other, both with what is inside them."
                    + Renderings.FORMS)
    @APIResponse(responseCode = "200", description = "The text.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = DirectiveTextView.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.HTML)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.TEXT)),
                @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.MARKDOWN)),
                @Content(mediaType = "application/akn+xml", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.AKN))})
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Object> get(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = "The first section's eId.", example = "sec_2") @QueryParam("from") String from,
            @Parameter(description = "The last section's eId. One inside `from` ends nothing: all of `from` comes.",
                    example = "sec_4") @QueryParam("to") String to,
            @Parameter(description = Renderings.FORMAT, schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"json", "html", "text", "markdown", "akn"})) @QueryParam("format") String format,
            @Parameter(description = PublicArticles.AT, example = "2022-08-01") @QueryParam("at") String at,
            @Context HttpHeaders request) {
        Renderings.FormatChoice choice = Renderings.choose(format, request);
        PublicArticle found = articles.get(address, at);
        ArticleView article = found.view();
        if (article.directive() == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article carries no directive.").asException();
        }
        budget.reserve(found.size().body() + found.size().sectionsWithCitations());
        SectionsAndCitations whole = revisionTexts.whole(found.revisionId());
        String body = from == null && to == null ? views.body(found) : null;
        List<SectionView> sections = SectionRange.of(whole.sections(), from, to);
        return Renderings.respond(choice,
                () -> new DirectiveTextView(article.id(), article.revision(), article.state(), article.withdrawal(),
                        article.directive(), body, sections),
                () -> renderings.document(article, body, whole.outside(), sections));
    }
}
