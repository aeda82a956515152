package vn.loa.visitor.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.Site;
import vn.loa.article.edit.ArticleDiscarded;

/** What was counted in the past, and what was counted elsewhere. Joins the caller's transaction. */
@ApplicationScoped
public class CounterHistory {

    /** Any number: it names the locks under which what an article had before is replaced. */
    private static final int LOCK = 0x10A_1CE;

    private static final String VIEWS =
            "select coalesce(sum(views), 0) from article_views where article_id = ?1";

    private static final String SITE_HOURS = """
            select hour, sum(visits), sum(visitors), sum(hits), sum(views) from site_hour
            where day between ?1 and ?2 group by hour""";

    private static final String SITE_DAYS = """
            select $period, sum(visits), sum(visitors), sum(hits), sum(views)
            from (select day, visits, visitors, hits, views from site_day where day between ?1 and ?2
                  union all select day, visits, visitors, hits, views from site_hour where day between ?1 and ?2) counted
            group by 1""";

    private static final String ARTICLE_HOURS = """
            select hour, sum(views) from article_hour where article_id = ?3 and day between ?1 and ?2 group by hour""";

    private static final String ARTICLE_DAYS = """
            select $period, sum(views)
            from (select day, views from article_day where article_id = ?3 and day between ?1 and ?2
                  union all select day, views from article_hour where article_id = ?3 and day between ?1 and ?2) counted
            group by 1""";

    private static final String PUT_SITE_DAY = """
            with counted as (delete from site_hour where day = ?1 returning views)
            insert into site_day as d (day, visits, visitors, hits, views)
            select ?1, ?2, ?3, ?4, coalesce(sum(views), 0) from counted
            on conflict (day) do update set visits = excluded.visits, visitors = excluded.visitors, hits = excluded.hits,
                views = d.views + excluded.views""";

    /** The site's views of the day, and all views of the article, change by as much as the day's views do. */
    private static final String PUT_ARTICLE_DAY = """
            with hours as (delete from article_hour where article_id = ?1 and day = ?2 returning views),
            change as (
                select ?3 - coalesce((select sum(views) from hours), 0)
                          - coalesce((select views from article_day where article_id = ?1 and day = ?2), 0) as views),
            site as (
                insert into site_day as d (day, visits, visitors, hits, views) select ?2, 0, 0, 0, views from change
                on conflict (day) do update set views = d.views + excluded.views),
            total as (
                insert into article_views as t (article_id, slot, views) select ?1, -1, views from change
                on conflict (article_id, slot) do update set views = t.views + excluded.views)
            insert into article_day (article_id, day, views) values (?1, ?2, ?3)
            on conflict (article_id, day) do update set views = excluded.views""";

    private static final String PUT_ARTICLE_BASE = """
            with total as (
                insert into article_views as t (article_id, slot, views)
                select ?1, -1, ?2 - coalesce((select views from article_base where article_id = ?1), 0)
                on conflict (article_id, slot) do update set views = t.views + excluded.views)
            insert into article_base (article_id, views) values (?1, ?2)
            on conflict (article_id) do update set views = excluded.views""";

    private final EntityManager entities;
    private final Site site;

    CounterHistory(EntityManager entities, Site site) {
        this.entities = entities;
        this.site = site;
    }

    /** All views of an article: one statement. */
    long views(UUID article) {
        return number(entities.createNativeQuery(VIEWS, Object.class).setParameter(1, article).getSingleResult());
    }

    /** One statement. */
    List<VisitorHistoryView.Item> site(HistoryRange range) {
        Map<Instant, long[]> sums = sums(entities.createNativeQuery(
                range.isOfHours() ? SITE_HOURS : SITE_DAYS.replace("$period", range.startOfPeriod()), Object[].class), range);
        long[] nothing = new long[4];
        return range.periods(site.zone()).stream().map(period -> {
            long[] sum = sums.getOrDefault(period.start(), nothing);
            return new VisitorHistoryView.Item(period.name(), period.start(), sum[0], sum[1], sum[2], sum[3]);
        }).toList();
    }

    /** One statement. */
    List<ViewsHistoryView.Item> article(UUID article, HistoryRange range) {
        Map<Instant, long[]> sums = sums(entities.createNativeQuery(
                range.isOfHours() ? ARTICLE_HOURS : ARTICLE_DAYS.replace("$period", range.startOfPeriod()), Object[].class)
                .setParameter(3, article), range);
        return range.periods(site.zone()).stream().map(period -> new ViewsHistoryView.Item(
                period.name(), period.start(), sums.containsKey(period.start()) ? sums.get(period.start())[0] : 0)).toList();
    }

    /** By the moment at which the period begins. */
    private Map<Instant, long[]> sums(Query query, HistoryRange range) {
        Map<Instant, long[]> sums = new HashMap<>();
        for (Object row : query.setParameter(1, range.from()).setParameter(2, range.to()).getResultList()) {
            Object[] columns = (Object[]) row;
            long[] numbers = new long[columns.length - 1];
            for (int n = 0; n < numbers.length; n++) {
                numbers[n] = number(columns[n + 1]);
            }
            sums.put(start(columns[0]), numbers);
        }
        return sums;
    }

    private Instant start(Object period) {
        return period instanceof Instant hour ? hour
                : (period instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) period).atStartOfDay(site.zone()).toInstant();
    }

    /** Replaces what is known of a day that is over. */
    void putDay(LocalDate day, long visits, long visitors, long hits) {
        entities.createNativeQuery(PUT_SITE_DAY).setParameter(1, day).setParameter(2, visits)
                .setParameter(3, visitors).setParameter(4, hits).executeUpdate();
    }

    /** Replaces what is known of an article on a day that is over. */
    void putArticleDay(UUID article, LocalDate day, long views) {
        lock(article);
        entities.createNativeQuery(PUT_ARTICLE_DAY).setParameter(1, article).setParameter(2, day)
                .setParameter(3, views).executeUpdate();
    }

    /** Replaces what was counted on the whole site before the first day. */
    public void putBase(long total) {
        entities.createNativeQuery("""
                insert into site_base (total) values (?1) on conflict (only_row) do update set total = excluded.total""")
                .setParameter(1, total).executeUpdate();
    }

    /** Replaces what was counted of an article before the first day. */
    public void putArticleBase(UUID article, long views) {
        lock(article);
        entities.createNativeQuery(PUT_ARTICLE_BASE).setParameter(1, article).setParameter(2, views).executeUpdate();
    }

    /** What was taken over for an article that the public never saw goes with it. */
    void forget(@Observes ArticleDiscarded discarded) {
        for (String table : List.of("article_base", "article_views")) {
            entities.createNativeQuery("delete from " + table + " where article_id = ?1")
                    .setParameter(1, discarded.articleId()).executeUpdate();
        }
    }

    /** The difference between what is replaced and what replaces it is written elsewhere: one after the other. */
    private void lock(UUID article) {
        entities.createNativeQuery("select pg_advisory_xact_lock(?1, ?2)", Object.class)
                .setParameter(1, LOCK).setParameter(2, article.hashCode()).getSingleResult();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
