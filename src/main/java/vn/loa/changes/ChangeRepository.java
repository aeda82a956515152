package vn.loa.changes;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Reads the log of changes, which {@link ChangeLog} writes. A transaction that sees one entry sees all entries before it,
 * so that a number stays a valid position in the log.
 */
@Startup
@ApplicationScoped
class ChangeRepository {

    /** One statement, so that the state of the log and its entries are from the same snapshot. */
    private static final NamedSql READ = SqlFile.read("changes/after");

    /**
     * A page of the log.
     *
     * @param last the number of the latest change; 0 when there was none
     * @param deletedTo changes up to this number have been deleted
     * @param after the requested position
     * @param end the number of the last change; the requested position when there is none
     * @param items those of articles
     * @param categories those of categories
     */
    record LogPage(long last, long deletedTo, long after, long end, List<ChangeView> items, List<CategoryChangeView> categories) {
    }

    private final SqlReader rows;
    private final SqlWriter changes;

    ChangeRepository(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /**
     * The changes after a position, in one statement.
     *
     * @param after null for the position before the oldest stored change
     */
    LogPage read(Long after, int limit) {
        record Logged(long last, long deletedTo, long place, Long number, ChangeView change, CategoryChangeView category) {
        }
        List<Logged> log = rows.read(READ.with("after", after).with("limit", limit), row -> new Logged(row.get("last", Long.class),
                row.get("deleted_to", Long.class), row.get("place", Long.class), row.get("number", Long.class), ofArticle(row),
                ofCategory(row)));
        Logged first = log.get(0);
        Long end = log.get(log.size() - 1).number;
        return new LogPage(first.last, first.deletedTo, first.place, end == null ? first.place : end,
                log.stream().map(Logged::change).filter(Objects::nonNull).toList(),
                log.stream().map(Logged::category).filter(Objects::nonNull).toList());
    }

    /** Null on a row without a change of an article: it may have only the state of the log. */
    private static ChangeView ofArticle(ResultRow row) {
        UUID article = row.get("article_id", UUID.class);
        return article == null ? null : new ChangeView(row.text("kind"), article, row.text("slug"),
                row.get("revision", Integer.class), row.get("at", Instant.class), row.text("explanation"),
                row.get("redirect_to", UUID.class), PurgeTags.of(article, row.texts("numbers")));
    }

    /** Null on a row without a change of a category. */
    private static CategoryChangeView ofCategory(ResultRow row) {
        UUID category = row.get("category_id", UUID.class);
        return category == null ? null : new CategoryChangeView(row.text("kind"), category, row.text("slug"), row.text("title"),
                row.get("at", Instant.class), row.text("moved_to"), PurgeTags.ofCategory(category));
    }

    /** The number of the latest change, in one statement. */
    long newest() {
        return rows.read("select last from change_log", row -> row.get("last", Long.class)).get(0);
    }

    /** Deletes the changes that were recorded before a moment. */
    void forget(Instant before) {
        Long last = rows.read("select max(number) as last from change where recorded_at < ?",
                row -> row.get("last", Long.class), before).get(0);
        if (last != null) {
            changes.update(NamedSql.of("delete from change where number <= :last").with("last", last));
            changes.update(NamedSql.of("update change_log set deleted_to = greatest(deleted_to, :last)").with("last", last));
        }
    }
}
