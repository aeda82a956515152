package vn.loa.article.edit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.State;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.listing.ListParameter;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;

/** What editors are working on. */
@Path(ApiPaths.V1 + "/drafts")
@RolesAllowed(Roles.EDITOR)
public class DraftListResource {

    private final DraftListRepository drafts;

    DraftListResource(DraftListRepository drafts) {
        this.drafts = drafts;
    }

    @GET
    public RestResponse<Page<DraftView>> list(
            @QueryParam("state") List<String> state,
            @QueryParam("scope") String scope,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        return drafts.list(new DraftListRepository.Filter(states(ListParameter.joined(state)), isAll(scope)), paging, uri)
                .answer(uri);
    }

    private static boolean isAll(String scope) {
        if (scope != null && !scope.equals("edited") && !scope.equals("all")) {
            throw Problem.invalidParameter("scope", "unknown-scope", "must be edited or all").asException();
        }
        return "all".equals(scope);
    }

    private static Set<State> states(String list) {
        if (list == null) {
            return EnumSet.allOf(State.class);
        }
        return Arrays.stream(list.split(",", -1))
                .map(word -> Arrays.stream(State.values()).filter(state -> state.word().equals(word)).findFirst()
                        .orElseThrow(() -> Problem.invalidParameter("state", "unknown-state", "may have: "
                                + Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", ")))
                                .asException()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    }
}
