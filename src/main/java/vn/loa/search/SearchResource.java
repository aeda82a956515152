package vn.loa.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.search.Highlighter.Snippet;
import vn.loa.search.Highlighter.Source;
import vn.loa.search.SearchHit.FoundSection;
import vn.loa.search.SearchPage.Count;
import vn.loa.search.SearchPage.Facets;
import vn.loa.search.SearchPage.Total;
import vn.loa.search.SearchRepository.FacetCount;
import vn.loa.search.SearchRepository.SearchMatch;
import vn.loa.search.SearchRepository.SearchResult;

/** Searches articles and sections by their words. */
@Path(ApiPaths.V1 + "/search")
@Tag(name = "search")
@PublicAnswer
public class SearchResource {

    private final SearchRepository entries;

    SearchResource(SearchRepository entries) {
        this.entries = entries;
    }

    @GET
    @Operation(operationId = "search", summary = "Articles and sections with these words",
            description = "All words must be there, in any order, case and accents aside; `\"words in quotes\"` follow "
                    + "each other, `-word` must not be there, and every other sign is a space. A document number is "
                    + "found however it is spaced. First comes the directive of a number that was named, then what is "
                    + "spelled exactly so, then what is the same without accents; each time titles and headings before "
                    + "text. Among equals, what has the words more often comes first where at most 300 entries come into "
                    + "question, or 1,000 for a document number; where more do, the newest. Of a body and of a section "
                    + "the first 60,000 characters are searched.")
    @APIResponse(responseCode = "200", description = "A page of what was found.",
            headers = @Header(name = "Link", description = "The first, previous, next and last page (RFC 8288).",
                    schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<SearchPage> search(
            @Parameter(description = "What is searched for.", example = "chi thi 22", required = true,
                    schema = @Schema(minLength = 1, maxLength = SearchQuery.LONGEST))
            @QueryParam("q") String q,
            @BeanParam SearchFilter filter, @BeanParam PageRequest paging, UriInfo uri) {
        if (paging.offset() >= SearchRepository.MOST_HITS) {
            throw Problem.invalidParameter("page", "out-of-range", "leads beyond the " + SearchRepository.MOST_HITS
                    + " best, where this list ends: narrow the search").asException();
        }
        SearchQuery query = SearchQuery.parse(q);
        SearchResult result = entries.search(SearchOrder.of(query, filter), paging.offset(), paging.limit());
        Highlighter highlighter = new Highlighter(query.wanted().stream().map(Term::folded).toList(), null);
        Page<SearchHit> page = Page.of(result.found().stream().map(found -> hit(found, highlighter)).toList(),
                (long) result.total(), paging);
        SearchPage answer = new SearchPage(page.items(), page.page(), new Total(result.total(),
                result.total() < SearchRepository.MOST_HITS ? "exact" : "at-least"), facets(result.facets()));
        return RestResponse.ResponseBuilder.ok(answer).header("Link", page.links(uri)).build();
    }

    private static SearchHit hit(SearchMatch found, Highlighter highlighter) {
        String address = ApiPaths.V1 + "/articles/" + found.article().article().id();
        boolean section = found.eId() != null;
        List<Source> paragraphs = section
                ? found.paragraphs().stream().map(each -> new Source(each.eId(), each.text())).toList()
                : found.text() == null ? List.of()
                        : Arrays.stream(found.text().split("\n")).map(String::strip).filter(line -> !line.isEmpty())
                                .map(line -> new Source(null, line)).toList();
        Snippet snippet = highlighter.snippet(paragraphs).orElse(new Snippet(null, null));
        return new SearchHit(section ? "section" : "article",
                section ? address + "/sections/" + found.eId() : address,
                found.article().article(), found.article().directive(),
                section ? new FoundSection(found.eId(), found.marker(),
                        found.heading() == null ? null : highlighter.whole(found.heading())) : null,
                found.article().firstPublishedAt(), highlighter.whole(found.article().article().title()),
                snippet.words(), snippet.eId());
    }

    private static Facets facets(List<FacetCount> counts) {
        return new Facets(of("tag", counts), of("type", counts), of("issuer", counts), of("year", counts));
    }

    private static List<Count> of(String facet, List<FacetCount> counts) {
        return counts.stream().filter(count -> count.facet().equals(facet))
                .map(count -> new Count(count.value(), count.n())).toList();
    }
}
