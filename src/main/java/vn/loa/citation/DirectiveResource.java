package vn.loa.citation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Site;
import vn.loa.directive.RegisterEntryView;
import vn.loa.directive.RegisterList;
import vn.loa.directive.RegisterRepository;
import vn.loa.web.Answers;
import vn.loa.web.Api;
import vn.loa.web.ListQuery;
import vn.loa.web.Listing;
import vn.loa.web.Page;
import vn.loa.web.PublicAnswer;

/** Directives as a register. */
@Path(Api.V1 + "/directives")
@Tag(name = "directives")
@PublicAnswer
public class DirectiveResource {

    private static final RegisterList LIST = new RegisterList();

    private final RegisterRepository register;
    private final Answers answers;
    private final Site site;

    DirectiveResource(RegisterRepository register, Answers answers, Site site) {
        this.register = register;
        this.answers = answers;
        this.site = site;
    }

    @GET
    @Listing(RegisterList.class)
    @Operation(operationId = "listDirectives", summary = "The directives that are published here",
            description = "Those that all given filters fit, the latest issued first, those without a date last. Each "
                    + "with the article that carries it and how often it cites and is cited.")
    @APIResponse(responseCode = "200", description = "A page of directives.")
    public RestResponse<Page<RegisterEntryView>> list(UriInfo uri) {
        ListQuery query = LIST.read(uri, site.zone());
        return answers.page(register.list(query), query);
    }
}
