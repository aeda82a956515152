package vn.loa.visitor.imported;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.loa.article.edit.ArticleDiscarded;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;
import vn.loa.visitor.count.ArticleRanking.ViewsReplaced;

/**
 * Replaces counters by those of an earlier system. Joins the caller's transaction, which should do this last: the rows of
 * days are shared by all articles. Doing it again changes nothing.
 */
@Startup
@ApplicationScoped
public class ImportedCounters {

    /** More than any site has in a day, and so few that sums of them fit into 64 bits. */
    public static final long MOST = 1_000_000_000_000L;

    /** An arbitrary number: the class of the advisory locks under which an article's counts are replaced. */
    private static final int ARTICLE_LOCK = 0x10A_1CE;
    /** Shared by those who replace one article's counts, and held alone by those who replace many articles'. */
    private static final long MANY_LOCK = 0x10A_1CE_A11L;

    private static final NamedSql SITE_DAYS = SqlFile.read("visitor/imported-site-days");
    private static final NamedSql ARTICLE_DAYS = SqlFile.read("visitor/imported-article-days");
    private static final NamedSql ARTICLE_BASES = SqlFile.read("visitor/imported-article-bases");

    private final SqlWriter changes;
    private final Event<ViewsReplaced> replaced;

    ImportedCounters(SqlWriter changes, Event<ViewsReplaced> replaced) {
        this.changes = changes;
        this.replaced = replaced;
    }

    /** Replaces the imported total of the site. */
    public void putBase(long total) {
        changes.update(NamedSql.of("insert into site_base (total) values (:total) "
                + "on conflict (only_row) do update set total = excluded.total").with("total", total));
    }

    /** Replaces the site's counters of days, each named once: one statement. */
    public void putDays(List<SiteDay> days) {
        if (!days.isEmpty()) {
            changes.update(SITE_DAYS.with("days", dates(days.stream().map(SiteDay::day).toList()))
                    .with("visits", days.stream().map(SiteDay::visits).toList())
                    .with("visitors", days.stream().map(SiteDay::visitors).toList())
                    .with("hits", days.stream().map(SiteDay::hits).toList()));
        }
    }

    /** Replaces the imported views of an article. */
    public void putArticleBase(UUID article, long views) {
        putViews(List.of(new ImportedViews(article, null, views)));
    }

    /** Replaces views of articles; no article's day or base is named twice. Two statements. */
    public void putViews(List<ImportedViews> all) {
        List<UUID> articles = all.stream().map(ImportedViews::article).distinct().toList();
        if (articles.isEmpty()) {
            return;
        }
        lock(articles);
        List<ImportedViews> bases = all.stream().filter(views -> views.day() == null).toList();
        if (!bases.isEmpty()) {
            changes.update(of(bases, ARTICLE_BASES));
        }
        List<ImportedViews> days = all.stream().filter(views -> views.day() != null)
                .sorted(Comparator.comparing(ImportedViews::day)).toList();
        if (!days.isEmpty()) {
            changes.update(of(days, ARTICLE_DAYS).with("days", dates(days.stream().map(ImportedViews::day).toList())));
        }
        articles.forEach(article -> replaced.fire(new ViewsReplaced(article)));
    }

    /** Deletes the imported views of an article that was discarded before its first publication. */
    void forget(@Observes ArticleDiscarded discarded) {
        for (String table : List.of("article_base", "article_views", "article_rank")) {
            changes.update(NamedSql.of("delete from " + table + " where article_id = :article")
                    .with("article", discarded.articleId()));
        }
    }

    private static NamedSql of(List<ImportedViews> views, NamedSql statement) {
        return statement.with("articles", views.stream().map(ImportedViews::article).toList())
                .with("views", views.stream().map(ImportedViews::views).toList());
    }

    private static List<String> dates(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toList();
    }

    /**
     * Makes replacements of one article run one after the other, because each writes a difference to what it replaces. A lock
     * for each of many articles would not fit into the database's table of locks.
     */
    private void lock(List<UUID> articles) {
        if (articles.size() > 1) {
            changes.lock(MANY_LOCK);
            return;
        }
        changes.call(NamedSql.of("select pg_advisory_xact_lock_shared(:many)").with("many", MANY_LOCK));
        changes.call(NamedSql.of("select pg_advisory_xact_lock(:lock, :article)").with("lock", ARTICLE_LOCK)
                .with("article", articles.get(0).hashCode()));
    }
}
