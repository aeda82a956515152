package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.search.known.TierRows.FoundTier;
import vn.loa.search.known.TierRows.FoundTiers;
import vn.loa.search.known.TierRows.Statements;
import vn.loa.search.known.TierRows.Tier;
import vn.loa.sql.SqlFile;

/**
 * Reads the entries of a search that are in force on a day, among those of the years that may be in force. The newest entries are found
 * whatever their status is, and looked at in memory: mostly enough of them are in force. Where they are not, PostgreSQL goes through all
 * that match.
 */
@Startup
@ApplicationScoped
public class InForceRows {

    /** Of the newest entries, as many are looked at as were enough lately. */
    private static final List<Statements> NEWEST = Stream.of(650, 1_000, 1_500, 2_500, 5_000)
            .map(most -> Statements.of(most, Map.of("ofDay", "", "onDay", ""))).toList();
    /** The periods of a day whose articles are looked for beforehand, for one that has few. */
    private static final int MOST_IN_FORCE = 20_000;
    private static final Statements ALL = Statements.of(TierRows.MOST, Map.of(
            "ofDay", SqlFile.read("search/in-force-articles", Map.of("mostInForce", MOST_IN_FORCE)).text(),
            "onDay", SqlFile.read("search/in-force-only").text()));

    private final TierRows rows;
    private final KnownContent known;
    private final ForceYears years;
    private final EnoughNewest enough = new EnoughNewest(NEWEST.stream().map(Statements::most).toList());

    InForceRows(TierRows rows, KnownContent known, ForceYears years) {
        this.rows = rows;
        this.known = known;
        this.years = years;
    }

    public FoundTiers read(List<Tier> tiers, SearchDay day) {
        if (day.allowsNothing()) {
            return FoundTiers.NONE;
        }
        YearsInForce before = years.known();
        Optional<List<String>> narrowing = before.on(day.day());
        FoundTiers found = narrowing.map(lexemes -> ofYears(tiers, lexemes, day)).orElseGet(() -> newestOrAll(tiers, day));
        if (!found.isEmpty() && found.tiers().get(0).stamp().equals(before.stamp())) {
            return found;
        }
        boolean sameYears = years.read().on(day.day()).equals(narrowing);
        return narrowing.isEmpty() || sameYears ? found : newestOrAll(tiers, day);
    }

    private FoundTiers ofYears(List<Tier> tiers, List<String> lexemes, SearchDay day) {
        if (lexemes.isEmpty()) {
            return FoundTiers.NONE;
        }
        String narrowing = lexemes.stream().collect(Collectors.joining("'|'", " & ('", "')"));
        return newestOrAll(tiers.stream().map(tier -> tier.narrowed(narrowing)).toList(), day);
    }

    private FoundTiers newestOrAll(List<Tier> tiers, SearchDay day) {
        String key = day.keyOfMonth(tiers.get(tiers.size() - 1).query());
        int size = enough.placeFor(key);
        int seen = 0;
        while (size < NEWEST.size()) {
            int most = NEWEST.get(size).most();
            List<FoundTier> newest = rows.read(tiers, NEWEST.get(size), true);
            List<FoundTier> inForce = inForce(newest, day);
            seen = TierRows.count(newest);
            int found = TierRows.count(inForce);
            if (found == TierRows.MOST || seen < most) {
                enough.put(key, needed(newest, inForce));
                return new FoundTiers(inForce, seen);
            }
            size = enough.put(key, most * TierRows.MOST / Math.max(found, 1));
        }
        List<FoundTier> all = rows.read(tiers, ALL.on(day.day()), false);
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
