package vn.loa.sql;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * A standby on which public requests read. Where it is, is asked ten times a second on a connection of its own, not for each
 * request. While it does not answer, or is no standby, it is not read.
 */
final class Replica {

    private static final Logger LOG = Logger.getLogger(Replica.class);
    private static final String NAME = "loa-replica";
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** While it is not where it is needed: after a publish, it mostly is a few milliseconds later. */
    private static final Duration PAUSE_SOON = Duration.ofMillis(3);
    private static final int SOON = 20;
    private static final Duration PAUSE_BEHIND = Duration.ofMillis(25);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    /** After it refused a statement that it would refuse again: others are asked first meanwhile. */
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String ASK = "select pg_is_in_recovery(), last, next, stamp, " + Position.LOG + " from public_moments";

    private final String host;
    private final AgroalDataSource pool;
    private final PoolConnections connections;
    private final KnownPosition known;
    /** What it has at least; null while it is not read. */
    private volatile Position position;
    /** The same, but for that it is kept when the replica has gone. */
    private volatile Position lastPosition;
    private volatile boolean answers;
    private volatile long restsUntil = System.nanoTime();
    private volatile Thread thread;
    /** How often it was asked in vain for what is needed. */
    private int askedInVain;
    /** What the log said last. */
    private String told;

    Replica(String host, ReplicaPool pool, KnownPosition known) {
        this.host = host;
        this.pool = pool.pool();
        this.connections = pool.connections();
        this.known = known;
    }

    String host() {
        return host;
    }

    DataSource pool() {
        return pool;
    }

    /** @param needed null when no replica may be read */
    boolean serves(Position needed) {
        Position present = position;
        return needed != null && present != null && present.reaches(needed);
    }

    /** Whether it is one that has not gone: what never changes may be read there, wherever it is. */
    boolean isStandby() {
        return position != null;
    }

    /** Whether it has all that the other one had when that was asked last. */
    boolean reaches(Replica other) {
        Position there = other.lastPosition;
        return there == null || serves(there);
    }

    /** It has refused a statement for a reason that does not pass with the statement. */
    void rest() {
        restsUntil = System.nanoTime() + REST.toNanos();
    }

    boolean rests() {
        return System.nanoTime() - restsUntil < 0;
    }

    /** Whether it has told where it is; a primary, too. */
    boolean answers() {
        return answers;
    }

    /** In bytes of the log; NaN when nothing is known. */
    double behind(Position needed) {
        Position present = position;
        return needed == null || present == null ? Double.NaN : Math.max(0, needed.log() - present.log());
    }

    void start() {
        thread = new Thread(this::run, NAME);
        thread.setDaemon(true);
        thread.start();
    }

    void stop() {
        Thread asking = thread;
        thread = null;
        if (asking != null) {
            asking.interrupt();
        }
    }

    void close() {
        pool.close();
    }

    private boolean goesOn() {
        return thread == Thread.currentThread() && !Thread.currentThread().isInterrupted();
    }

    private void run() {
        while (goesOn()) {
            try (Connection connection = OwnConnection.open(pool, NAME, TO_CONNECT, PATIENCE);
                    Statement statement = connection.createStatement()) {
                while (goesOn()) {
                    ask(statement);
                    pause(untilAskedAgain());
                }
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: without this thread the replica would never be read again.
                failed(e);
            }
            pause(PAUSE_AFTER_FAILURE);
        }
    }

    private Duration untilAskedAgain() {
        Position needed = known.needed(true);
        if (needed == null ? !known.changedWithin(PAUSE) : serves(needed)) {
            askedInVain = 0;
            return PAUSE;
        }
        return askedInVain++ < SOON ? PAUSE_SOON : PAUSE_BEHIND;
    }

    /** Has it asked at once: something was published. */
    void wake() {
        LockSupport.unpark(thread);
    }

    private void ask(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            answers = true;
            if (!row.getBoolean(1)) {
                // A former standby, or one of all hosts of a cluster. The primary's pool leads to the primary.
                position = null;
                tell("is a primary, and is not read as a replica");
                return;
            }
            Position present = new Position(row.getObject(4, UUID.class), row.getLong(5));
            known.replayed(present, instant(row, 2), instant(row, 3));
            position = present;
            lastPosition = present;
            tell("answers");
        }
    }

    private void failed(Exception e) {
        position = null;
        answers = false;
        if (goesOn()) {
            tell("does not answer: " + e.getMessage());
            // Whoever waits there asks the primary instead.
            connections.cutAll();
            pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        }
    }

    /** Each change once. */
    private void tell(String what) {
        if (!what.equals(told)) {
            LOG.infof("The replica %s %s", host, what);
        }
        told = what;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
