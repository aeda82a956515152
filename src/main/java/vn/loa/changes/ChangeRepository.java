package vn.loa.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/**
 * Reads the log of changes, which {@link ChangeLog} writes. A transaction that sees one entry sees all entries before it,
 * so that a number stays a valid position in the log.
 */
@ApplicationScoped
class ChangeRepository {

    /** One statement, so that the state of the log and its entries are from the same snapshot. */
    private static final String READ = """
            select l.last, l.deleted_to, coalesce(cast(:after as bigint), l.deleted_to) as place,
                   c.number, c.kind, c.article_id, c.slug, c.revision, c.at, c.explanation, c.redirect_to, c.numbers
            from change_log l
            left join lateral (select * from change where number > coalesce(cast(:after as bigint), l.deleted_to)
                               order by number limit :limit) c on true
            order by c.number""";

    /**
     * A page of the log.
     *
     * @param last the number of the latest change; 0 when there was none
     * @param deletedTo changes up to this number have been deleted
     * @param after the requested position
     * @param end the number of the last item; the requested position when there are no items
     */
    record LogPage(long last, long deletedTo, long after, long end, List<ChangeView> items) {
    }

    private final EntityManager entities;
    private final SqlReader rows;

    ChangeRepository(EntityManager entities, SqlReader rows) {
        this.entities = entities;
        this.rows = rows;
    }

    /**
     * The changes after a position, in one statement.
     *
     * @param after null for the position before the oldest stored change
     */
    LogPage read(Long after, int limit) {
        record Logged(long last, long deletedTo, long place, Long number, ChangeView change) {
        }
        Map<String, Object> values = new HashMap<>();
        values.put("after", after);
        values.put("limit", limit);
        List<Logged> log = rows.read(new NamedSql(READ, values), row -> new Logged(row.get("last", Long.class),
                row.get("deleted_to", Long.class), row.get("place", Long.class), row.get("number", Long.class), view(row)));
        Logged first = log.get(0);
        Long end = log.get(log.size() - 1).number;
        return new LogPage(first.last, first.deletedTo, first.place, end == null ? first.place : end,
                end == null ? List.of() : log.stream().map(Logged::change).toList());
    }

    /** Null on a row that has only the state of the log. */
    private static ChangeView view(ResultRow row) {
        return row.get("number", Long.class) == null ? null : new ChangeView(row.text("kind"),
                row.get("article_id", UUID.class), row.text("slug"), row.get("revision", Integer.class),
                row.get("at", Instant.class), row.text("explanation"), row.get("redirect_to", UUID.class),
                PurgeTags.of(row.get("article_id", UUID.class), row.texts("numbers")));
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
            entities.createNativeQuery("delete from change where number <= :last").setParameter("last", last).executeUpdate();
            entities.createNativeQuery("update change_log set deleted_to = greatest(deleted_to, :last)")
                    .setParameter("last", last).executeUpdate();
        }
    }
}
