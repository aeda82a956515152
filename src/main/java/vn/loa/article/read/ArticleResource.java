package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListParameter;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseFieldset;
import vn.loa.listing.SparseResponses;

/** Published articles. The responses are the same with and without a key. */
@Path(ApiPaths.ARTICLES)
@PublicAnswer
public class ArticleResource {

    private static final ArticleList LIST = new ArticleList();

    private final ArticleListRepository list;
    private final PublicArticles articles;
    private final ArticleViews views;
    private final SparseResponses responses;
    private final Site site;

    ArticleResource(ArticleListRepository list, PublicArticles articles, ArticleViews views, SparseResponses responses,
            Site site) {
        this.list = list;
        this.articles = articles;
        this.views = views;
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

    @GET
    @Path("/{article}")
    public RestResponse<ArticleView> get(
            @PathParam("article") ArticleAddress address,
            @QueryParam("include") List<String> include,
            @QueryParam("fields") List<String> fields,
            @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        SparseFieldset asked = SparseFieldset.parse(ListParameter.joined(fields), ArticleView.class, List.of(ArticleList.VIEWS));
        Set<Include> included = Include.parse(include, asked);
        return responses.one(views.view(articles.getOrRedirect(address, at, inForceOn), inForceOn,
                asked.isAll() || ArticleView.namesBody(asked), included),
                asked.with(included.stream().map(Include::word).toList()));
    }
}
