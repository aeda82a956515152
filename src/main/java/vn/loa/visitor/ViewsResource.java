package vn.loa.visitor;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.article.ArticleRepository;
import vn.loa.web.Api;

/** An article's counter: an address of its own, so that a view never changes the article. */
@Path(Api.V1 + "/articles/{id}/views")
@Tag(name = "visitors")
@Transactional
public class ViewsResource {

    private final VisitorCounters counters;
    private final ArticleRepository articles;

    ViewsResource(VisitorCounters counters, ArticleRepository articles) {
        this.counters = counters;
        this.articles = articles;
    }

    @GET
    @Operation(operationId = "getViews", summary = "How often an article was read",
            description = "Not part of the article, so that a view does not change it.")
    @APIResponse(responseCode = "200", description = "The counter now.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ViewsView views(@Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id) {
        return counters.views(articles.getPublic(id).id());
    }
}
