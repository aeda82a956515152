package vn.loa.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import vn.loa.article.Site;

/** The counters and the state behind them, each read and change one plain statement. Joins the caller's transaction. */
@ApplicationScoped
class VisitorCounters {

    /** A visitor after this long a silence is a new visit. */
    static final Duration VISIT_SILENCE = Duration.ofMinutes(30);
    /** A visitor's further views of an article count again after this long. */
    static final Duration VIEW_WINDOW = Duration.ofMinutes(30);
    /** A visitor is online for this long after each hit. */
    static final Duration ONLINE_WINDOW = Duration.ofMinutes(5);

    private static final int KEY_BYTES = 32;

    private static final String COUNT_HIT = """
            with seen as (
                insert into visitor_state as s (day, visitor, last_seen, new_visit) values (?1, ?2, ?3, true)
                on conflict (day, visitor) do update
                    set new_visit = s.last_seen <= ?4, last_seen = greatest(s.last_seen, excluded.last_seen)
                returning new_visit, xmax = 0 as new_visitor)
            insert into site_day as d (day, visits, visitors, hits)
            select ?1, new_visit::int, new_visitor::int, 1 from seen
            on conflict (day) do update
                set visits = d.visits + excluded.visits, visitors = d.visitors + excluded.visitors, hits = d.hits + 1""";

    private static final String COUNT_VIEW = """
            with viewed as (
                insert into view_state as s (day, view, counted_at, new_view) values (?1, ?2, ?3, true)
                on conflict (day, view) do update
                    set new_view = s.counted_at <= ?4,
                        counted_at = case when s.counted_at <= ?4 then excluded.counted_at else s.counted_at end
                returning new_view)
            insert into article_day as d (article_id, day, views)
            select ?5, ?1, 1 from viewed where new_view
            on conflict (article_id, day) do update set views = d.views + 1""";

    private static final String SITE = """
            select (select count(*) from visitor_state where last_seen > ?1),
                   coalesce((select visits from site_day where day = ?2), 0),
                   coalesce((select total from site_base), 0) + coalesce((select sum(visits) from site_day), 0)""";

    private static final String VIEWS = """
            select coalesce((select views from article_base where article_id = ?1), 0)
                 + coalesce((select sum(views) from article_day where article_id = ?1), 0)""";

    private final EntityManager entities;
    private final Clock clock;
    private final Site site;
    private final SecureRandom random = new SecureRandom();

    VisitorCounters(EntityManager entities, Clock clock, Site site) {
        this.entities = entities;
        this.clock = clock;
        this.site = site;
    }

    /** Counts a hit on the site and, unless {@code article} is null, on an article. */
    void count(Visitor visitor, UUID article) {
        Instant now = now();
        LocalDate day = today(now);
        byte[] key = keyOf(day);
        entities.createNativeQuery(COUNT_HIT)
                .setParameter(1, day).setParameter(2, visitor.hash(key))
                .setParameter(3, now).setParameter(4, now.minus(VISIT_SILENCE))
                .executeUpdate();
        if (article != null) {
            entities.createNativeQuery(COUNT_VIEW)
                    .setParameter(1, day).setParameter(2, visitor.hash(key, article))
                    .setParameter(3, now).setParameter(4, now.minus(VIEW_WINDOW))
                    .setParameter(5, article)
                    .executeUpdate();
        }
    }

    /** The day's key, made by whoever needs it first. */
    private byte[] keyOf(LocalDate day) {
        List<byte[]> existing = readKey(day);
        if (!existing.isEmpty()) {
            return existing.get(0);
        }
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        entities.createNativeQuery("insert into visitor_key (day, key) values (?1, ?2) on conflict do nothing")
                .setParameter(1, day).setParameter(2, fresh).executeUpdate();
        return readKey(day).get(0);
    }

    private List<byte[]> readKey(LocalDate day) {
        return entities.createNativeQuery("select key from visitor_key where day = ?1", byte[].class)
                .setParameter(1, day).getResultList();
    }

    VisitorsView site() {
        Instant now = now();
        Object[] row = (Object[]) entities.createNativeQuery(SITE, Object[].class)
                .setParameter(1, now.minus(ONLINE_WINDOW)).setParameter(2, today(now))
                .getSingleResult();
        return new VisitorsView(number(row[0]), number(row[1]), number(row[2]), now);
    }

    ViewsView views(UUID article) {
        return new ViewsView(number(entities.createNativeQuery(VIEWS, Object.class)
                .setParameter(1, article).getSingleResult()), now());
    }

    /** Replaces what an earlier system counted on the whole site. */
    void takeOverSite(long total) {
        entities.createNativeQuery("""
                insert into site_base (total) values (?1) on conflict (only_row) do update set total = excluded.total""")
                .setParameter(1, total).executeUpdate();
    }

    /** Replaces what an earlier system counted on an article. */
    void takeOverArticle(UUID article, long views) {
        entities.createNativeQuery("""
                insert into article_base (article_id, views) values (?1, ?2)
                on conflict (article_id) do update set views = excluded.views""")
                .setParameter(1, article).setParameter(2, views).executeUpdate();
    }

    /** Destroys the keys and hashes of days that are over. */
    void forgetEarlierDays() {
        LocalDate today = today(now());
        for (String table : List.of("visitor_key", "visitor_state", "view_state")) {
            entities.createNativeQuery("delete from " + table + " where day < ?1")
                    .setParameter(1, today).executeUpdate();
        }
    }

    /** As precise as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, site.zone());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
