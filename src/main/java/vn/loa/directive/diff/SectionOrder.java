package vn.loa.directive.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import vn.loa.directive.SectionView;

/**
 * Finds the sections that moved between two texts. A section moves together with the sections inside it, so only the
 * order among siblings counts. The number of moved sections is the smallest possible, and a comparison in the other
 * direction gives the same sections.
 */
final class SectionOrder {
    /** The index of a section in both texts. */
    private record SectionPosition(String eId, int before, int after) {
        boolean precedes(SectionPosition other) {
            return before < other.before && after < other.after;
        }
    }

    private SectionOrder() {}

    static Set<String> moved(Map<String, SectionView> before, Map<String, SectionView> after) {
        Map<String, Integer> positions = new HashMap<>();
        before.keySet().forEach(eId -> positions.put(eId, positions.size()));
        Set<String> moved = new HashSet<>();
        Map<String, List<SectionPosition>> siblings = new HashMap<>();
        int position = 0;
        for (SectionView section : after.values()) {
            SectionView was = before.get(section.eId());
            if (was != null && !Objects.equals(was.parentEId(), section.parentEId())) {
                moved.add(section.eId());
            } else if (was != null) {
                siblings.computeIfAbsent(section.parentEId(), parent -> new ArrayList<>())
                        .add(new SectionPosition(section.eId(), positions.get(section.eId()), position));
            }
            position++;
        }
        siblings.values().forEach(group -> {
            group.forEach(section -> moved.add(section.eId));
            longestInOrder(group).forEach(section -> moved.remove(section.eId));
        });
        return moved;
    }

    /**
     * The longest subsequence with the same order in both texts. Of several, the one that begins with the first
     * sections.
     */
    private static List<SectionPosition> longestInOrder(List<SectionPosition> positions) {
        List<List<SectionPosition>> byRank = byRank(positions);
        List<SectionPosition> chain = new ArrayList<>();
        for (int rank = byRank.size() - 1; rank >= 0; rank--) {
            SectionPosition last = chain.isEmpty() ? null : chain.get(chain.size() - 1);
            chain.add(byRank.get(rank).stream().filter(position -> last == null || last.precedes(position))
                    .min(Comparator.<SectionPosition>comparingInt(position -> position.before + position.after)
                            .thenComparing(SectionPosition::eId))
                    .orElseThrow());
        }
        return chain;
    }

    /** Groups the sections by rank: the number of sections that can follow in the order of both texts. */
    private static List<List<SectionPosition>> byRank(List<SectionPosition> positions) {
        List<List<SectionPosition>> byRank = new ArrayList<>();
        // for each rank the greatest index in the first text; a greater index has a smaller rank
        TreeMap<Integer, Integer> rankOf = new TreeMap<>();
        for (int i = positions.size() - 1; i >= 0; i--) {
            SectionPosition position = positions.get(i);
            Map.Entry<Integer, Integer> next = rankOf.higherEntry(position.before);
            int rank = next == null ? 0 : next.getValue() + 1;
            rankOf.put(position.before, rank);
            for (Map.Entry<Integer, Integer> lower = rankOf.lowerEntry(position.before);
                    lower != null && lower.getValue() <= rank; lower = rankOf.lowerEntry(position.before)) {
                rankOf.remove(lower.getKey());
            }
            if (rank == byRank.size()) {
                byRank.add(new ArrayList<>());
            }
            byRank.get(rank).add(position);
        }
        return byRank;
    }
}
