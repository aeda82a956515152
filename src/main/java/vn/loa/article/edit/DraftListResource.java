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
import vn.loa.text.fold.VietnameseText;

/** What editors are working on. */
@Path(ApiPaths.V1 + "/drafts")
@RolesAllowed(Roles.EDITOR)
public class DraftListResource {

    private static final DraftFilters FILTERS = new DraftFilters();
    /** In UTF-16 code units, as of a search. */
    private static final int LONGEST_QUERY = 200;

    private final DraftListRepository drafts;

    DraftListResource(DraftListRepository drafts) {
        this.drafts = drafts;
    }

    @GET
    @FilteredBy(DraftFilters.class)
    public RestResponse<Page<DraftView>> list(
            @QueryParam("scope") String scope,
            @QueryParam("q") String q,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        List<String> states = DraftFilters.states(FILTERS.filters(uri));
        return drafts.list(new DraftListRepository.Filter(states, isAll(scope), words(q)), paging, uri).answer(uri);
    }

    /** Null when no words are asked for. */
    private static List<String> words(String q) {
        if (q == null) {
            return null;
        }
        Problem.requireAtMost(LONGEST_QUERY, "q", q);
        List<String> words = DraftWords.of(VietnameseText.oneLine(q));
        if (words.isEmpty()) {
            throw Problem.invalidParameter("q", "no-words", "must have a letter or a figure").asException();
        }
        return words;
    }

    private static boolean isAll(String scope) {
        if (scope != null && !scope.equals("edited") && !scope.equals("all")) {
            throw Problem.invalidParameter("scope", "unknown-scope", "must be edited or all").asException();
        }
        return "all".equals(scope);
    }
}
