package vn.loa.citation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.IntFunction;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.CitationView;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.text.structure.EId;

/** The citations of a published article. */
@Path(ApiPaths.ARTICLES + "/{article}/citations")
@PublicAnswer
public class CitationResource {

    /** In bytes. */
    private static final long NOT_MEASURED_BELOW = 256 << 10;

    private final PublicArticles articles;
    private final CitationRepository citations;
    private final AnswerLimit limit;
    private final AnswerBudget budget;

    CitationResource(PublicArticles articles, CitationRepository citations, AnswerLimit limit, AnswerBudget budget) {
        this.limit = limit;
        this.budget = budget;
        this.articles = articles;
        this.citations = citations;
    }

    @GET
    public RestResponse<Page<CitationView>> list(
            @PathParam("article") ArticleAddress address,
            @QueryParam("eId") String eId,
            @BeanParam PageRequest paging,
            UriInfo uri) {
        PublicArticle article = articles.get(address);
        long revision = article.revisionId();
        if (eId != null) {
            String section = EId.parse(eId).map(EId::value).orElse("");
            long total = citations.countInside(article.id(), revision, section).orElseThrow(() ->
                    Problem.invalidParameter("eId", "unknown-section", "is the eId of no section here").asException());
            reserve(article, paging, size -> citations.bytesInside(article.id(), revision, section, paging.offset(size), size));
            return Page.of(citations.citationsInside(article.id(), revision, section, paging.offset(), paging.limit()), total, paging)
                    .answer(uri);
        }
        reserve(article, paging, size -> citations.bytes(revision, paging.offset(size), size));
        return Page.of(citations.citations(revision, paging.offset(), paging.limit()), citations.count(revision), paging)
                .answer(uri);
    }

    /** Checks the size of the page. Small texts are not measured, because all their citations together are small. */
    private void reserve(PublicArticle article, PageRequest paging, IntFunction<List<Long>> sizes) {
        if (article.size().citations() > Math.min(NOT_MEASURED_BELOW, limit.bytes())) {
            List<Long> page = sizes.apply(paging.limit());
            limit.require(page, sizes);
            budget.reserve(page.stream().mapToLong(Long::longValue).sum());
        }
    }
}
