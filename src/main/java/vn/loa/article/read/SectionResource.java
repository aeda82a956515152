package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
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
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TocEntry;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.Cursor;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseResponses;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.EId;

/** The sections of the directive that a published article carries. An article without a directive has no sections. */
@Path(ApiPaths.ARTICLES + "/{article}")
@Tag(name = "sections")
@PublicAnswer
public class SectionResource {

    /** A directive's sections as a tree. */
    @Schema(description = "The sections of a directive, nested.")
    public record TableOfContents(@Schema(description = "The top-level sections.", required = true)
            List<TocEntry> entries) {
    }

    private static final SectionList LIST = new SectionList();
    /** In bytes. Below this size all sections together are no large response, so their sizes are not read. */
    private static final long NOT_MEASURED_BELOW = 256 << 10;

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final Renderings renderings;
    private final SparseResponses responses;
    private final Site site;
    private final AnswerLimit answerLimit;
    private final long measured;
    private final AnswerBudget budget;

    SectionResource(PublicArticles articles, RevisionTextRepository revisionTexts, Renderings renderings,
            SparseResponses responses, Site site, AnswerLimit answerLimit, AnswerBudget budget) {
        this.answerLimit = answerLimit;
        this.measured = Math.min(NOT_MEASURED_BELOW, answerLimit.bytes());
        this.budget = budget;
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.renderings = renderings;
        this.responses = responses;
        this.site = site;
    }

    @GET
    @Path("/sections")
    @ListOf(SectionList.class)
    @Operation(operationId = "listSections", summary = "A directive's sections",
            description = "Flat, in document order: `parentEId` and `level` give the tree. A walk by `cursor` goes on in the text "
                    + "that it began with, even when another one is published meanwhile.")
    @APIResponse(responseCode = "200", description = "A page of sections.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Page<SectionView>> list(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = PublicArticles.AT, example = "2022-08-01") @QueryParam("at") String at,
            UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        PublicArticle article = articles.get(address, at);
        int revision = query.revision().map(SectionResource::number).orElse(article.view().revision());
        if (revision != article.view().revision()) {
            article = articles.find(address, revision).orElseThrow(Cursor::invalid);
        }
        int limit = fitting(article, query);
        RevisionTextRepository.SectionPage page = revisionTexts.page(article.revisionId(), query, limit);
        List<RevisionTextRepository.PositionedSection> shown = page.sections().stream().limit(limit).toList();
        Cursor next = shown.size() == page.sections().size() ? null
                : query.cursorAfter(column -> value(shown.get(shown.size() - 1), column), revision);
        List<SectionView> items = shown.stream().map(RevisionTextRepository.PositionedSection::section).toList();
        return responses.page(query.page(items, page.total(), next), query);
    }

    /** How many of the page's sections fit into one response. Sections of a short text are not measured. */
    private int fitting(PublicArticle article, ListQuery query) {
        if (article.size().sectionsWithCitations() <= measured) {
            budget.reserve(article.size().sectionsWithCitations());
            return query.limit();
        }
        List<Long> sizes = revisionTexts.bytes(article.revisionId(), query, query.limit());
        int fits = answerLimit.fitting(sizes);
        if (!query.hasCursor()) {
            answerLimit.require(sizes, size -> revisionTexts.bytes(article.revisionId(), query, size));
        }
        budget.reserve(sizes.stream().limit(fits).mapToLong(Long::longValue).sum());
        return fits < sizes.size() ? fits : query.limit();
    }

    private static Object value(RevisionTextRepository.PositionedSection last, String column) {
        return column.equals("sort_level") ? last.section().level() : last.position();
    }

    private static Integer number(String revision) {
        try {
            return Integer.valueOf(revision);
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    @GET
    @Path("/sections/{eId}")
    @Operation(operationId = "getSection", summary = "One section, by its address",
            description = "As JSON, its own paragraphs and the documents they cite; in the other forms, with the sections "
                    + "inside it." + Renderings.FORMS)
    @APIResponse(responseCode = "200", description = "The section.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = SectionView.class)),
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
            @Parameter(description = "The section's address inside the article.", example = "sec_3")
            @PathParam("eId") String eId,
            @Parameter(description = Renderings.FORMAT, schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"json", "html", "text", "markdown", "akn"})) @QueryParam("format") String format,
            @Parameter(description = PublicArticles.AT, example = "2022-08-01") @QueryParam("at") String at,
            @Context HttpHeaders request) {
        Renderings.FormatChoice choice = Renderings.choose(format, request);
        PublicArticle article = articles.get(address, at);
        String sectionEId = EId.parse(eId).map(EId::value).orElseThrow(SectionResource::noSuchSection);
        if (article.size().sectionsWithCitations() > measured) {
            budget.reserve(choice.isJson() ? revisionTexts.bytes(article.id(), article.revisionId(), sectionEId)
                    : revisionTexts.bytesOfSubtree(article.id(), article.revisionId(), sectionEId));
        }
        List<SectionView> found = choice.isJson() ? revisionTexts.section(article.id(), article.revisionId(), sectionEId).stream().toList()
                : revisionTexts.subtree(article.id(), article.revisionId(), sectionEId);
        if (found.isEmpty()) {
            throw noSuchSection();
        }
        return Renderings.respond(choice, () -> found.get(0),
                () -> renderings.document(article.view(), null, List.of(), found));
    }

    private static ProblemException noSuchSection() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.").asException();
    }

    @GET
    @Path("/toc")
    @Operation(operationId = "getTableOfContents", summary = "A directive's table of contents",
            description = "Nested, without the text.")
    @APIResponse(responseCode = "200", description = "The table of contents.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public TableOfContents tableOfContents(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = PublicArticles.AT, example = "2022-08-01") @QueryParam("at") String at) {
        PublicArticle article = articles.get(address, at);
        // The excerpt of each section is taken from its text, so the texts are read.
        budget.reserve(article.size().sections());
        return new TableOfContents(revisionTexts.tableOfContents(article.revisionId()));
    }
}
