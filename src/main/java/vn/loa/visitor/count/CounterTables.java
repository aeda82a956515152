package vn.loa.visitor.count;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
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

/** Stores hits. What counts is decided in the database, so that it is the same whichever instance a hit comes to. */
@Startup
@ApplicationScoped
public class CounterTables {

    /** A visitor after this long a silence is a new visit. */
    static final Duration VISIT_SILENCE = Duration.ofMinutes(30);
    /** A visitor's further views of an article count again after this long. */
    static final Duration VIEW_WINDOW = Duration.ofMinutes(30);
    /** A visitor is online for this long after each hit. */
    public static final Duration ONLINE_WINDOW = Duration.ofMinutes(5);
    /** A time that lies further ahead was written before the clock was set back. */
    public static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private static final int SLOTS = 16;

    private static final NamedSql PUBLISHED = SqlFile.read("visitor/published-articles")
            .with("lockTimeout", HitStore.LOCK_TIMEOUT_MILLIS + "ms");
    private static final NamedSql NEW_HITS = NamedSql.of("insert into visit_hit (id, day) "
            + "select id, :day from unnest(:ids) as asked (id) on conflict do nothing returning id");
    private static final NamedSql CARRIED_OVER = SqlFile.read("visitor/carried-over-visits");
    private static final NamedSql COUNTED_BEFORE =
            NamedSql.of("select view, counted from view_state where odd = :odd and view = any (:views)");
    private static final NamedSql COUNT_ODD = count(Map.of("half", "odd", "odd", true));
    private static final NamedSql COUNT_EVEN = count(Map.of("half", "even", "odd", false));

    private final Site site;
    /** Two instances may have the same one: then they wait for each other's commits, and count as exactly. */
    private final int slot = new SecureRandom().nextInt(SLOTS);

    CounterTables(Site site) {
        this.site = site;
    }

    private static NamedSql count(Map<String, Object> half) {
        return SqlFile.read("visitor/count", half).with("silence", VISIT_SILENCE.toSeconds())
                .with("trusted", PresenceCache.TRUSTED).with("window", VIEW_WINDOW.toSeconds())
                .with("difference", CLOCK_DIFFERENCE.toSeconds());
    }

    /** The first statement of a batch, which finds those of these articles that the public may read. */
    Set<UUID> begin(Collection<UUID> articles, ShortTransaction database) {
        return ids(PUBLISHED.with("articles", articles), database);
    }

    /** Those of these hits that have not been stored before. */
    Set<UUID> firstTime(Collection<UUID> ids, DayKey key, ShortTransaction database) {
        return ids(NEW_HITS.with("day", key.day()).with("ids", ids.stream().sorted().toList()), database);
    }

    private static Set<UUID> ids(NamedSql sql, ShortTransaction database) {
        return new HashSet<>(database.read(sql, row -> row.get("id", UUID.class)));
    }

    /** Just after midnight: tells the batch which visits and views go on from the day before. */
    void carryOver(Batch batch, ShortTransaction database) {
        boolean odd = !batch.key.odd();
        database.each(CARRIED_OVER.with("odd", odd).with("visitors", batch.visitorsBefore().toList())
                .with("since", batch.at - VISIT_SILENCE.toSeconds()), row -> batch.visitGoesOn(row.get("visitor", Long.class)));
        database.each(COUNTED_BEFORE.with("odd", odd).with("views", batch.viewsBefore().toList()),
                row -> batch.viewCountedBefore(row.get("view", Long.class), row.get("counted", Long.class)));
    }

    /** Who is new on this day, and which views count. */
    record News(Set<Long> visitors, Set<Long> views) {
    }

    static final News NOTHING_NEW = new News(Set.of(), Set.of());

    /** Stores a batch, up to the commit. Empty, and nothing stored, when the key is not the agreed one. */
    Optional<News> count(Batch batch, ShortTransaction database) {
        NamedSql sql = (batch.key.odd() ? COUNT_ODD : COUNT_EVEN)
                .with("day", batch.key.day()).with("keyHash", batch.key.fingerprint())
                .with("hour", Period.hourOf(batch.instant(), site.zone())).with("slot", slot)
                .with("hits", (long) batch.hits.size())
                .with("visitors", batch.visitors.keySet())
                .with("visitorsAt", batch.visitors.values().stream().map(came -> came.at).toList())
                .with("visitsGoOn", batch.visitors.values().stream().map(came -> came.goesOn).toList())
                .with("views", batch.views.keySet())
                .with("viewsAt", batch.views.values().stream().map(read -> read.at).toList())
                .with("viewsGoOn", batch.views.values().stream().map(read -> read.goesOn).toList())
                .with("articles", batch.views.values().stream().map(read -> read.article).toList());
        return database.read(sql, row -> !row.get("stored", Boolean.class) ? Optional.<News>empty()
                : Optional.of(new News(Set.copyOf(row.longs("visitors")), Set.copyOf(row.longs("views"))))).get(0);
    }
}
