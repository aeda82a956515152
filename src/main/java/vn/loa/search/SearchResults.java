package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.search.SearchRepository.CandidateEntry;
import vn.loa.search.SearchRepository.Candidates;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchResult;
import vn.loa.search.known.LastCounts;
import vn.loa.search.known.SearchDay;

/** Finds a page of results: first those that have the words themselves, behind them those of a wider search. */
@ApplicationScoped
class SearchResults {

    private final SearchRepository entries;
    private final LastCounts lastCounts;

    SearchResults(SearchRepository entries, LastCounts lastCounts) {
        this.entries = entries;
        this.lastCounts = lastCounts;
    }

    SearchResult page(SearchOrder order, SearchWindow window, SearchDay force) {
        SearchWindow own = window.isBehindExact() ? SearchWindow.NOTHING : window;
        Optional<SearchResult> likely = ofCommonWords(order, own, force);
        if (likely.isPresent() && likely.get().total() == SearchRepository.MOST_HITS) {
            return likely.get();
        }
        Candidates candidates = entries.candidates(order, List.of(), force);
        Optional<Ranking> ranking = candidates.few().map(few -> new Ranking(order, few));
        SearchResult exact = ranking.map(ranked -> ranked.page(own, candidates.stamp()))
                .orElseGet(() -> likely.orElseGet(() -> entries.bestOfMany(order, own, force)));
        if (ranking.isEmpty()) {
            lastCounts.put(force.key(order.candidates().tsquery()), exact.total());
        }
        int more = SearchRepository.MOST_HITS - exact.total();
        if (order.wider().isEmpty() || more == 0) {
            return exact;
        }
        SearchOrder wider = order.wider().get();
        SearchWindow behind = window.behind(exact.total(), exact.found().size());
        if (candidates.wider() || ranking.isEmpty()) {
            Candidates others = entries.candidates(wider, ranking.map(Ranking::entries).orElse(List.of()), force);
            return joined(exact, page(wider, others.few(), behind, force, others.stamp()), more);
        }
        List<CandidateEntry> others = ranking.get().others(wider);
        return others.isEmpty() ? exact
                : joined(exact, page(wider, Optional.of(others).filter(few -> few.size() <= wider.mostRanked()), behind, force, exact.stamp()),
                        more);
    }

    /**
     * The best of candidates that were too many to be ranked when they were last looked for, and so need not be. Of words that are common
     * there are mostly many results on each day.
     */
    private Optional<SearchResult> ofCommonWords(SearchOrder order, SearchWindow window, SearchDay force) {
        String candidates = order.candidates().tsquery();
        boolean isCommon = force.few().isEmpty() && (lastCounts.isAtLeast(SearchRepository.MOST_HITS, force.key(candidates))
                || lastCounts.isAtLeast(SearchRepository.MOST_HITS, candidates)
                        && !lastCounts.isAtMost(SearchRepository.MOST_HITS - 1, force.key(candidates)));
        return isCommon && order.mostRanked() < SearchRepository.MOST_HITS ? Optional.of(entries.bestOfMany(order, window, force))
                : Optional.empty();
    }

    /** @param few empty for many candidates, which a statement of their own ranks */
    private SearchResult page(SearchOrder order, Optional<List<CandidateEntry>> few, SearchWindow window, SearchDay force, UUID stamp) {
        return few.map(candidates -> new Ranking(order, candidates).page(window, stamp)).orElseGet(() -> entries.bestOfMany(order, window, force));
    }

    /** An entry of the wider search is negative in a cursor, so that the page behind it begins there. */
    private static SearchResult joined(SearchResult exact, SearchResult wider, int more) {
        Stream<Found> behind = wider.found().stream().filter(found -> found.place() <= more)
                .map(found -> new Found(exact.total() + found.place(), -found.entry(), found.match()));
        return new SearchResult(exact.total() + Math.min(wider.total(), more),
                joined(exact.counted().stream(), wider.counted().stream().limit(more)), joined(exact.found().stream(), behind),
                exact.bestTier(), exact.stamp() == null ? wider.stamp() : exact.stamp());
    }

    private static <T> List<T> joined(Stream<T> first, Stream<T> second) {
        return Stream.concat(first, second).toList();
    }
}
