package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseFieldset;
import vn.loa.listing.SparseResponses;

/** Published articles. The responses are the same with and without a key. */
@Path(ApiPaths.ARTICLES)
@Tag(name = "articles")
@PublicAnswer
public class ArticleResource {

    private static final ArticleList LIST = new ArticleList();
    private static final String FIELDS = "Only these members of the article, separated by commas, and what is included.";

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
    @Operation(operationId = "listArticles", summary = "Articles, newest first",
            description = "Without their bodies, unless `fields` names `body`. Page by number, or walk the whole list by "
                    + "`cursor`: a walk neither skips nor repeats an article that was there throughout, whatever is published "
                    + "meanwhile (but in the order of `views`, which changes while people read). `type`, `number`, `issuer` and `issuedOn` are those of the directive.")
    @APIResponse(responseCode = "200", description = "A page of articles.")
    public RestResponse<Page<ArticleView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        RestResponse<Page<ArticleView>> page = responses.page(list.list(query), query);
        return query.sortsBy(ArticleList.VIEWS) ? RestResponse.ResponseBuilder.fromResponse(page)
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.BRIEF).build() : page;
    }

    @GET
    @Path("/{article}")
    @Operation(operationId = "getArticle", summary = "One article",
            description = "By its id, which never changes, or by its slug, which people see.")
    @APIResponse(responseCode = "200", description = "The article.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<ArticleView> get(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @Parameter(description = Include.DESCRIPTION, example = "sections,citations")
            @QueryParam("include") String include,
            @Parameter(description = FIELDS, example = "title,slug")
            @QueryParam("fields") String fields,
            @Parameter(description = PublicArticles.AT, example = "2022-08-01")
            @QueryParam("at") String at) {
        SparseFieldset asked = SparseFieldset.parse(fields, ArticleView.class, List.of());
        Set<Include> included = Include.parse(include, asked);
        return responses.one(views.view(articles.getOrRedirect(address, at), asked.isAll() || asked.names("body"), included),
                asked.with(included.stream().map(Include::word).toList()));
    }
}
