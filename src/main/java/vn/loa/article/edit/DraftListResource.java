package vn.loa.article.edit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.listing.FilteredBy;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;

/** What editors are working on. */
@Path(ApiPaths.V1 + "/drafts")
@RolesAllowed(Roles.EDITOR)
public class DraftListResource {

    private static final DraftFilters FILTERS = new DraftFilters();

    private final DraftListRepository drafts;

    DraftListResource(DraftListRepository drafts) {
        this.drafts = drafts;
    }

    @GET
    @FilteredBy(DraftFilters.class)
    public RestResponse<Page<DraftView>> list(
            @QueryParam("scope") String scope,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        List<String> states = DraftFilters.states(FILTERS.filters(uri));
        return drafts.list(new DraftListRepository.Filter(states, isAll(scope)), paging, uri).answer(uri);
    }

    private static boolean isAll(String scope) {
        if (scope != null && !scope.equals("edited") && !scope.equals("all")) {
            throw Problem.invalidParameter("scope", "unknown-scope", "must be edited or all").asException();
        }
        return "all".equals(scope);
    }
}
