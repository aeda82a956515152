package vn.loa.app;

import io.smallrye.config.SmallRyeConfig;
import java.sql.SQLException;
import java.time.Duration;
import vn.loa.settings.CannotStartException;
import vn.loa.sql.NamedSql;
import vn.loa.sql.OwnConnection;

/** What Loa does instead of starting when its command line names it: {@code java -jar quarkus-run.jar rebuild-index}. */
final class Command {

    private static final String REBUILD_INDEX = "rebuild-index";
    private static final NamedSql REQUEST = NamedSql.of("update search_index set grammar = 0 where next_grammar is null");
    private static final String UNKNOWN_TABLE = "42P01";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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
        try {
            boolean requested = OwnConnection.update(REQUEST, url, config.getOptionalValue("quarkus.datasource.username", String.class),
                    config.getOptionalValue("quarkus.datasource.password", String.class), PATIENCE) > 0;
            return requested ? "The search index will be made anew: a running Loa begins within a minute, the next that starts otherwise."
                    : "The search index is being made anew already.";
        } catch (SQLException e) {
            throw new CannotStartException(UNKNOWN_TABLE.equals(e.getSQLState())
                    ? "This database has no search index yet: it is made when Loa starts for the first time."
                    : "The database did not take the command: " + e.getMessage(), e);
        }
    }
}
