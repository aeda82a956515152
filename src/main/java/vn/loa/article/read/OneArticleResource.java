package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.listing.ListParameter;
import vn.loa.listing.SparseFieldset;
import vn.loa.listing.SparseResponses;

/**
 * A published article. The response is the same with and without a key. The class has the whole path: with a part of it, Quarkus REST
 * would first try the classes that have the whole, and make its table of all resources anew for each request.
 */
@Path(ApiPaths.ARTICLES + "/{article}")
@PublicAnswer
public class OneArticleResource {

    private final PublicArticles articles;
    private final ArticleViews views;
    private final SparseResponses responses;

    OneArticleResource(PublicArticles articles, ArticleViews views, SparseResponses responses) {
        this.articles = articles;
        this.views = views;
        this.responses = responses;
    }

    @GET
    public RestResponse<ArticleView> get(
            @PathParam("article") ArticleAddress address,
            @QueryParam("include") List<String> include,
            @QueryParam("fields") List<String> fields,
            @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        SparseFieldset asked = SparseFieldset.parse(ListParameter.joined(fields), ArticleView.class, List.of(ArticleList.VIEWS));
        Set<Include> included = Include.parse(include, asked);
        return responses.one(views.view(articles.getOrRedirect(address, at, inForceOn,
                included.contains(Include.SECTIONS) && !included.contains(Include.CITATIONS)), inForceOn,
                asked.isAll() || ArticleView.namesBody(asked), included),
                asked.with(included.stream().map(Include::word).toList()));
    }
}
