package vn.loa.citation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;

/** The articles that cite the directive of an article. */
@Path(ApiPaths.ARTICLES + "/{article}/cited-by")
@PublicAnswer
public class CitedByResource {

    private final PublicArticles articles;
    private final CitingPages citing;

    CitedByResource(PublicArticles articles, CitingPages citing) {
        this.articles = articles;
        this.citing = citing;
    }

    @GET
    public RestResponse<Page<CitingArticleView>> list(
            @PathParam("article") ArticleAddress address,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        return CacheTagged.withTag(CacheTagged.LISTS, citing.page(articles.get(address).id(), null, paging.of(uri, CitedByRepository.NEWEST_FIRST)).answer(uri));
    }
}
