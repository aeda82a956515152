package vn.loa.app.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import vn.loa.settings.CannotStartException;

/**
 * A PostgreSQL that starts and stops with Loa and keeps its data in a directory:
 *
 * <pre>
 * data/lock            held while a Loa uses the directory
 * data/postgres/       the cluster
 * data/postgres.ready  written when the cluster has been set up completely
 * data/password        of the cluster's two roles, readable by its owner only
 * data/bin/            the PostgreSQL programs, unpacked
 * data/postgres.log    the server's output
 * </pre>
 *
 * <p>It may be killed at any moment: fsync and synchronous_commit are on, a server that survived its Loa is stopped
 * before the next start, and an interrupted set-up is moved aside and repeated.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String ROLE = "loa";
    private static final int ANY_PORT = 0;
    private static final int START_ATTEMPTS = 5;
    private static final Duration PAUSE_BEFORE_START = Duration.ofSeconds(1);

    private final DataDirectory directory;
    private final String password;
    private EmbeddedPostgres postgres;
    private boolean closed;

    private EmbeddedDatabase(DataDirectory directory, EmbeddedPostgres postgres, String password) {
        this.directory = directory;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts PostgreSQL on the data in this directory, which is created when it is missing. Returns when PostgreSQL
     * accepts connections.
     *
     * @throws CannotStartException when another Loa uses the directory, Loa may not write to it, or PostgreSQL does
     *     not start
     */
    public static EmbeddedDatabase start(Path data) {
        try {
            DataDirectory directory = DataDirectory.open(data);
            directory.processes().stop();
            directory.processes().replaceForeignProcessId();
            directory.preparePrograms();
            boolean ready = directory.isReady();
            if (!ready) {
                directory.moveIncompleteClusterAside();
            }
            String password = directory.password();
            EmbeddedDatabase database = new EmbeddedDatabase(directory, startServer(directory, password, ANY_PORT), password);
            if (!ready) {
                database.setUp();
            }
            database.watch();
            return database;
        } catch (IOException | IllegalStateException e) {
            // The library throws IllegalStateException when initdb fails.
            throw new CannotStartException("The embedded PostgreSQL did not start in " + data.toAbsolutePath()
                    + " (see postgres.log there): " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres startServer(DataDirectory directory, String password, int port) throws IOException {
        // Without this setting, the library stops the servers and deletes the data of clusters that it finds in a
        // temporary directory, where any user may have put one.
        System.setProperty("ot.epg.working-dir", directory.programs().toString());
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.cluster())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setRegisterShutdownHook(false)
                // The builder passes -F (no fsync) before these settings, and the last setting wins.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                // Connections use the loopback address only; there is no socket file in a shared directory.
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setLocaleConfig("locale", "C.UTF-8")
                // Options of initdb, passed through the locale settings. The library has told initdb to trust local
                // users, and the last option wins.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", directory.passwordFile().toString())
                .setConnectConfig("password", password)
                .setOutputRedirector(Redirect.appendTo(directory.log().toFile()))
                // After a crash, recovery replays the log before the server accepts connections.
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        directory.restrictPrograms();
        return started;
    }

    /** The first start creates the role and the database of Loa. */
    private void setUp() throws IOException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl("postgres", "postgres"), "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + ROLE + " login password '" + password + "'");
            statement.execute("create database " + ROLE + " owner " + ROLE);
        } catch (SQLException e) {
            throw new IOException("setting up the cluster failed: " + e.getMessage(), e);
        }
        directory.markReady();
    }

    /** Starts the server again when it dies; acknowledged data is on disk. */
    private void watch() throws IOException {
        directory.processes().server().ifPresent(server -> server.onExit().thenRun(this::restart));
    }

    private synchronized void restart() {
        for (int attempt = 1; !closed && attempt <= START_ATTEMPTS; attempt++) {
            LOG.warn("The embedded PostgreSQL has died; starting it again");
            try {
                int port = postgres.getPort();
                closeServer();
                // A new server cannot start until the dead server's processes have noticed its end and released the
                // shared memory.
                Thread.sleep(PAUSE_BEFORE_START.toMillis());
                postgres = startServer(directory, password, port);
                watch();
                return;
            } catch (IOException e) {
                LOG.error("The embedded PostgreSQL did not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The Quarkus settings with which Loa connects to this database. */
    public Map<String, String> settings() {
        return settings(directory, postgres.getPort(), password);
    }

    private static Map<String, String> settings(DataDirectory directory, int port, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + port + "/" + ROLE,
                "quarkus.datasource.username", ROLE,
                "quarkus.datasource.password", password,
                "loa.embedded-data", directory.root().toString());
    }

    /** Whether the data in a directory has been set up. */
    public static boolean isSetUp(Path data) {
        return DataDirectory.lookAt(data).isReady();
    }

    /** The settings to connect to the database that another Loa runs on this directory; empty when none runs. */
    public static Optional<Map<String, String>> settingsOfRunning(Path data) throws IOException {
        DataDirectory directory = DataDirectory.lookAt(data);
        OptionalInt port = directory.processes().port();
        return port.isPresent() && directory.isReady() ? Optional.of(settings(directory, port.getAsInt(), directory.password()))
                : Optional.empty();
    }

    /** Stops PostgreSQL cleanly. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            closeServer();
            directory.close();
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL did not stop cleanly", e);
        }
    }

    /** After the server's death its process id may belong to another process. */
    private void closeServer() throws IOException {
        directory.processes().replaceForeignProcessId();
        postgres.close();
    }
}
