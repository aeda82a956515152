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
 * one of those, which takes longer than finding it. For a day the newest entries are found whatever their status is, and looked at in
 * memory: mostly enough of them are in force. What is found is always the same: a reading that followed a wrong guess is
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
    /** The periods of a day whose articles are looked for beforehand, for one that has few. */
    private static final int MOST_IN_FORCE = 20_000;

    /** The entries of the articles of a day that are looked at one by one, where there are so few: 40 ms. None of them is left out. */
    private static final int MOST_OF_FEW_ARTICLES = MOST;
    /** Their periods, and those of their sections. */
    private static final int MOST_PERIODS_OF_FEW_ARTICLES = 2_000;
    /** The newest entries of all among which those that are in force on a day are looked for. */
    private static final int MOST_NEWEST = 1_500;

    private static final Statements BEST = Statements.of(MOST, Map.of("ofDay", "", "onDay", ""));
    private static final Statements NEWEST = Statements.of(MOST_NEWEST, Map.of("ofDay", "", "onDay", ""));
    private static final NamedSql IN_FEW_ARTICLES = SqlFile.read("search/best-in-few-articles", Map.of("mostPeriods", MOST_PERIODS_OF_FEW_ARTICLES,
            "mostEntries", MOST_OF_FEW_ARTICLES));
    private static final Statements BEST_IN_FORCE = Statements.of(MOST, Map.of(
            "ofDay", SqlFile.read("search/in-force-articles", Map.of("mostInForce", MOST_IN_FORCE)).text(),
            "onDay", SqlFile.read("search/in-force-only").text()));

    /**
     * @param most entries that are found
     * @param twice finds more, for tiers whose entries may be among those of better ones
     */
    private record Statements(int most, NamedSql once, NamedSql twice) {

        private static Statements of(int most, Map<String, Object> parts) {
            return new Statements(most, of(most, 0, parts), of(most, MOST_TWICE, parts));
        }

        private static NamedSql of(int most, int more, Map<String, Object> parts) {
            Map<String, Object> all = new HashMap<>(parts);
            all.put("most", most + more);
            return SqlFile.read("search/best-of-many", all);
        }

        private Statements on(LocalDate day) {
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
    }

    /**
     * The day of the statuses.
     *
     * @param inForceAlone whether only what is in force on that day is found
     */
    public record Day(LocalDate day, boolean inForceAlone) {

        /** @param status on the day; null where there is no document */
        public boolean allows(String status) {
            return !inForceAlone || ForceView.isInForce(status);
        }

        /** By which the results of a query are counted. */
        public String key(String tsquery) {
            return inForceAlone ? day + " " + tsquery : tsquery;
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

    private final SqlReader rows;
    private final LastCounts lastCounts;
    private final KnownContent known;
    /** Looking among the newest, by day and query. */
    private final VainReads vain = new VainReads();

    TierRows(SqlReader rows, LastCounts lastCounts, KnownContent known) {
        this.rows = rows;
        this.lastCounts = lastCounts;
        this.known = known;
    }

    /** The tiers that have entries; of all together, the best {@link #MOST}. */
    public List<FoundTier> read(List<Tier> tiers, Day day) {
        return !day.inForceAlone ? read(tiers, BEST, true) : amongNewest(tiers, day).or(() -> inFewArticles(tiers, day.day))
                .orElseGet(() -> read(tiers, BEST_IN_FORCE.on(day.day), false));
    }

    /** Those of the newest entries that are in force; empty if older ones are wanted, too. */
    private Optional<List<FoundTier>> amongNewest(List<Tier> tiers, Day day) {
        String key = day.key(tiers.get(tiers.size() - 1).query);
        if (vain.leavesOut(key)) {
            return Optional.empty();
        }
        List<FoundTier> newest = read(tiers, NEWEST, true);
        Map<Long, KnownEntry> entries = newest.isEmpty() ? Map.of() : known.entries(
                newest.stream().flatMap(tier -> tier.entries.stream()).toList(), newest.get(0).stamp, newest.get(0).table);
        if (entries.size() < count(newest)) {
            // Some are gone: the content changed, or the index was made anew meanwhile.
            return Optional.empty();
        }
        List<FoundTier> inForce = first(newest, MOST, entry -> day.allows(entries.get(entry).statusOn(day.day)));
        if (count(inForce) == MOST || count(newest) < MOST_NEWEST) {
            return Optional.of(inForce);
        }
        vain.put(key);
        return Optional.empty();
    }

    /** Empty if the articles that are in force have many entries. */
    private Optional<List<FoundTier>> inFewArticles(List<Tier> tiers, LocalDate day) {
        record Row(boolean few, FoundTier tier) {
        }
        List<Row> read = rows.read(IN_FEW_ARTICLES.with("day", day).with("tiers", tiers.stream().map(Tier::query).toList()),
                row -> new Row(row.get("few", Boolean.class), row.get("tier", Long.class) == null ? null : tier(row, false, 0)));
        return read.get(0).few ? Optional.of(read.stream().map(Row::tier).filter(Objects::nonNull).toList()) : Optional.empty();
    }

    /** @param counted whether how many there are is remembered */
    private List<FoundTier> read(List<Tier> tiers, Statements statements, boolean counted) {
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
    private static List<FoundTier> first(List<FoundTier> found, int most, Predicate<Long> wanted) {
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

    private static int count(List<FoundTier> found) {
        return found.stream().mapToInt(each -> each.entries.size()).sum();
    }
}
