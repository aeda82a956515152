package vn.loa.sql;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the database every second, on a connection of its own, whether it is there and takes changes. How long a statement
 * may take says nothing about that: a publish may take minutes, and a host that went silent would hold all connections of
 * the pool for as long. Once the question is answered by another host than before, or three times by nobody, the pool's
 * connections are cut.
 */
@ApplicationScoped
public class DatabasePulse {

    private static final Logger LOG = Logger.getLogger(DatabasePulse.class);
    private static final String NAME = "loa-pulse";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Short: the driver tries a host again that it knows as a standby only after the others have failed it once. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SILENCES = 3;
    /** Of an answer: two questions may fail, each with its reconnecting. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(8);

    private static final String CAN_WRITE = "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";
    /** Needs room for a file and some pages. */
    private static final String FILL = """
            begin;
            create temp table loa_room on commit drop as select repeat('x', 1000) as filling from generate_series(1, 100);
            rollback""";

    /**
     * What the last question found.
     *
     * @param trouble null when there is none
     * @param at {@link System#nanoTime()}
     */
    private record Found(DatabaseTrouble trouble, long at) {
    }

    private final AgroalDataSource pool;
    private final PoolConnections connections;
    private final Event<DatabaseLeft> left;
    private final boolean severalHosts;
    private volatile Found found = new Found(DatabaseTrouble.AWAY, System.nanoTime());
    /** A statement failed for want of room, and none has succeeded since. */
    private volatile boolean full;
    private volatile Thread thread;
    private String host;
    /** The pool has gone to another host, and the next connection goes where the pool's next one would. */
    private boolean following;
    /** What the log said last: each change once. */
    private DatabaseTrouble told;
    private int silences;

    DatabasePulse(AgroalDataSource pool, PoolConnections connections, Event<DatabaseLeft> left,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.pool = pool;
        this.connections = connections;
        this.left = left;
        this.severalHosts = url.replaceFirst("\\?.*", "").contains(",");
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::run, NAME);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        Thread asking = thread;
        thread = null;
        if (asking != null) {
            asking.interrupt();
        }
    }

    /** What a request stumbled over. */
    void noticed(@Observes DatabaseTrouble trouble) {
        if (trouble == DatabaseTrouble.FULL) {
            full = true;
        }
    }

    /** Empty when the database has answered a moment ago and takes changes. Never waits. */
    public Optional<DatabaseTrouble> trouble() {
        Found last = found;
        return System.nanoTime() - last.at > LONGEST_SILENCE.toNanos()
                ? Optional.of(DatabaseTrouble.AWAY) : Optional.ofNullable(last.trouble);
    }

    private boolean goesOn() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (goesOn()) {
            try (Connection connection = OwnConnection.open(pool, NAME, PATIENCE, PATIENCE)) {
                connected(OwnConnection.host(connection));
                ask(connection);
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: without this thread nothing would be noticed any more.
                if (goesOn()) {
                    failed(e);
                }
            }
            pause(PAUSE_AFTER_FAILURE);
        }
    }

    private void connected(String to) {
        if (following) {
            // Several hosts lead to the primary, and only one is watched: no connection stays at another one.
            if (host.equals(to)) {
                connections.cutElsewhere(to);
            } else {
                pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
            }
        } else if (host != null && !host.equals(to)) {
            // Those that lead there already may have work under way.
            LOG.warnf("The database is at %s now; the connections to %s are cut", to, host);
            connections.cutElsewhere(to);
            leave();
        } else if (host != null) {
            // The server may have been started anew: a connection from before would fail whoever takes it first.
            pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        }
        host = to;
        following = false;
    }

    /** What is in use is closed when its work has ended. */
    private void leave() {
        pool.flush(AgroalDataSource.FlushMode.GRACEFUL);
        left.fire(new DatabaseLeft());
    }

    /**
     * Until it fails, or what is asked has become a standby while there may be another primary, or the pool's connections
     * lead to another host: that one is to be watched.
     */
    private void ask(Connection connection) throws SQLException {
        DatabaseTrouble trouble = null;
        while (goesOn() && !following && !(severalHosts && trouble == DatabaseTrouble.READ_ONLY)) {
            trouble = troubleOf(connection);
            if (told != trouble) {
                LOG.infof("The database answers. %s", trouble == null ? "It takes changes." : trouble.detail());
            }
            told = trouble;
            found = new Found(trouble, System.nanoTime());
            silences = 0;
            pause(PAUSE);
            following = severalHosts && connections.leadElsewhere(host);
        }
    }

    private DatabaseTrouble troubleOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CAN_WRITE)) {
            row.next();
            if (!row.getBoolean(1)) {
                return DatabaseTrouble.READ_ONLY;
            }
        }
        if (full) {
            full = !hasRoom(connection);
        }
        return full ? DatabaseTrouble.FULL : null;
    }

    private static boolean hasRoom(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FILL);
            return true;
        } catch (SQLException e) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            }
            Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(e);
            if (trouble.isPresent() && trouble.get() != DatabaseTrouble.FULL) {
                throw e;
            }
            // Where temporary tables are forbidden, the next statement that finds no room tells of it again.
            return trouble.isEmpty();
        }
    }

    private void failed(Exception e) {
        if (told != DatabaseTrouble.AWAY) {
            LOG.warnf("The database does not answer: %s", e.getMessage());
        }
        told = DatabaseTrouble.AWAY;
        found = new Found(DatabaseTrouble.AWAY, System.nanoTime());
        if (isSilence(e) && ++silences == SILENCES) {
            silences = 0;
            LOG.warn("Nothing is heard from the database; its connections are cut");
            connections.cutAll();
            leave();
        }
    }

    /** Else the host says by itself what has become of its connections. */
    private static boolean isSilence(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }
}
