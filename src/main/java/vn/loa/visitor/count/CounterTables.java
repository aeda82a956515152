package vn.loa.visitor.count;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Site;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.SqlFile;
import vn.loa.visitor.Period;

/**
 * Stores batches of hits in the counters' tables. The database decides which hits count as visits and views, so that any
 * instance comes to the same result.
 */
@Startup
@ApplicationScoped
class CounterTables {

    private static final int SLOTS = 16;

    private static final NamedSql PUBLISHED = SqlFile.read("visitor/published-articles")
            .with("lockTimeout", HitStore.LOCK_TIMEOUT_MILLIS + "ms");
    private static final NamedSql NEW_HITS = NamedSql.of("insert into stored_hit (id, day) "
            + "select id, :day from unnest(:ids) as asked (id) on conflict do nothing returning id");
    private static final NamedSql CARRIED_OVER = SqlFile.read("visitor/carried-over-visits");
    private static final NamedSql VIEWS_OF_DAY_BEFORE =
            NamedSql.of("select view, counted from view_state where odd = :odd and view = any (:views)");
    private static final NamedSql COUNT_ODD = count(Map.of("half", "odd", "odd", true));
    private static final NamedSql COUNT_EVEN = count(Map.of("half", "even", "odd", false));

    private final Site site;
    /** Two instances may have the same slot. Then they wait for each other's commits, and still count exactly. */
    private final int slot = new SecureRandom().nextInt(SLOTS);

    CounterTables(Site site) {
        this.site = site;
    }

    private static NamedSql count(Map<String, Object> half) {
        return SqlFile.read("visitor/count", half).with("silence", CountingWindows.VISIT_SILENCE.toSeconds())
                .with("trusted", PresenceCache.TRUSTED_SECONDS).with("window", CountingWindows.VIEW_WINDOW.toSeconds())
                .with("difference", CountingWindows.CLOCK_DIFFERENCE.toSeconds());
    }

    /** Begins a batch, and returns those of the articles that the public may read. */
    Set<UUID> begin(Collection<UUID> articles, ShortTransaction database) {
        return ids(PUBLISHED.with("articles", articles), database);
    }

    /** Stores the ids of hits, and returns those that were not stored before. */
    Set<UUID> firstTime(Collection<UUID> ids, DayKey key, ShortTransaction database) {
        return ids(NEW_HITS.with("day", key.day()).with("ids", ids.stream().sorted().toList()), database);
    }

    private static Set<UUID> ids(NamedSql sql, ShortTransaction database) {
        return new HashSet<>(database.read(sql, row -> row.get("id", UUID.class)));
    }

    /** Just after midnight: finds the visits and views of a batch that began on the day before. */
    void carryOver(Batch batch, ShortTransaction database) {
        boolean odd = !batch.key.odd();
        database.each(CARRIED_OVER.with("odd", odd).with("visitors", batch.visitorsOfDayBefore().toList())
                .with("since", batch.at - CountingWindows.VISIT_SILENCE.toSeconds()),
                row -> batch.carryVisitOver(row.get("visitor", Long.class)));
        database.each(VIEWS_OF_DAY_BEFORE.with("odd", odd).with("views", batch.viewsOfDayBefore().toList()),
                row -> batch.carryViewOver(row.get("view", Long.class), row.get("counted", Long.class)));
    }

    /** Stores a batch, up to the commit. Empty, with nothing stored, when the key is not the agreed one. */
    Optional<CountResult> count(Batch batch, ShortTransaction database) {
        NamedSql sql = (batch.key.odd() ? COUNT_ODD : COUNT_EVEN)
                .with("day", batch.key.day()).with("keyHash", batch.key.fingerprint())
                .with("hour", Period.hourOf(batch.instant(), site.zone())).with("slot", slot)
                .with("hits", (long) batch.hits.size())
                .with("visitors", batch.arrivals.keySet())
                .with("visitorsAt", batch.arrivals.values().stream().map(arrival -> arrival.at).toList())
                .with("visitsCarriedOver", batch.arrivals.values().stream().map(arrival -> arrival.carriedOver).toList())
                .with("views", batch.reads.keySet())
                .with("viewsAt", batch.reads.values().stream().map(read -> read.at).toList())
                .with("viewsCarriedOver", batch.reads.values().stream().map(read -> read.carriedOver).toList())
                .with("articles", batch.reads.values().stream().map(read -> read.article).toList());
        return database.read(sql, row -> !row.get("stored", Boolean.class) ? Optional.<CountResult>empty()
                : Optional.of(new CountResult(Set.copyOf(row.longs("visitors")), Set.copyOf(row.longs("views"))))).get(0);
    }
}
