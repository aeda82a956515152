package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.search.SearchRepository.Candidates;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchResult;

/** Finds a page of results: first those that have the words themselves, behind them those of a wider search. */
@ApplicationScoped
class SearchResults {

    private final SearchRepository entries;

    SearchResults(SearchRepository entries) {
        this.entries = entries;
    }

    SearchResult page(SearchOrder order, SearchWindow window) {
        Candidates candidates = entries.candidates(order);
        SearchResult exact = page(order, candidates, window.isBehindExact() ? SearchWindow.NOTHING : window);
        int more = SearchRepository.MOST_HITS - exact.total();
        if (!candidates.wider() || more == 0) {
            return exact;
        }
        SearchOrder wider = order.wider().orElseThrow();
        return joined(exact, page(wider, entries.candidates(wider), window.behind(exact.total(), exact.found().size())), more);
    }

    /** An entry of the wider search is negative in a cursor, so that the page behind it begins there. */
    private static SearchResult joined(SearchResult exact, SearchResult wider, int more) {
        Stream<Found> behind = wider.found().stream().filter(found -> found.place() <= more)
                .map(found -> new Found(exact.total() + found.place(), -found.entry(), found.match()));
        return new SearchResult(exact.total() + Math.min(wider.total(), more),
                joined(exact.labels().stream(), wider.labels().stream().limit(more)), joined(exact.found().stream(), behind),
                exact.bestTier());
    }

    private static <T> List<T> joined(Stream<T> first, Stream<T> second) {
        return Stream.concat(first, second).toList();
    }

    /** Of many candidates, by a statement of their own. */
    private SearchResult page(SearchOrder order, Candidates candidates, SearchWindow window) {
        return candidates.few().map(few -> new Ranking(order).page(few, window)).orElseGet(() -> entries.bestOfMany(order, window));
    }
}
