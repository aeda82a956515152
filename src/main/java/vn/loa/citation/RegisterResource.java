package vn.loa.citation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** The register of directives. */
@Path(ApiPaths.V1 + "/directives")
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
    @RequestCost(2)
    public RestResponse<Page<RegisterEntryView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        return responses.page(register.list(query), query);
    }
}
