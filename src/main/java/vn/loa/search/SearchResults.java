package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.search.SearchRepository.CandidateEntry;
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
        Candidates candidates = entries.candidates(order, List.of());
        SearchWindow own = window.isBehindExact() ? SearchWindow.NOTHING : window;
        Optional<Ranking> ranking = candidates.few().map(few -> new Ranking(order, few));
        SearchResult exact = ranking.map(ranked -> ranked.page(own)).orElseGet(() -> entries.bestOfMany(order, own));
        int more = SearchRepository.MOST_HITS - exact.total();
        if (order.wider().isEmpty() || more == 0) {
            return exact;
        }
        SearchOrder wider = order.wider().get();
        SearchWindow behind = window.behind(exact.total(), exact.found().size());
        if (candidates.wider() || ranking.isEmpty()) {
            Candidates others = entries.candidates(wider, ranking.map(Ranking::entries).orElse(List.of()));
            return joined(exact, page(wider, others.few(), behind), more);
        }
        List<CandidateEntry> others = ranking.get().others(wider);
        return others.isEmpty() ? exact
                : joined(exact, page(wider, Optional.of(others).filter(few -> few.size() <= wider.mostRanked()), behind), more);
    }

    /** @param few empty for many candidates, which a statement of their own ranks */
    private SearchResult page(SearchOrder order, Optional<List<CandidateEntry>> few, SearchWindow window) {
        return few.map(candidates -> new Ranking(order, candidates).page(window)).orElseGet(() -> entries.bestOfMany(order, window));
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
}
