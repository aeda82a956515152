package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseResponses;

/** The list of published articles. The responses are the same with and without a key. */
@Path(ApiPaths.ARTICLES)
@PublicAnswer
public class ArticleResource {

    private static final ArticleList LIST = new ArticleList();

    private final ArticleListRepository list;
    private final SparseResponses responses;
    private final Site site;

    ArticleResource(ArticleListRepository list, SparseResponses responses, Site site) {
        this.list = list;
        this.responses = responses;
        this.site = site;
    }

    @GET
    @ListOf(ArticleList.class)
    @RequestCost(2)
    public RestResponse<Page<ArticleView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        RestResponse<Page<ArticleView>> page = responses.page(list.list(query), query);
        return query.sortsBy(ArticleList.VIEWS) || query.includes(ArticleList.VIEWS) ? RestResponse.ResponseBuilder.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.BRIEF).build() : page;
    }
}
