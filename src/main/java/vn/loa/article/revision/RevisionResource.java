package vn.loa.article.revision;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Revision;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.ArticleViews;
import vn.loa.article.read.Include;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;

/** The published revisions of an article. */
@Path(ApiPaths.ARTICLES + "/{article}/revisions")
@Tag(name = "revisions")
@PublicAnswer
public class RevisionResource {

    private static final String NUMBER = "A revision's number, from 1.";

    private final PublicArticles articles;
    private final RevisionRepository revisions;
    private final ArticleRepository texts;
    private final ArticleViews views;
    private final RevisionTextRepository revisionTexts;
    private final AnswerBudget budget;

    RevisionResource(PublicArticles articles, RevisionRepository revisions, ArticleRepository texts, ArticleViews views,
            RevisionTextRepository revisionTexts, AnswerBudget budget) {
        this.articles = articles;
        this.revisions = revisions;
        this.texts = texts;
        this.views = views;
        this.revisionTexts = revisionTexts;
        this.budget = budget;
    }

    @GET
    @Operation(operationId = "listRevisions", summary = "An article's published revisions",
            description = "The latest first, minor ones included.")
    @APIResponse(responseCode = "200", description = "A page of revisions.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Page<RevisionView>> list(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @BeanParam PageRequest paging,
            UriInfo uri) {
        ArticleView article = articles.get(address).view();
        return Page.of(revisions.publishedUpTo(article.revision(), article.id(), paging),
                article.revision().longValue(), paging).answer(uri);
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "getRevision", summary = "An article with the text of one revision",
            description = "The text never changes; `slug`, `state`, `withdrawal`, `publicUpdatedAt` and `changeHistory` are the article's of today.")
    @APIResponse(responseCode = "200", description = "The article as the revision has it.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ArticleView get(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = NUMBER, example = "1") @PathParam("number") Integer number,
            @Parameter(description = Include.DESCRIPTION, example = "sections,citations")
            @QueryParam("include") String include) {
        Set<Include> included = Include.parse(include);
        return views.view(articles.get(address, number), true, included);
    }

    @GET
    @Path("/{from}/diff/{to}")
    @Operation(operationId = "compareRevisions", summary = "What changed between two revisions",
            description = "Which sections were added, removed, moved or changed, and word by word what changed in them, in "
                    + "the body and in the head.")
    @APIResponse(responseCode = "200", description = "The differences.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RevisionDiff compare(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = NUMBER, example = "1") @PathParam("from") Integer from,
            @Parameter(description = NUMBER, example = "2") @PathParam("to") Integer to) {
        UUID id = articles.get(address).id();
        budget.reserve(revisions.bytes(id, from, to));
        Revision before = find(id, from);
        Revision after = find(id, to);
        Map<Long, RevisionTextRepository.SectionsAndCitations> parts = revisionTexts.texts(List.of(before.id(), after.id()));
        return RevisionDiff.of(before, parts.get(before.id()).sections(), after, parts.get(after.id()).sections());
    }

    private Revision find(UUID id, int number) {
        return texts.revision(id, number).orElseThrow(() -> PublicArticles.noRevision(number));
    }
}
