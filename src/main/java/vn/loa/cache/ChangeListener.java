package vn.loa.cache;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
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

/**
 * Hears that something was published, here or by another instance. The database tells it (NOTIFY, sent by triggers when the
 * change is committed), and it asks the database five times a second whether the stamp of what the public reads is still the
 * same: a notification can be lost, by a pooler, a failover or a connection that was cut, and an answer cannot.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final int PAUSE_MILLIS = 200;
    private static final int RETRY_MILLIS = 500;
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    /** Nothing heard for so long means that nobody is there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String ASK = "select last, next, stamp, pg_backend_pid() from public_moments";
    /** Told when only what is planned has changed; else the stamp is. */
    private static final String PLANNED = "next";

    private final AgroalDataSource database;
    private final PublicCache cache;
    private volatile Thread thread;
    /** The present one, or the last one. */
    private volatile Connection connection;
    private final MissingNotifications missing = new MissingNotifications();
    /** Whether the present connection has been heard on. */
    private boolean heard;
    private boolean away;

    ChangeListener(AgroalDataSource database, PublicCache cache) {
        this.database = database;
        this.cache = cache;
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::listen, "loa-changes");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            listening.interrupt();
        }
    }

    /** A former primary answers for a long time what was true when it was left. */
    void leave(@Observes DatabaseLeft left) throws SQLException {
        Connection present = connection;
        if (present != null) {
            present.abort(Runnable::run);
        }
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void listen() {
        while (goesOn()) {
            heard = false;
            try (Connection present = OwnConnection.open(database, "loa-changes", TO_CONNECT, PATIENCE)) {
                connection = present;
                hear(present);
            } catch (SQLException | RuntimeException e) {
                // A pooler lets connect before there is a database: that there is one is known by its first answer.
                if (!heard && isAway(e)) {
                    cache.cutOff();
                }
                // Whatever it was: nobody else would start this thread again. Said once, not with every attempt.
                if (goesOn() && !away) {
                    LOG.warnf("Changes are not heard, and so nothing new is kept until they are: %s", e);
                }
                away = true;
            }
            // One that was lost is made anew at once.
            if (!heard) {
                pause();
            }
        }
    }

    private void hear(Connection present) throws SQLException {
        missing.listening();
        try (Statement statement = present.createStatement()) {
            boolean told = isListening(statement);
            PGConnection notifications = present.unwrap(PGConnection.class);
            while (goesOn()) {
                ask(statement, told);
                if (away) {
                    LOG.info("Changes are heard again");
                    away = false;
                }
                heard = true;
                // Returns at once when something is told, and then the database is asked at once.
                Arrays.stream(notifications.getNotifications(PAUSE_MILLIS)).forEach(this::told);
            }
        } finally {
            if (heard) {
                cache.compare();
            }
        }
    }

    /** A standby tells nobody of changes (PostgreSQL's documentation, LISTEN): there they are found by asking alone. */
    private static boolean isListening(Statement statement) throws SQLException {
        try {
            statement.execute("listen loa_public_change");
            return true;
        } catch (SQLException e) {
            if (DatabaseTrouble.of(e).filter(DatabaseTrouble.READ_ONLY::equals).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** @param told whether notifications are to be expected */
    private void ask(Statement statement, boolean told) throws SQLException {
        Freshness.Now before = cache.now();
        long asked = System.nanoTime();
        try (ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            UUID stamp = row.getObject(3, UUID.class);
            cache.heard(asked, before, ChangeTimes.of(instant(row, 1), instant(row, 2)), stamp);
            if (told) {
                missing.asked(row.getInt(4), !stamp.equals(before.stamp()), asked);
            }
        }
    }

    private void told(PGNotification notification) {
        missing.arrived();
        if (!notification.getParameter().equals(PLANNED)) {
            cache.drop(stamp(notification.getParameter()));
        }
    }

    /** Null when somebody else notifies of whatever it is. */
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

    /** Not reached, or starting or stopping; one that refuses this connection may well answer others. */
    private static boolean isAway(Exception e) {
        String state = e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return state.startsWith("08") || state.startsWith("57P");
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            // It is stopping.
            Thread.currentThread().interrupt();
        }
    }
}
