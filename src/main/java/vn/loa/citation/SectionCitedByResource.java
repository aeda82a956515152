package vn.loa.citation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.EId;

/** The articles that cite one section of a directive. */
@Path(ApiPaths.ARTICLES + "/{article}/sections/{eId}/cited-by")
@PublicAnswer
public class SectionCitedByResource {

    private final PublicArticles articles;
    private final CitedByRepository citing;
    private final CitingPages pages;

    SectionCitedByResource(PublicArticles articles, CitedByRepository citing, CitingPages pages) {
        this.pages = pages;
        this.articles = articles;
        this.citing = citing;
    }

    @GET
    public RestResponse<Page<CitingArticleView>> list(
            @PathParam("article") ArticleAddress address,
            @PathParam("eId") String eId,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        UUID id = articles.id(address);
        EId section = EId.parse(eId).orElseThrow(() -> notFound(address));
        if (!citing.hasSection(id, section.value())) {
            throw notFound(address);
        }
        return CacheTagged.withTag(CacheTagged.LISTS, pages.page(id, section.value(), paging.of(uri, CitedByRepository.NEWEST_FIRST)).answer(uri));
    }

    /** The article's own problem comes first if the article is not public. */
    private ProblemException notFound(ArticleAddress address) {
        articles.get(address);
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.").asException();
    }
}
