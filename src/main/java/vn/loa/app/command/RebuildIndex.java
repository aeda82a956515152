package vn.loa.app.command;

import io.smallrye.config.SmallRyeConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import vn.loa.settings.CannotStartException;
import vn.loa.sql.NamedSql;
import vn.loa.sql.OwnConnection;

/** Asks for a new search index. A running instance begins with it: see {@code SearchRebuild}. */
@CommandLine.Command(name = "rebuild-index", mixinStandardHelpOptions = true,
        description = "Has the search index made anew by a running Loa, or the next that starts.")
final class RebuildIndex implements Callable<Integer> {

    private static final NamedSql REQUEST = NamedSql.of("update search_index set grammar = 0 where next_grammar is null");
    private static final String UNKNOWN_TABLE = "42P01";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<SmallRyeConfig> settings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    RebuildIndex(Supplier<SmallRyeConfig> settings) {
        this.settings = settings;
    }

    /** @throws CannotStartException when it failed */
    @Override
    public Integer call() {
        spec.commandLine().getOut().println(request());
        return CommandLine.ExitCode.OK;
    }

    private String request() {
        SmallRyeConfig config = settings.get();
        String url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).orElseThrow(() -> new CannotStartException(
                "rebuild-index needs quarkus.datasource.jdbc.url. With the embedded database, start Loa with LOA_SEARCH_REBUILD=true instead."));
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
