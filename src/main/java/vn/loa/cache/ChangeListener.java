package vn.loa.cache;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import vn.loa.sql.DatabaseLeft;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.OwnConnection;
import vn.loa.sql.Position;
import vn.loa.sql.ReadServers;
import vn.loa.sql.ReplicaConfig;

/**
 * Invalidates the cache when something was published, here or by another instance. {@link OtherInstances} sends a NOTIFY
 * in the transaction of a change. A notification can be lost by a pooler, a failover or a broken connection, so this
 * class also reads the stamp of the public content five times a second and compares it with the last one.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final int POLL_MILLIS = 200;
    private static final int RETRY_MILLIS = 500;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    /** The read timeout. A database that is silent for so long is taken for unreachable. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(1);
    private static final String READ_CHANGE_TIMES = "select last, next, stamp, pg_backend_pid(), %s from public_moments";

    private final AgroalDataSource database;
    private final PublicCache cache;
    private final Event<ChangeHeard> heard;
    private final ReadServers servers;
    private final String readChangeTimes;
    private volatile Thread thread;
    /** The present connection, or the last one that was closed. */
    private volatile Connection connection;
    private final MissingNotifications missing = new MissingNotifications();
    /** Whether the present connection has answered a query. */
    private boolean answered;
    private boolean failing;

    ChangeListener(AgroalDataSource database, PublicCache cache, Event<ChangeHeard> heard, ReadServers servers,
            ReplicaConfig replicas) {
        // Some services that are spoken to as PostgreSQL refuse to tell the place in the log: only who needs it asks.
        this.readChangeTimes = READ_CHANGE_TIMES.formatted(replicas.url().isPresent() ? Position.LOG : "0::bigint");
        this.database = database;
        this.cache = cache;
        this.heard = heard;
        this.servers = servers;
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::run, "loa-changes");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    /** A former primary goes on answering with the state of the moment at which it was left. */
    void abandon(@Observes DatabaseLeft left) throws SQLException {
        Connection present = connection;
        if (present != null) {
            present.abort(Runnable::run);
        }
    }

    private boolean isRunning() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (isRunning()) {
            answered = false;
            try (Connection present = OwnConnection.open(database, "loa-changes", CONNECT_TIMEOUT, READ_TIMEOUT)) {
                connection = present;
                follow(present);
            } catch (SQLException | RuntimeException e) {
                // A pooler accepts connections without a database, so only the first answered query proves that there
                // is one.
                if (!answered && isAway(e)) {
                    cache.serveStale();
                }
                // Any failure is survived, because nothing else would start this thread again. Logged once, not for
                // each attempt.
                if (isRunning() && !failing) {
                    LOG.warnf("Changes cannot be read from the database; nothing new is cached until they can: %s", e);
                }
                failing = true;
            }
            // After a lost connection the first attempt follows at once.
            if (!answered) {
                pause();
            }
        }
    }

    private void follow(Connection present) throws SQLException {
        missing.connected();
        // Prepared once: asked five times a second, and at each publish, it would be planned as often.
        try (Statement statement = present.createStatement();
                PreparedStatement changeTimes = present.prepareStatement(readChangeTimes)) {
            boolean listening = startListening(statement);
            PGConnection notifications = present.unwrap(PGConnection.class);
            while (isRunning()) {
                poll(changeTimes, listening);
                if (failing) {
                    LOG.info("Changes are read from the database again");
                    failing = false;
                }
                answered = true;
                // Returns early when a notification arrives, so that the stamp is read at once.
                Arrays.stream(notifications.getNotifications(POLL_MILLIS)).forEach(this::onNotification);
            }
        } finally {
            if (answered) {
                cache.endLease();
            }
        }
    }

    /** A standby refuses LISTEN (PostgreSQL's documentation of LISTEN); there only the stamp shows changes. */
    private static boolean startListening(Statement statement) throws SQLException {
        try {
            statement.execute("listen " + OtherInstances.CHANNEL);
            return true;
        } catch (SQLException e) {
            if (DatabaseTrouble.of(e).filter(DatabaseTrouble.READ_ONLY::equals).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** @param listening whether notifications are expected on this connection */
    private void poll(PreparedStatement changeTimes, boolean listening) throws SQLException {
        Freshness.Now before = cache.now();
        long asked = System.nanoTime();
        try (ResultSet row = changeTimes.executeQuery()) {
            row.next();
            UUID stamp = row.getObject(3, UUID.class);
            cache.renewLease(asked, before, ChangeTimes.of(instant(row, 1), instant(row, 2)), new Position(stamp, row.getLong(5)));
            if (!stamp.equals(before.stamp())) {
                servers.changed();
            }
            if (listening) {
                missing.polled(row.getInt(4), !stamp.equals(before.stamp()), asked);
            }
        }
    }

    private void onNotification(PGNotification notification) {
        missing.arrived();
        if (!notification.getParameter().equals(OtherInstances.ONLY_SCHEDULE)) {
            cache.invalidate(stamp(notification.getParameter()));
            servers.changed();
            heard.fire(new ChangeHeard());
        }
    }

    /** Null when another program sent the notification. */
    private static UUID stamp(String parameter) {
        try {
            return UUID.fromString(parameter);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * SQL states 08 (no connection) and 57P (starting or stopping). A server that refuses this connection for another
     * reason may still serve others.
     */
    private static boolean isAway(Exception e) {
        String state = e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return state.startsWith("08") || state.startsWith("57P");
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            // The application is stopping.
            Thread.currentThread().interrupt();
        }
    }
}
