package vn.loa.listing;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;

/** The parameters that choose a page, the same in every list. */
public record PageParameters(
        @QueryParam("page")
        Integer page,
        @QueryParam("size")
        Integer size,
        @QueryParam("cursor")
        String cursor,
        @QueryParam("count")
        String count) {

    /**
     * @param order of the list
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    public PageQuery of(UriInfo uri, SortOrder order) {
        return new PageQuery(this, uri, order);
    }
}
