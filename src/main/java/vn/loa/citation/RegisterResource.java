package vn.loa.citation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.listing.ListOf;
import vn.loa.listing.ListQuery;
import vn.loa.listing.Page;
import vn.loa.listing.SparseResponses;

/** The register of directives. */
@Path(ApiPaths.V1 + "/directives")
@Tag(name = "directives")
@PublicAnswer
public class RegisterResource {

    private static final RegisterList LIST = new RegisterList();

    private final RegisterRepository register;
    private final SparseResponses responses;
    private final Site site;

    RegisterResource(RegisterRepository register, SparseResponses responses, Site site) {
        this.register = register;
        this.responses = responses;
        this.site = site;
    }

    @GET
    @ListOf(RegisterList.class)
    @Operation(operationId = "listDirectives", summary = "The directives that are published here",
            description = "Those that all given filters fit, the latest issued first, those without a date last. Each "
                    + "with the article that carries it and how often it cites and is cited.")
    @APIResponse(responseCode = "200", description = "A page of directives.")
    public RestResponse<Page<RegisterEntryView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        return responses.page(register.list(query), query);
    }
}
