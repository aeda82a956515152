package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.search.known.TierRows.FoundTier;
import vn.loa.search.known.TierRows.FoundTiers;
import vn.loa.search.known.TierRows.Statements;
import vn.loa.search.known.TierRows.Tier;
import vn.loa.sql.SqlFile;

/**
 * Reads the entries of a search that are in force on a day, among those of the months that may be in force. The newest entries are found
 * whatever their status is, and looked at in memory: mostly enough of them are in force. Where they are not, PostgreSQL goes through all
 * that match.
 */
@Startup
@ApplicationScoped
public class InForceRows {

    /** Of the newest entries, as many are looked at as were enough lately. */
    private static final List<Integer> NEWEST = List.of(550, 650, 1_000, 1_500, 2_500, 5_000);
    /** The periods of a day whose articles are looked for beforehand, for one that has few. */
    private static final int MOST_IN_FORCE = 20_000;

    /**
     * Statements of which each finds the same entries, in one order.
     *
     * @param newest for each of {@link #NEWEST}
     * @param all for all that match
     */
    private record Reads(List<Statements> newest, Statements all) {

        /** Of all entries, which a search without a day reads in the same order. */
        static final Reads OF_ALL = of(2);
        /** Of the entries of some months, which are fewer in each block. */
        static final Reads OF_MONTHS = of(3);

        private static Reads of(int smallBlocks) {
            return new Reads(NEWEST.stream().map(most -> Statements.of(most, Map.of("smallBlocks", smallBlocks, "ofDay", "", "onDay", ""))).toList(),
                    Statements.of(TierRows.MOST, Map.of("smallBlocks", smallBlocks,
                            "ofDay", SqlFile.read("search/in-force-articles", Map.of("mostInForce", MOST_IN_FORCE)).text(),
                            "onDay", SqlFile.read("search/in-force-only").text())));
        }
    }

    private final TierRows rows;
    private final KnownContent known;
    private final ForceMonths months;
    private final EnoughNewest enough = new EnoughNewest(NEWEST);

    InForceRows(TierRows rows, KnownContent known, ForceMonths months) {
        this.rows = rows;
        this.known = known;
        this.months = months;
    }

    public FoundTiers read(List<Tier> tiers, SearchDay day) {
        if (day.allowsNothing()) {
            return FoundTiers.NONE;
        }
        MonthsInForce before = months.known();
        FoundTiers found = read(tiers, day, before);
        if (found.isOf(before.stamp())) {
            return found;
        }
        MonthsInForce now = months.present();
        if (now.on(day.day()).equals(before.on(day.day()))) {
            return found;
        }
        found = read(tiers, day, now);
        return found.isOf(now.stamp()) ? found : newestOrAll(tiers, day, Reads.OF_ALL);
    }

    private FoundTiers read(List<Tier> tiers, SearchDay day, MonthsInForce mayBe) {
        Optional<List<String>> lexemes = mayBe.on(day.day());
        if (lexemes.isEmpty()) {
            return newestOrAll(tiers, day, Reads.OF_ALL);
        }
        if (lexemes.get().isEmpty()) {
            return FoundTiers.NONE;
        }
        String narrowing = lexemes.get().stream().collect(Collectors.joining("'|'", " & ('", "')"));
        return newestOrAll(tiers.stream().map(tier -> tier.narrowed(narrowing)).toList(), day, Reads.OF_MONTHS);
    }

    private FoundTiers newestOrAll(List<Tier> tiers, SearchDay day, Reads reads) {
        String key = day.keyOfMonth(tiers.get(tiers.size() - 1).query());
        int size = enough.placeFor(key);
        int seen = 0;
        while (size < NEWEST.size()) {
            int most = NEWEST.get(size);
            List<FoundTier> newest = rows.read(tiers, reads.newest.get(size), true);
            List<FoundTier> inForce = inForce(newest, day);
            seen = TierRows.count(newest);
            int found = TierRows.count(inForce);
            if (found == TierRows.MOST || seen < most) {
                enough.put(key, needed(newest, inForce));
                return new FoundTiers(inForce, seen);
            }
            size = enough.put(key, most * TierRows.MOST / Math.max(found, 1));
        }
        List<FoundTier> all = rows.read(tiers, reads.all.on(day.day()), false);
        return new FoundTiers(all, Math.max(seen, TierRows.count(all)));
    }

    /** What is gone since it was found is not in force. */
    private List<FoundTier> inForce(List<FoundTier> newest, SearchDay day) {
        if (newest.isEmpty()) {
            return newest;
        }
        Map<Long, KnownEntry> entries = known.entries(ids(newest), newest.get(0).stamp(), newest.get(0).table());
        return TierRows.first(newest, TierRows.MOST, id -> entries.containsKey(id) && day.allows(entries.get(id).statusOn(day.day())));
    }

    /** Up to which place the newest were needed. */
    private static int needed(List<FoundTier> newest, List<FoundTier> inForce) {
        List<Long> found = ids(inForce);
        return found.size() < TierRows.MOST ? TierRows.count(newest) : ids(newest).indexOf(found.get(found.size() - 1)) + 1;
    }

    private static List<Long> ids(List<FoundTier> tiers) {
        return tiers.stream().flatMap(tier -> tier.entries().stream()).toList();
    }
}
