package vn.loa.changes.edge;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.changes.PurgeTags;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;

/**
 * How far each target is, who purges it, and what it waits for. A lease is a row with an end: an instance that is killed or cut off
 * loses it by itself. Whoever stores something must hold it.
 */
@Startup
@ApplicationScoped
class TargetStore {

    /** The most changes that are purged by their tags together. */
    static final int MOST_CHANGES = 500;

    private static final NamedSql CLAIM = SqlFile.read("changes/edge-claimed");
    private static final NamedSql LAG = SqlFile.read("changes/edge-lag");
    private static final NamedSql READ = NamedSql.of("""
            select number, article_id, category_id, numbers from change where number > :after order by number limit :limit""");
    private static final NamedSql REACHED = NamedSql.of("""
            update edge_target set reached = :reached, failed_tries = 0, next_try_at = null
            where name = :name and lease_holder = :holder""");
    private static final NamedSql FAILED = NamedSql.of("""
            update edge_target set failed_tries = :tries, next_try_at = :next where name = :name and lease_holder = :holder""");
    private static final NamedSql RELEASE = NamedSql.of("""
            update edge_target set lease_until = null where name = :name and lease_holder = :holder""");

    private final ShortTransactions transactions;

    TargetStore(ShortTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A target whose lease was taken or renewed.
     *
     * @param reached null: everything is to be purged
     * @param last the number of the newest change
     * @param deletedTo changes up to this number are not in the log any more
     */
    record Claimed(Long reached, int failedTries, long last, long deletedTo) {
    }

    /**
     * What follows a change.
     *
     * @param end the number of the last change that was read; where it began, when there was none
     * @param more whether there were more changes than are purged together; there are no tags then
     */
    record Part(long end, boolean more, Set<String> tags) {
    }

    /** @param seconds that the oldest change waits; 0 when none does */
    record Lag(String name, long changes, double seconds) {
    }

    /**
     * Takes the lease, if there is anything to purge.
     *
     * @param known how far the caller knows the target to have been; null when it does not
     * @return null when there is nothing to do, or not now, or another instance does it
     */
    Claimed claim(String name, UUID holder, Duration lease, Instant now, Long known) {
        return transactions.run(transaction -> {
            List<Claimed> rows = transaction.read(CLAIM.with("name", name).with("holder", holder)
                    .with("seconds", (double) lease.toSeconds()).with("now", now).with("known", known),
                    row -> new Claimed(row.get("reached", Long.class), row.get("failed_tries", Integer.class), row.get("last", Long.class),
                            row.get("deleted_to", Long.class)));
            transaction.commit();
            return rows.isEmpty() ? null : rows.get(0);
        });
    }

    Part read(long after) {
        record Row(long number, List<String> tags) {
        }
        List<Row> rows = transactions.run(transaction -> transaction.read(READ.with("after", after).with("limit", MOST_CHANGES + 1),
                row -> new Row(row.get("number", Long.class), tags(row))));
        if (rows.size() > MOST_CHANGES) {
            return new Part(after, true, Set.of());
        }
        Set<String> tags = new LinkedHashSet<>();
        rows.forEach(row -> tags.addAll(row.tags));
        return new Part(rows.isEmpty() ? after : rows.get(rows.size() - 1).number, false, tags);
    }

    private static List<String> tags(ResultRow row) {
        UUID article = row.get("article_id", UUID.class);
        return article == null ? PurgeTags.ofCategory(row.get("category_id", UUID.class))
                : PurgeTags.of(article, row.texts("numbers"));
    }

    /** @return false when the lease was lost */
    boolean reached(String name, UUID holder, long number) {
        return transactions.update(ShortTransactions.PATIENCE,
                REACHED.with("name", name).with("holder", holder).with("reached", number)) > 0;
    }

    void failed(String name, UUID holder, int tries, Instant next) {
        transactions.update(ShortTransactions.PATIENCE,
                FAILED.with("name", name).with("holder", holder).with("tries", tries).with("next", next));
    }

    /** Lets another instance go on at once. */
    void release(String name, UUID holder) {
        transactions.update(ShortTransactions.PATIENCE, RELEASE.with("name", name).with("holder", holder));
    }

    List<Lag> lag(List<String> names) {
        return transactions.run(transaction -> new ArrayList<>(transaction.read(LAG.with("names", names), row -> {
            Double seconds = row.get("seconds", Double.class);
            return new Lag(row.text("name"), row.get("changes", Long.class), seconds == null ? 0 : Math.max(0, seconds));
        })));
    }
}
