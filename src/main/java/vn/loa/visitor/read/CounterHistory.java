package vn.loa.visitor.read;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.Site;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads counters by period. Joins the caller's transaction. */
@Startup
@ApplicationScoped
class CounterHistory {

    private static final NamedSql SITE_HOURS = SqlFile.read("visitor/site-by-hour");
    private static final NamedSql SITE_DAYS = SqlFile.read("visitor/site-by-day-or-month");
    private static final NamedSql ARTICLE_HOURS = SqlFile.read("visitor/article-by-hour");
    private static final NamedSql ARTICLE_DAYS = SqlFile.read("visitor/article-by-day-or-month");

    private final SqlReader rows;
    private final Site site;

    CounterHistory(SqlReader rows, Site site) {
        this.rows = rows;
        this.site = site;
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
}
