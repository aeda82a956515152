package vn.loa.app.command;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.loa.app.embedded.DataConfig;
import vn.loa.app.embedded.EmbeddedDatabase;
import vn.loa.settings.CannotStartException;
import vn.loa.sql.OwnConnection;

/** The database that the settings name, for a command: the operator's, or the embedded one, whether Loa runs or not. */
final class CommandDatabase implements AutoCloseable {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final Connection connection;
    /** Null when it runs without this command. */
    private final EmbeddedDatabase started;

    private CommandDatabase(Connection connection, EmbeddedDatabase started) {
        this.connection = connection;
        this.started = started;
    }

    /** One that has data. The embedded one is started for as long as this is open, if no Loa runs on it. */
    static CommandDatabase toRead(SmallRyeConfig config, String name) throws SQLException, IOException {
        if (config.getOptionalValue(URL, String.class).isPresent()) {
            return own(config, name);
        }
        Path data = data(config);
        if (!EmbeddedDatabase.isSetUp(data)) {
            throw new CannotStartException("There is no data in " + data.toAbsolutePath()
                    + ". Name its directory with loa.data (LOA_DATA), or a database with " + URL + " (QUARKUS_DATASOURCE_JDBC_URL).");
        }
        Optional<Map<String, String>> running = EmbeddedDatabase.settingsOfRunning(data);
        return running.isPresent() ? new CommandDatabase(open(running.get(), name), null) : started(data, name);
    }

    /** One that may be new. */
    static CommandDatabase toFill(SmallRyeConfig config, String name) throws SQLException {
        return config.getOptionalValue(URL, String.class).isPresent() ? own(config, name) : started(data(config), name);
    }

    private static CommandDatabase own(SmallRyeConfig config, String name) throws SQLException {
        return new CommandDatabase(OwnConnection.open(config.getValue(URL, String.class), config.getOptionalValue(USER, String.class),
                config.getOptionalValue(PASSWORD, String.class), name, TO_CONNECT), null);
    }

    private static CommandDatabase started(Path data, String name) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        // Whoever ends the command does not leave the server behind. Closing it twice does nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "embedded-database-stop"));
        try {
            return new CommandDatabase(open(database.settings(), name), database);
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private static Connection open(Map<String, String> settings, String name) throws SQLException {
        return OwnConnection.open(settings.get(URL), Optional.of(settings.get(USER)), Optional.of(settings.get(PASSWORD)), name, TO_CONNECT);
    }

    private static Path data(SmallRyeConfig config) {
        return Path.of(config.getOptionalValue("loa.data", String.class).orElse(DataConfig.DEFAULT_DATA));
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            if (started != null) {
                started.close();
            }
        }
    }

    /** What the database said, in one line. */
    static String words(SQLException failure) {
        return failure.getMessage().strip().replaceAll("\\s+", " ");
    }
}
