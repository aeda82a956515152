package vn.loa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.UncheckedSqlException;

/**
 * Records when each key was last used. The request neither waits for this nor fails with it. Each key is written at most once
 * in {@link #PRECISION}, so that a busy key does not turn every read into a write.
 */
@ApplicationScoped
class LastUse {

    /** How accurate the recorded time is. */
    static final Duration PRECISION = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final NamedSql RECORD = NamedSql.of("update api_key set last_used_at = :now "
            + "where id = :id and (last_used_at is null or last_used_at <= :before)");

    private final ShortTransactions transactions;
    private final ExecutorService executor;
    private final Clock clock;
    /** Keys whose time is being written: at most one task for each key waits for a connection. */
    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

    LastUse(ShortTransactions transactions, ExecutorService executor, Clock clock) {
        this.transactions = transactions;
        this.executor = executor;
        this.clock = clock;
    }

    /** Records that the key was used just now. */
    void record(UsedKey key) {
        Instant now = clock.instant();
        UUID id = key.id();
        boolean due = key.lastUsedAt() == null || !key.lastUsedAt().plus(PRECISION).isAfter(now);
        if (due && underway.add(id)) {
            try {
                executor.execute(() -> write(id, now));
            } catch (RejectedExecutionException stopping) {
                underway.remove(id);
            }
        }
    }

    private void write(UUID id, Instant now) {
        try {
            transactions.update(ShortTransactions.PATIENCE,
                    RECORD.with("now", now).with("id", id).with("before", now.minus(PRECISION)));
        } catch (UncheckedSqlException e) {
            LOG.debugf(e, "The last use of a key was not recorded");
        } finally {
            underway.remove(id);
        }
    }
}
