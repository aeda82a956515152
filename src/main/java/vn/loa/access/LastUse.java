package vn.loa.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Records when each key was last used. The request neither waits for this nor fails with it. Each key is written at most once
 * in {@link #PRECISION}, so that a busy key does not turn every read into a write.
 */
@ApplicationScoped
class LastUse {

    /** How accurate the recorded time is. */
    static final Duration PRECISION = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(LastUse.class);
    private static final String RECORD = """
            update api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)""";

    private final DataSource database;
    private final ExecutorService executor;
    private final Clock clock;
    /** Keys whose time is being written: at most one task for each key waits for a connection. */
    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

    LastUse(DataSource database, ExecutorService executor, Clock clock) {
        this.database = database;
        this.executor = executor;
        this.clock = clock;
    }

    /** Records that the key was used just now. */
    void record(ApiKey key) {
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
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RECORD)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, id);
            update.setObject(3, now.minus(PRECISION).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.debugf(e, "The last use of a key was not recorded");
        } finally {
            underway.remove(id);
        }
    }
}
