package vn.loa.imports.legacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.imports.legacy.OldAddressRepository.Way;
import vn.loa.listing.QueryParameters;
import vn.loa.listing.WholeQuery;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/** Sends readers of an earlier site's address to where its content stands now. */
@Path(ApiPaths.V1 + "/legacy")
@PublicAnswer
public class LegacyResource {

    private static final String URL = "url";

    private final OldAddressRepository addresses;
    private final NewAddresses pages;

    LegacyResource(OldAddressRepository addresses, NewAddresses pages) {
        this.addresses = addresses;
        this.pages = pages;
    }

    @GET
    @WholeQuery(URL)
    public RestResponse<Void> get(@QueryParam(URL) String url, UriInfo uri) {
        String whole = QueryParameters.wholeQuery(URL, uri);
        OldAddress asked = asked(whole == null ? url : whole);
        Way way = addresses.way(asked.key()).orElseThrow(LegacyResource::notFound);
        String page = pages.of(way.place());
        if (page == null && way.removal() != null) {
            throw Problem.of(ProblemType.GONE, "What stood at this address was removed: " + way.removal())
                    .with("explanation", way.removal()).with("removedAt", way.removedAt())
                    .asException().withHeader(CacheTagged.HEADER, CacheTagged.ofArticle(way.article()));
        }
        // A page that is its own old address is no way anywhere.
        if (page == null || OldAddress.parse(page).key().equals(asked.key())) {
            throw notFound();
        }
        RestResponse.ResponseBuilder<Void> moved = RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, page).header("Link", "<" + page + ">; rel=\"canonical\"")
                .header(CacheTagged.HEADER, tags(way));
        // The deletion of a file is no change of the public content, which would end what the cache keeps.
        return way.place().file() == null ? moved.build() : moved.header(HttpHeaders.CACHE_CONTROL, ApiPaths.BRIEF).build();
    }

    private static OldAddress asked(String url) {
        if (url == null) {
            throw Problem.invalidParameter(URL, "required", "must be given").asException();
        }
        try {
            return OldAddress.parse(url);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(URL, "wrong-form", e.getMessage()).asException();
        }
    }

    private static String tags(Way way) {
        if (way.article() == null) {
            return way.place().category() == null ? "" : CacheTagged.ofCategory(way.place().category());
        }
        String first = CacheTagged.ofArticle(way.article());
        return way.article().equals(way.place().article()) ? first : first + " " + CacheTagged.ofArticle(way.place().article());
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "Nothing that is published here stood at this address.").asException();
    }
}
