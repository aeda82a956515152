package vn.loa.citation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.directive.RegisterEntryView;
import vn.loa.directive.RegisterFilter;
import vn.loa.directive.RegisterRepository;
import vn.loa.web.Api;
import vn.loa.web.Page;
import vn.loa.web.PageRequest;
import vn.loa.web.PublicAnswer;

/** Directives as a register. */
@Path(Api.V1 + "/directives")
@Tag(name = "directives")
@Transactional
@PublicAnswer
public class DirectiveResource {

    private final RegisterRepository register;

    DirectiveResource(RegisterRepository register) {
        this.register = register;
    }

    @GET
    @Operation(operationId = "listDirectives", summary = "The directives that are published here",
            description = "Those that all given filters fit, the latest issued first, those without a date last. Each "
                    + "with the article that carries it and how often it cites and is cited.")
    @APIResponse(responseCode = "200", description = "A page of directives.")
    public RestResponse<Page<RegisterEntryView>> list(@BeanParam RegisterFilter filter, @BeanParam PageRequest paging,
            UriInfo uri) {
        return Page.of(register.list(filter, paging.offset(), paging.limit()), register.count(filter), paging)
                .answer(uri);
    }
}
