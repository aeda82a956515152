package vn.loa.citation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;

/** The articles that cite the directive of an article. */
@Path(ApiPaths.ARTICLES + "/{article}/cited-by")
@Tag(name = "citations")
@PublicAnswer
public class CitedByResource {

    private final PublicArticles articles;
    private final CitingPages citing;

    CitedByResource(PublicArticles articles, CitingPages citing) {
        this.articles = articles;
        this.citing = citing;
    }

    @GET
    @Operation(operationId = "listCitedBy", summary = "The articles that cite this one's directive",
            description = "The newest first, each with the places where it does. Worked out when it is read: what is "
                    + "published, changed or removed shows at once. Empty for an article without a directive.")
    @APIResponse(responseCode = "200", description = "A page of articles.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Page<CitingArticleView>> list(
            @Parameter(description = ArticleAddress.DESCRIPTION, example = ArticleAddress.EXAMPLE)
            @PathParam("article") ArticleAddress address,
            @BeanParam PageRequest paging,
            UriInfo uri) {
        return CacheTagged.withTag(CacheTagged.LISTS, citing.page(articles.get(address).id(), null, paging).answer(uri));
    }
}
