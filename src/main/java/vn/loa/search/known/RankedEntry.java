package vn.loa.search.known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An entry of a tier with many others, among which the newest is the best.
 *
 * @param tier from 0
 */
public record RankedEntry(int tier, KnownEntry entry) {

    private static final Comparator<RankedEntry> BEST_FIRST = Comparator.comparingInt(RankedEntry::tier)
            .thenComparing(ranked -> ranked.entry.sectionId() != null)
            .thenComparing(ranked -> ranked.entry.publishedAt(), Comparator.reverseOrder())
            .thenComparingLong(ranked -> ranked.entry.id());

    /** The entries in order. Of several entries of one long text, only the best one is a result. */
    public static List<RankedEntry> inOrder(List<RankedEntry> all) {
        List<RankedEntry> ranked = new ArrayList<>(all);
        ranked.sort(BEST_FIRST);
        List<RankedEntry> parts = ranked.stream().filter(each -> each.entry.part() > 0).toList();
        if (!parts.isEmpty()) {
            ranked.removeIf(each -> each.entry.part() > 0 && parts.stream().anyMatch(each::isLessThan));
        }
        return ranked;
    }

    private boolean isLessThan(RankedEntry other) {
        return entry.isOfTextOf(other.entry) && (other.tier < tier || other.tier == tier && other.entry.id() < entry.id());
    }
}
