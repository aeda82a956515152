package vn.loa.visitor.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.Site;
import vn.loa.article.edit.ArticleDiscarded;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.visitor.count.ArticleRanking.ViewsReplaced;

/** Reads counters by period, and replaces them by those of an earlier system. Joins the caller's transaction. */
@Startup
@ApplicationScoped
public class CounterHistory {

    /** An arbitrary number: the class of the advisory locks under which an article's counts are replaced. */
    private static final int LOCK = 0x10A_1CE;

    private static final NamedSql SITE_HOURS = SqlFile.read("visitor/site-by-hour");
    private static final NamedSql SITE_DAYS = SqlFile.read("visitor/site-by-day-or-month");
    private static final NamedSql ARTICLE_HOURS = SqlFile.read("visitor/article-by-hour");
    private static final NamedSql ARTICLE_DAYS = SqlFile.read("visitor/article-by-day-or-month");
    private static final NamedSql PUT_SITE_DAY = SqlFile.read("visitor/replaced-site-day");
    private static final NamedSql PUT_ARTICLE_DAY = SqlFile.read("visitor/replaced-article-day");
    private static final NamedSql PUT_ARTICLE_BASE = SqlFile.read("visitor/replaced-article-base");

    private final SqlReader rows;
    private final SqlWriter changes;
    private final Site site;
    private final Event<ViewsReplaced> replaced;

    CounterHistory(SqlReader rows, SqlWriter changes, Site site, Event<ViewsReplaced> replaced) {
        this.rows = rows;
        this.changes = changes;
        this.site = site;
        this.replaced = replaced;
    }

    /** All views of an article: one statement. */
    long views(UUID article) {
        return rows.count(NamedSql.of("select coalesce(sum(views), 0) as total from article_views where article_id = :article")
                .with("article", article));
    }

    /** One statement. */
    List<VisitorHistoryView.VisitorPeriod> site(HistoryRange range) {
        Map<Instant, long[]> sums = sums(range.isOfHours() ? SITE_HOURS : SITE_DAYS, range,
                List.of("visits", "visitors", "hits", "views"));
        long[] nothing = new long[4];
        return range.periods(site.zone()).stream().map(period -> {
            long[] sum = sums.getOrDefault(period.start(), nothing);
            return new VisitorHistoryView.VisitorPeriod(period.name(), period.start(), sum[0], sum[1], sum[2], sum[3]);
        }).toList();
    }

    /** One statement. */
    List<ViewsHistoryView.ViewsPeriod> article(UUID article, HistoryRange range) {
        Map<Instant, long[]> sums = sums((range.isOfHours() ? ARTICLE_HOURS : ARTICLE_DAYS).with("article", article), range,
                List.of("views"));
        return range.periods(site.zone()).stream().map(period -> new ViewsHistoryView.ViewsPeriod(
                period.name(), period.start(), sums.containsKey(period.start()) ? sums.get(period.start())[0] : 0)).toList();
    }

    /** The sums, by the beginning of their period. */
    private Map<Instant, long[]> sums(NamedSql sql, HistoryRange range, List<String> columns) {
        Map<Instant, long[]> sums = new HashMap<>();
        NamedSql ranged = sql.with("first", range.firstDay()).with("last", range.lastDay());
        rows.each(range.isOfHours() ? ranged : ranged.with("unit", range.unit()), row -> sums.put(
                range.isOfHours() ? row.get("hour", Instant.class)
                        : row.get("day", LocalDate.class).atStartOfDay(site.zone()).toInstant(),
                columns.stream().mapToLong(column -> row.get(column, Long.class)).toArray()));
        return sums;
    }

    /** Replaces the site's counters of a day that is over. */
    void putDay(LocalDate day, long visits, long visitors, long hits) {
        changes.update(PUT_SITE_DAY.with("day", day).with("visits", visits).with("visitors", visitors).with("hits", hits));
    }

    /** Replaces an article's views of a day that is over. */
    void putArticleDay(UUID article, LocalDate day, long views) {
        lock(article);
        changes.update(PUT_ARTICLE_DAY.with("article", article).with("day", day).with("views", views));
        replaced.fire(new ViewsReplaced(article));
    }

    /** Replaces the imported total of the site. */
    public void putBase(long total) {
        changes.update(NamedSql.of("insert into site_base (total) values (:total) "
                + "on conflict (only_row) do update set total = excluded.total").with("total", total));
    }

    /** Replaces the imported views of an article. */
    public void putArticleBase(UUID article, long views) {
        lock(article);
        changes.update(PUT_ARTICLE_BASE.with("article", article).with("views", views));
        replaced.fire(new ViewsReplaced(article));
    }

    /** Deletes the imported views of an article that was discarded before its first publication. */
    void forget(@Observes ArticleDiscarded discarded) {
        for (String table : List.of("article_base", "article_views", "article_rank")) {
            changes.update(NamedSql.of("delete from " + table + " where article_id = :article")
                    .with("article", discarded.articleId()));
        }
    }

    /** Makes replacements of one article run one after the other, because each writes a difference to what it replaces. */
    private void lock(UUID article) {
        changes.call(NamedSql.of("select pg_advisory_xact_lock(:lock, :article)").with("lock", LOCK)
                .with("article", article.hashCode()));
    }
}
