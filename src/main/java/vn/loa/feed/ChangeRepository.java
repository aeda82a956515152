package vn.loa.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The log of changes. It is written by the database itself, in the transaction of the change (V11): numbers have no
 * gaps, and whoever can see one can see all before it, so that a number is a place in the log for good.
 */
@ApplicationScoped
class ChangeRepository {

    /** One statement sees one state, so that what it says of the log is true of the rows. */
    private static final String READ = """
            select l.last, l.deleted_to, coalesce(cast(:after as bigint), l.deleted_to) as place,
                   c.number, c.kind, c.article_id, c.slug, c.revision, c.at, c.explanation, c.redirect_to
            from change_log l
            left join lateral (select * from change where number > coalesce(cast(:after as bigint), l.deleted_to)
                               order by number limit :limit) c on true
            order by c.number""";

    /**
     * A part of the log.
     *
     * @param last the number of the latest change; 0 when there was none
     * @param deletedTo changes up to this number are kept no longer
     * @param after the place that was asked for
     * @param end the number of the last item; without items, the place that was asked for
     */
    record Part(long last, long deletedTo, long after, long end, List<ChangeView> items) {
    }

    private final EntityManager entities;

    ChangeRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The changes that follow a place: one statement, which finds no row where nothing has happened.
     *
     * @param after null for the place before the oldest change that is kept
     */
    Part read(Long after, int limit) {
        List<Tuple> rows = entities.unwrap(Session.class).createNativeQuery(READ, Tuple.class)
                .setParameter("after", after, Long.class).setParameter("limit", limit).getResultList();
        Tuple log = rows.get(0);
        long place = log.get("place", Long.class);
        Long end = rows.get(rows.size() - 1).get("number", Long.class);
        return new Part(log.get("last", Long.class), log.get("deleted_to", Long.class), place, end == null ? place : end,
                end == null ? List.of() : rows.stream().map(ChangeRepository::view).toList());
    }

    private static ChangeView view(Tuple row) {
        return new ChangeView(row.get("kind", String.class), row.get("article_id", UUID.class),
                row.get("slug", String.class), row.get("revision", Integer.class), row.get("at", Instant.class),
                row.get("explanation", String.class), row.get("redirect_to", UUID.class));
    }

    /** The place behind which the next change will stand: one statement. */
    long newest() {
        return entities.unwrap(Session.class).createNativeQuery("select last from change_log", Long.class).getSingleResult();
    }

    /** Deletes what was recorded before a moment. */
    void forget(Instant before) {
        Long last = entities.unwrap(Session.class)
                .createNativeQuery("select max(number) from change where recorded_at < :before", Long.class)
                .setParameter("before", before).getSingleResult();
        if (last != null) {
            entities.createNativeQuery("delete from change where number <= :last").setParameter("last", last).executeUpdate();
            entities.createNativeQuery("update change_log set deleted_to = greatest(deleted_to, :last)")
                    .setParameter("last", last).executeUpdate();
        }
    }
}
