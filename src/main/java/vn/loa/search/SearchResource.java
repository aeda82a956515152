package vn.loa.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.html.PlainText;
import vn.loa.http.ApiPaths;
import vn.loa.listing.FilteredBy;
import vn.loa.listing.Page;
import vn.loa.listing.PageRequest;
import vn.loa.problem.Problem;
import vn.loa.search.Highlighter.Snippet;
import vn.loa.search.Highlighter.Source;
import vn.loa.search.SearchHit.FoundSection;
import vn.loa.search.SearchPage.Total;
import vn.loa.search.SearchRepository.SearchMatch;
import vn.loa.search.SearchRepository.SearchResult;

/** Searches articles and sections by their words. */
@Path(ApiPaths.V1 + "/search")
@PublicAnswer
public class SearchResource {

    private static final SearchFilters FILTERS = new SearchFilters();

    private final SearchRepository entries;

    SearchResource(SearchRepository entries) {
        this.entries = entries;
    }

    @GET
    @FilteredBy(SearchFilters.class)
    public RestResponse<SearchPage> search(
            @QueryParam("q") String q,
            @BeanParam PageRequest paging, UriInfo uri) {
        if (paging.offset() >= SearchRepository.MOST_HITS) {
            throw Problem.invalidParameter("page", "out-of-range", "leads beyond the " + SearchRepository.MOST_HITS
                    + " best, where this list ends: narrow the search").asException();
        }
        SearchQuery query = SearchQuery.parse(q);
        List<LexemeQuery> filters = SearchFilters.lexemes(FILTERS.filters(uri), entries::years);
        SearchResult result = result(SearchOrder.of(query, filters), paging);
        Highlighter highlighter = new Highlighter(query.wanted().stream().map(Term::folded).toList(), null);
        Page<SearchHit> page = Page.of(result.found().stream().map(found -> hit(found, highlighter)).toList(),
                (long) result.total(), paging);
        SearchPage answer = new SearchPage(page.items(), page.page(), new Total(result.total(),
                result.total() < SearchRepository.MOST_HITS ? "exact" : "at-least"), result.facets());
        return RestResponse.ResponseBuilder.ok(answer).header("Link", page.links(uri)).build();
    }

    /** One statement where few entries come into question, two where many do. */
    private SearchResult result(SearchOrder order, PageRequest paging) {
        return entries.candidates(order).map(few -> new Ranking(order).page(few, paging.offset(), paging.limit()))
                .orElseGet(() -> entries.bestOfMany(order, paging.offset(), paging.limit()));
    }

    private static SearchHit hit(SearchMatch found, Highlighter highlighter) {
        String address = ApiPaths.V1 + "/articles/" + found.article().article().id();
        boolean section = found.eId() != null;
        List<Source> paragraphs = section
                ? found.paragraphs().stream().map(each -> new Source(each.eId(), each.text())).toList()
                : lines(found).map(String::strip).filter(line -> !line.isEmpty()).map(line -> new Source(null, line)).toList();
        Snippet snippet = highlighter.snippet(paragraphs).orElse(new Snippet(null, null));
        return new SearchHit(section ? "section" : "article",
                section ? address + "/sections/" + found.eId() : address,
                found.article().article(), found.article().directive(),
                section ? new FoundSection(found.eId(), found.marker(),
                        found.heading() == null ? null : highlighter.whole(found.heading())) : null,
                found.article().firstPublishedAt(), highlighter.whole(found.article().article().title()),
                snippet.words(), snippet.eId());
    }

    /** The summary and the words of the body. */
    private static Stream<String> lines(SearchMatch article) {
        return Stream.of(Optional.ofNullable(article.summary()), Optional.ofNullable(article.body()).map(PlainText::of))
                .flatMap(Optional::stream).flatMap(String::lines);
    }
}
