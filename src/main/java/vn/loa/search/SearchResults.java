package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.search.SearchRepository.CandidateEntry;
import vn.loa.search.SearchRepository.Candidates;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchResult;
import vn.loa.search.known.LastCounts;
import vn.loa.search.known.SearchDay;
import vn.loa.search.known.SearchDays;

/** Finds a page of results: first those that have the words themselves, behind them those of a wider search. */
@ApplicationScoped
class SearchResults {

    private final SearchRepository entries;
    private final SearchDays days;
    private final LastCounts lastCounts;

    SearchResults(SearchRepository entries, SearchDays days, LastCounts lastCounts) {
        this.entries = entries;
        this.days = days;
        this.lastCounts = lastCounts;
    }

    /**
     * What an order finds.
     *
     * @param ranking of the candidates, if there were few
     * @param wider whether the wider search has other candidates; unknown if there were many
     * @param force the day that was asked about
     */
    private record Search(SearchResult result, Optional<Ranking> ranking, boolean wider, SearchDay force) {
    }

    SearchResult page(SearchOrder order, SearchWindow window, SearchDay force) {
        Search own = search(order, List.of(), window.isBehindExact() ? SearchWindow.NOTHING : window, force);
        SearchResult exact = own.result;
        int more = SearchRepository.MOST_HITS - exact.total();
        if (order.wider().isEmpty() || more == 0) {
            return exact;
        }
        SearchOrder wider = order.wider().get();
        // What was ranked may be among the candidates, and left out of them.
        if (own.ranking.isEmpty() && entries.isWithoutCandidates(wider, exact.stamp())) {
            return exact;
        }
        SearchWindow behind = window.behind(exact.total(), exact.found().size());
        if (own.wider || own.ranking.isEmpty()) {
            return joined(exact, search(wider, own.ranking.map(Ranking::entries).orElse(List.of()), behind, own.force).result, more);
        }
        List<CandidateEntry> others = own.ranking.get().others(wider);
        return others.isEmpty() ? exact : joined(exact, others.size() <= wider.mostRanked()
                ? new Ranking(wider, others).page(behind, exact.stamp()) : entries.bestOfMany(wider, behind, own.force), more);
    }

    /** @param without entries that are left out of the candidates */
    private Search search(SearchOrder order, List<Long> without, SearchWindow window, SearchDay force) {
        Optional<SearchResult> likely = ofCommonWords(order, window, force);
        Search found = likely.filter(best -> best.seen() > order.mostRanked()).map(best -> new Search(best, Optional.empty(), false, force))
                .orElseGet(() -> ofCandidates(order, without, window, force, likely));
        if (!force.isGuess() || found.ranking.isPresent() || found.result.total() > SearchDays.MOST_ENTRIES) {
            return found;
        }
        SearchDay asked = days.read(force.day());
        return asked.few().isEmpty() ? new Search(found.result, found.ranking, found.wider, asked)
                : ofCandidates(order, without, window, asked, Optional.empty());
    }

    /** @param best of many candidates, where this was found already */
    private Search ofCandidates(SearchOrder order, List<Long> without, SearchWindow window, SearchDay force, Optional<SearchResult> best) {
        Candidates candidates = entries.candidates(order, without, force);
        Optional<Ranking> ranking = candidates.few().map(few -> new Ranking(order, few));
        SearchResult result = ranking.map(ranked -> ranked.page(window, candidates.stamp()))
                .orElseGet(() -> best.orElseGet(() -> entries.bestOfMany(order, window, force)));
        if (ranking.isEmpty()) {
            lastCounts.put(order.candidates().tsquery(), Math.max(result.seen(), order.mostRanked() + 1));
        } else if (best.isPresent()) {
            lastCounts.forget(order.candidates().tsquery());
        }
        return new Search(result, ranking, candidates.wider(), force);
    }

    /** The best of candidates that were too many to be ranked when they were last looked for, and so need not be looked at. */
    private Optional<SearchResult> ofCommonWords(SearchOrder order, SearchWindow window, SearchDay force) {
        boolean isCommon = force.few().isEmpty() && order.mostRanked() < SearchRepository.MOST_HITS
                && lastCounts.isAtLeast(order.mostRanked() + 1, order.candidates().tsquery());
        return isCommon ? Optional.of(entries.bestOfMany(order, window, force)) : Optional.empty();
    }

    /** An entry of the wider search is negative in a cursor, so that the page behind it begins there. */
    private static SearchResult joined(SearchResult exact, SearchResult wider, int more) {
        Stream<Found> behind = wider.found().stream().filter(found -> found.place() <= more)
                .map(found -> new Found(exact.total() + found.place(), -found.entry(), found.match()));
        return new SearchResult(exact.total() + Math.min(wider.total(), more),
                joined(exact.counted().stream(), wider.counted().stream().limit(more)), joined(exact.found().stream(), behind),
                exact.bestTier(), exact.seen(), exact.stamp() == null ? wider.stamp() : exact.stamp());
    }

    private static <T> List<T> joined(Stream<T> first, Stream<T> second) {
        return Stream.concat(first, second).toList();
    }
}
