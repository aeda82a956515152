package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Reads the entries of a search tier by tier, up to a limit. How it reads them follows from how many the tiers had when they were
 * last asked: where all or nearly all are wanted they are found at once, and what stands behind a few better ones need not be asked whether it is
 * one of those, which takes longer than finding it. What is found is always the same: a reading that followed a wrong guess is
 * repeated without.
 */
@Startup
@ApplicationScoped
public class TierRows {

    /** The most entries that are found: the best. */
    public static final int MOST = 500;
    /** The most better entries that may be found again behind themselves. */
    private static final int MOST_TWICE = 50;
    /** The most entries of a tier that are worth finding at once: each of them is read then. */
    private static final int MOST_TOGETHER = 2_000;
    /** The articles of a day that are looked for beforehand, for one that has few. */
    private static final int MOST_IN_FORCE = 20_000;

    private static final Statements ONCE = Statements.of(MOST);
    private static final Statements TWICE = Statements.of(MOST + MOST_TWICE);

    /** @param inForce finds only what is in force on a day */
    private record Statements(NamedSql all, NamedSql inForce) {

        private static Statements of(int most) {
            return new Statements(SqlFile.read("search/best-of-many", Map.of("most", most, "ofDay", "", "onDay", "")),
                    SqlFile.read("search/best-of-many", Map.of("most", most,
                            "ofDay", SqlFile.read("search/in-force-articles", Map.of("mostInForce", MOST_IN_FORCE)).text(),
                            "onDay", SqlFile.read("search/in-force-only").text())));
        }
    }

    /**
     * A tier.
     *
     * @param query a tsquery; no entry is in two tiers
     * @param alone the same without the exclusion of the better tiers
     * @param rare whether it certainly has few entries, so that it does not matter which are found first
     */
    public record Tier(String query, String alone, boolean rare) {
    }

    /**
     * The day of the statuses.
     *
     * @param inForceAlone whether only what is in force on that day is found
     */
    public record Day(LocalDate day, boolean inForceAlone) {
    }

    /**
     * The entries of a tier that were found, at least one.
     *
     * @param tier from 0
     * @param old whether one of them stands behind all blocks that are looked at first
     * @param matches how many there are, if all were found at once; otherwise zero
     * @param table of the entries, by its oid
     * @param stamp of the public content
     */
    public record FoundTier(int tier, List<Long> entries, boolean old, int matches, long table, UUID stamp) {
    }

    private final SqlReader rows;
    private final LastCounts lastCounts;

    TierRows(SqlReader rows, LastCounts lastCounts) {
        this.rows = rows;
        this.lastCounts = lastCounts;
    }

    /** The tiers that have entries; of all together, the best {@link #MOST}. */
    public List<FoundTier> read(List<Tier> tiers, Day day) {
        List<String> queries = tiers.stream().map(Tier::query).toList();
        List<Boolean> rare = tiers.stream().map(Tier::rare).toList();
        List<Boolean> together = tiers.stream().map(tier -> tier.rare || lastCounts.isAtMost(MOST_TOGETHER, tier.query)).toList();
        int alone = tiersAlone(queries);
        List<FoundTier> found = alone > 1 ? once(read(TWICE, asked(tiers, alone), rare, together, day))
                : read(ONCE, queries, rare, together, day);
        boolean full = count(found, tiers.size()) == MOST;
        int last = full ? found.get(found.size() - 1).tier : tiers.size();
        if (alone > 1 && count(found, alone - 1) > MOST_TWICE) {
            queries.forEach(lastCounts::forget);
            return read(ONCE, queries, rare, rare, day);
        }
        if (!day.inForceAlone) {
            queries.subList(0, last).forEach(query -> lastCounts.put(query, 0));
            found.forEach(each -> remember(queries.get(each.tier), each, full && each.tier == last));
        }
        return found;
    }

    /** Of a tier that may have more entries, only if it had to be searched to its end, and then how many it had when they were counted. */
    private void remember(String query, FoundTier found, boolean isCut) {
        if (isCut && !found.old) {
            lastCounts.forget(query);
        } else {
            lastCounts.put(query, isCut ? Math.max(MOST, Math.max(found.matches, lastCounts.of(query))) : found.entries.size());
        }
    }

    /** How many of the tiers are likely to stand behind few better ones; the first of all stands behind none. */
    private int tiersAlone(List<String> queries) {
        int better = 0;
        int alone = 1;
        while (alone < queries.size() && lastCounts.isAtMost(MOST_TWICE - better, queries.get(alone - 1))) {
            better += lastCounts.of(queries.get(alone - 1));
            alone++;
        }
        return alone;
    }

    private static List<String> asked(List<Tier> tiers, int alone) {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            asked.add(i < alone ? tiers.get(i).alone : tiers.get(i).query);
        }
        return asked;
    }

    private List<FoundTier> read(Statements statements, List<String> queries, List<Boolean> rare, List<Boolean> together, Day day) {
        NamedSql sql = day.inForceAlone ? statements.inForce.with("day", day.day) : statements.all;
        return rows.read(sql.with("tiers", queries).with("rare", rare).with("together", together),
                row -> new FoundTier(row.get("tier", Long.class).intValue() - 1, row.longs("entries"), row.get("old", Boolean.class),
                        row.get("matches", Integer.class), row.get("entry_table", Long.class), row.get("stamp", UUID.class)));
    }

    /** Each entry in its best tier, as many as are wanted. */
    private static List<FoundTier> once(List<FoundTier> found) {
        Set<Long> seen = new HashSet<>();
        List<FoundTier> once = new ArrayList<>();
        for (FoundTier tier : found) {
            List<Long> entries = tier.entries.stream().filter(entry -> seen.size() < MOST && seen.add(entry)).toList();
            if (!entries.isEmpty()) {
                once.add(new FoundTier(tier.tier, entries, tier.old, tier.matches, tier.table, tier.stamp));
            }
        }
        return once;
    }

    /** Of the first tiers. */
    private static int count(List<FoundTier> found, int tiers) {
        return found.stream().filter(each -> each.tier < tiers).mapToInt(each -> each.entries.size()).sum();
    }
}
