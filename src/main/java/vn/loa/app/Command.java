package vn.loa.app;

import io.smallrye.config.SmallRyeConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import vn.loa.settings.CannotStartException;

/** What Loa does instead of starting when its command line names it: {@code java -jar quarkus-run.jar rebuild-index}. */
final class Command {

    private static final String REBUILD_INDEX = "rebuild-index";
    private static final String REQUEST = "update search_index set grammar = 0 where next_grammar is null";
    private static final String UNKNOWN_TABLE = "42P01";
    private static final String PATIENCE_SECONDS = "10";

    private Command() {
    }

    /**
     * Runs a command.
     *
     * @return what it did, a sentence
     * @throws CannotStartException when there is no such command, or it failed
     */
    static String run(SmallRyeConfig config, String... args) {
        if (args.length != 1 || !args[0].equals(REBUILD_INDEX)) {
            throw new CannotStartException("Loa has no command '" + String.join(" ", args) + "'. It has " + REBUILD_INDEX
                    + "; without a command it starts. Settings stand before -jar.");
        }
        return rebuildIndex(config);
    }

    /** A running instance begins with it: see {@code SearchRebuild}. */
    private static String rebuildIndex(SmallRyeConfig config) {
        String url = config.getOptionalValue(Loa.JDBC_URL, String.class).orElseThrow(() -> new CannotStartException(REBUILD_INDEX
                + " needs quarkus.datasource.jdbc.url. With the embedded database, start Loa with LOA_SEARCH_REBUILD=true instead."));
        try (Connection connection = DriverManager.getConnection(url, access(config));
                Statement statement = connection.createStatement()) {
            boolean requested = statement.executeUpdate(REQUEST) > 0;
            return requested ? "The search index will be made anew: a running Loa begins within a minute, the next that starts otherwise."
                    : "The search index is being made anew already.";
        } catch (SQLException e) {
            throw new CannotStartException(UNKNOWN_TABLE.equals(e.getSQLState())
                    ? "This database has no search index yet: it is made when Loa starts for the first time."
                    : "The database did not take the command: " + e.getMessage(), e);
        }
    }

    private static Properties access(SmallRyeConfig config) {
        Properties access = new Properties();
        config.getOptionalValue("quarkus.datasource.username", String.class).ifPresent(name -> access.put("user", name));
        config.getOptionalValue("quarkus.datasource.password", String.class).ifPresent(secret -> access.put("password", secret));
        access.put("connectTimeout", PATIENCE_SECONDS);
        access.put("socketTimeout", PATIENCE_SECONDS);
        return access;
    }
}
