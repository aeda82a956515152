package vn.loa.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.loa.search.Candidate.Wanted;
import vn.loa.search.SearchRepository.CandidateEntry;
import vn.loa.search.SearchRepository.Found;
import vn.loa.search.SearchRepository.SearchMatch;
import vn.loa.search.SearchRepository.SearchResult;

/** Ranks a few candidates by their texts: by tier, inside a tier by {@link WordRank}, among equals the newest first. */
final class Ranking {

    private record Ranked(int tier, double rank, CandidateEntry entry) {

        private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::tier)
                .thenComparing(Comparator.comparingDouble(Ranked::rank).reversed())
                .thenComparing(ranked -> ranked.entry.match().eId() != null)
                .thenComparing(ranked -> ranked.entry.match().article().firstPublishedAt(), Comparator.reverseOrder())
                .thenComparingLong(ranked -> ranked.entry.id());
    }

    /** A place in the public text: several entries of a long text have the same. */
    private record Place(UUID articleId, String eId) {

        static Place of(SearchMatch match) {
            return new Place(match.article().article().id(), match.eId());
        }
    }

    private final SearchOrder order;
    private final List<Ranked> found = new ArrayList<>();
    /** Candidates in no tier. */
    private final List<CandidateEntry> others = new ArrayList<>();

    Ranking(SearchOrder order, List<CandidateEntry> candidates) {
        this.order = order;
        Wanted wanted = new Wanted(order.tiers(), order.words());
        Set<Place> seen = new HashSet<>();
        for (CandidateEntry entry : candidates) {
            if (seen.add(Place.of(entry.match()))) {
                add(entry, new Candidate(entry.text(), wanted));
            }
        }
        found.sort(Ranked.BEST_FIRST);
    }

    private void add(CandidateEntry entry, Candidate candidate) {
        for (int tier = 0; tier < order.tiers().size(); tier++) {
            if (order.tiers().get(tier).matches(candidate)) {
                found.add(new Ranked(tier, WordRank.of(candidate, order.words(), entry.length()), entry));
                return;
            }
        }
        others.add(entry);
    }

    /** The entries that are results. */
    List<Long> entries() {
        return found.stream().map(each -> each.entry.id()).toList();
    }

    /** The candidates that are no results, but would be with this order. */
    List<CandidateEntry> others(SearchOrder another) {
        if (others.isEmpty()) {
            return others;
        }
        Wanted wanted = new Wanted(another.tiers(), another.words());
        return others.stream().filter(entry -> {
            Candidate candidate = new Candidate(entry.text(), wanted);
            return another.tiers().stream().anyMatch(tier -> tier.matches(candidate));
        }).toList();
    }

    /** @param stamp of the public content that the candidates are of */
    SearchResult page(SearchWindow window, UUID stamp) {
        List<Ranked> kept = found.subList(0, Math.min(found.size(), SearchRepository.MOST_HITS));
        return new SearchResult(kept.size(), kept.stream().map(each -> each.entry.counted()).toList(),
                IntStream.range(behind(window, kept), kept.size()).limit(window.size())
                        .mapToObj(i -> new Found(i + 1, kept.get(i).entry.id(), kept.get(i).entry.match())).toList(),
                window.isFirst() && !kept.isEmpty() ? kept.get(0).tier : -1, kept.size(), stamp);
    }

    private static int behind(SearchWindow window, List<Ranked> kept) {
        return IntStream.range(0, kept.size()).filter(i -> kept.get(i).entry.id() == window.after()).map(i -> i + 1).findFirst()
                .orElse(Math.min(window.offset(), kept.size()));
    }
}
