package vn.loa.citation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.CitationRepository.PlacedCitation;
import vn.loa.directive.CitationView;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.listing.Cursor;
import vn.loa.listing.MeasuredPages;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
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
    private final MeasuredPages pages;
    private final long measured;

    CitationResource(PublicArticles articles, CitationRepository citations, MeasuredPages pages, AnswerLimit limit) {
        this.articles = articles;
        this.citations = citations;
        this.pages = pages;
        this.measured = Math.min(NOT_MEASURED_BELOW, limit.bytes());
    }

    @GET
    public RestResponse<Page<CitationView>> list(
            @PathParam("article") ArticleAddress address,
            @QueryParam("eId") String eId,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        PageQuery query = paging.of(uri, CitationRepository.IN_TEXT_ORDER);
        PublicArticle article = articles.get(address);
        int live = article.view().revision();
        int wanted = query.revision().orElse(live);
        if (wanted != live) {
            article = articles.find(address, wanted).orElseThrow(Cursor::invalid);
        }
        return (eId == null ? all(article, query) : inside(article, EId.parse(eId).map(EId::value).orElse(""), query)).answer(uri);
    }

    private Page<CitationView> all(PublicArticle article, PageQuery query) {
        long revision = article.revisionId();
        int fits = fitting(article, query, size -> citations.bytes(revision, query, size));
        return page(article, query, fits, citations.citations(revision, query, fits), () -> citations.count(revision));
    }

    private Page<CitationView> inside(PublicArticle article, String section, PageQuery query) {
        UUID id = article.id();
        long revision = article.revisionId();
        long total = citations.countInside(id, revision, section).orElseThrow(() ->
                Problem.invalidParameter("eId", "unknown-section", "is the eId of no section here").asException());
        int fits = fitting(article, query, size -> citations.bytesInside(id, revision, section, query, size));
        return page(article, query, fits, citations.citationsInside(id, revision, section, query, fits), () -> total);
    }

    private static Page<CitationView> page(PublicArticle article, PageQuery query, int fits, List<PlacedCitation> found,
            Supplier<Long> total) {
        boolean more = found.size() > fits;
        Page<PlacedCitation> page = query.page(more ? found.subList(0, fits) : found, more, total, PlacedCitation::place, article.view().revision());
        return page.withItems(page.items().stream().map(PlacedCitation::view).toList());
    }

    /** How many citations the page may have. Small texts are not measured, because all their citations together are small. */
    private int fitting(PublicArticle article, PageQuery query, IntFunction<List<Long>> sizes) {
        return article.size().citations() <= measured ? query.limit() : pages.fitting(query, sizes);
    }
}
