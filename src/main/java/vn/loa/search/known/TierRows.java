package vn.loa.search.known;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import vn.loa.directive.force.ForceView;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
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

    private static final Statements BEST = Statements.of(MOST, Map.of("smallBlocks", 2, "ofDay", "", "onDay", ""));

    /**
     * @param most entries that are found
     * @param twice finds more, for tiers whose entries may be among those of better ones
     */
    record Statements(int most, NamedSql once, NamedSql twice) {

        static Statements of(int most, Map<String, Object> parts) {
            return new Statements(most, of(most, 0, parts), of(most, MOST_TWICE, parts));
        }

        private static NamedSql of(int most, int more, Map<String, Object> parts) {
            Map<String, Object> all = new HashMap<>(parts);
            all.put("most", most + more);
            return SqlFile.read("search/best-of-many", all);
        }

        Statements on(LocalDate day) {
            return new Statements(most, once.with("day", day), twice.with("day", day));
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

        /** @param more of a tsquery, behind the query */
        Tier narrowed(String more) {
            return new Tier(query + more, alone + more, rare);
        }
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

    /**
     * The tiers that have entries; of all together, the best {@link #MOST}.
     *
     * @param seen how many entries were found, with those that are left out for their status
     */
    public record FoundTiers(List<FoundTier> tiers, int seen) {

        static final FoundTiers NONE = new FoundTiers(List.of(), 0);

        public boolean isEmpty() {
            return tiers.isEmpty();
        }

        /** Whether they certainly were found in the public content of this stamp. */
        boolean isOf(UUID stamp) {
            return !tiers.isEmpty() && tiers.get(0).stamp.equals(stamp);
        }

        static FoundTiers all(List<FoundTier> tiers) {
            return new FoundTiers(tiers, count(tiers));
        }
    }

    private final SqlReader rows;
    private final LastCounts lastCounts;

    TierRows(SqlReader rows, LastCounts lastCounts) {
        this.rows = rows;
        this.lastCounts = lastCounts;
    }

    public FoundTiers read(List<Tier> tiers) {
        return FoundTiers.all(read(tiers, BEST, true));
    }

    /** @param counted whether how many there are is remembered */
    List<FoundTier> read(List<Tier> tiers, Statements statements, boolean counted) {
        List<String> queries = tiers.stream().map(Tier::query).toList();
        List<Boolean> rare = tiers.stream().map(Tier::rare).toList();
        List<Boolean> together = tiers.stream().map(tier -> tier.rare || lastCounts.isAtMost(MOST_TOGETHER, tier.query)).toList();
        int alone = tiersAlone(queries);
        List<FoundTier> found = read(alone > 1 ? statements.twice : statements.once, asked(tiers, alone), rare, together);
        if (alone > 1) {
            boolean isCut = count(found) == statements.most + MOST_TWICE;
            // Each entry in its best tier.
            found = first(found, statements.most, new HashSet<Long>()::add);
            if (isCut && count(found) < statements.most) {
                queries.forEach(lastCounts::forget);
                return read(statements.once, queries, rare, rare);
            }
        }
        if (counted) {
            boolean full = count(found) == statements.most;
            int last = full ? found.get(found.size() - 1).tier : tiers.size();
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

    /**
     * How many of the tiers are likely to stand behind few better entries, which each of them finds again; the first of all stands
     * behind none.
     */
    private int tiersAlone(List<String> queries) {
        int better = 0;
        int twice = 0;
        int alone = 1;
        while (alone < queries.size() && lastCounts.isAtMost(MOST_TWICE - twice - better, queries.get(alone - 1))) {
            better += lastCounts.of(queries.get(alone - 1));
            twice += better;
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

    private List<FoundTier> read(NamedSql sql, List<String> queries, List<Boolean> rare, List<Boolean> together) {
        return rows.read(sql.with("tiers", queries).with("rare", rare).with("together", together),
                row -> tier(row, row.get("old", Boolean.class), row.get("matches", Integer.class)));
    }

    private static FoundTier tier(ResultRow row, boolean old, int matches) {
        return new FoundTier(row.get("tier", Long.class).intValue() - 1, row.longs("entries"), old, matches, row.get("entry_table", Long.class),
                row.get("stamp", UUID.class));
    }

    /** The entries that are wanted, as far as there is place for them. */
    static List<FoundTier> first(List<FoundTier> found, int most, Predicate<Long> wanted) {
        List<FoundTier> first = new ArrayList<>();
        int left = most;
        for (FoundTier tier : found) {
            List<Long> entries = tier.entries.stream().filter(wanted).limit(left).toList();
            left -= entries.size();
            if (!entries.isEmpty()) {
                first.add(new FoundTier(tier.tier, entries, tier.old, tier.matches, tier.table, tier.stamp));
            }
        }
        return first;
    }

    static int count(List<FoundTier> found) {
        return found.stream().mapToInt(each -> each.entries.size()).sum();
    }
}
