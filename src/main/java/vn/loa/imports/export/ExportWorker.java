package vn.loa.imports.export;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.UncheckedSqlException;

/**
 * Writes exports and imports uploaded ones, one at a time on all instances. The lock is the database's and of a connection: when
 * an instance is killed, another one begins anew what that one had begun.
 */
@ApplicationScoped
public class ExportWorker {

    /** An arbitrary number: the advisory lock of the one who works. The next number is that of those who add exports. */
    static final long LOCK = 7_110_931_400L;

    private static final Logger LOG = Logger.getLogger(ExportWorker.class);
    /** An instance that vanished with its machine is noticed within two minutes. Nothing, where the server does not know it. */
    private static final String NOTICE_SOON = "select set_config(name, '20', false) from pg_settings "
            + "where name in ('tcp_keepalives_idle', 'tcp_keepalives_interval')";

    /** Of a pause after others have held an export up. It doubles with each try, so that those who edit meanwhile come in between. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** As often in about three hours; then an admin has to know. */
    private static final int MOST_TRIES = 24;

    private final DataSource database;
    private final ExportStore store;
    private final ExportWriting writing;
    private final ExportImport imports;
    private final ExportConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    ExportWorker(DataSource database, ExportStore store, ExportWriting writing, ExportImport imports, ExportConfig config, Clock clock) {
        this.database = database;
        this.store = store;
        this.writing = writing;
        this.imports = imports;
        this.config = config;
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    /** Works until nothing waits, or another instance works. */
    @Scheduled(every = "2s", identity = "exports", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void work() {
        try {
            while (!stopping && store.next(clock.instant()).isPresent() && step()) {
                LOG.debug("An export has ended; the next one is looked for");
            }
        } catch (UncheckedSqlException | SQLException e) {
            LOG.debug("Exports were not looked after; it is tried again", e);
        }
    }

    @Scheduled(every = "10m", identity = "exports-expire", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expire() {
        try {
            int deleted = store.deleteExpired(clock.instant());
            LOG.debugf("%d exports were kept long enough", deleted);
        } catch (UncheckedSqlException e) {
            LOG.debug("No export could be deleted; it is tried again", e);
        }
    }

    /** @return whether it had the lock, and there may be more to do */
    private boolean step() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!has("select pg_try_advisory_lock(" + LOCK + ")", connection)) {
                return false;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(NOTICE_SOON);
                Optional<OpenExport> next = store.next(clock.instant());
                next.ifPresent(export -> run(export, connection));
                return next.isPresent() && !stopping;
            } finally {
                has("select pg_advisory_unlock(" + LOCK + ")", connection);
            }
        }
    }

    private void run(OpenExport export, Connection connection) {
        try {
            if (export.isUploaded()) {
                imports.run(export, connection);
            } else {
                writing.write(export, connection, () -> stopping);
                end(export, null);
            }
        } catch (ExportFault e) {
            LOG.infof("The export %s failed: %s", export.id(), e.getMessage());
            end(export, e.getMessage());
        } catch (SQLException | IOException | RuntimeException e) {
            // A stop, or a deletion, ends it like this. What is still wanted is begun anew after a stop.
            if (!stopping && isHeldUp(e) && export.tries() < MOST_TRIES) {
                Duration pause = pause(export.tries());
                LOG.infof("The export %s waits for others; it is tried again in %s: %s", export.id(), pause, e.getMessage());
                store.tryAgain(export.id(), clock.instant().plus(pause));
            } else if (!stopping) {
                LOG.warnf(e, "The export %s failed", export.id());
                end(export, isHeldUp(e) ? "Others have held it up " + (export.tries() + 1) + " times: the log of Loa says how."
                        : "The database failed: the log of Loa says how.");
            }
        }
    }

    /** Others had locks that it needs, or the database was not there. What it has done is undone. */
    private static boolean isHeldUp(Exception e) {
        return DatabaseTrouble.of(e).filter(trouble -> trouble != DatabaseTrouble.FULL).isPresent();
    }

    /** @param tries that there have been before */
    static Duration pause(int tries) {
        Duration doubled = SHORTEST_PAUSE.multipliedBy(1L << Math.min(tries, 30));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void end(OpenExport export, String fault) {
        Instant now = clock.instant();
        store.end(export.id(), fault, now, now.plus(config.kept()));
    }

    private static boolean has(String question, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
