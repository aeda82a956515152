package vn.loa.app.command;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the command line asks for instead of a start. */
@QuarkusTest
class CommandTest {

    @Inject
    DataSource database;

    private static SmallRyeConfig config() {
        return ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
    }

    /** What a command prints, which must end with this code. */
    private static String printed(int code, SmallRyeConfig config, String... args) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        assertEquals(code, LoaCommand.run(() -> config, writer, writer, args), out::toString);
        return out.toString();
    }

    private int change(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void rebuild_index_asks_for_a_new_index_once() throws SQLException {
        int before = grammar();
        try {
            assertThat(printed(0, config(), "rebuild-index"), containsString("within a minute"));
            assertEquals(0, grammar());
            change("update search_index set next_grammar = " + before);
            assertThat(printed(0, config(), "rebuild-index"), containsString("already"));
        } finally {
            change("update search_index set next_grammar = null, grammar = " + before);
        }
    }

    private int grammar() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select grammar from search_index")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void another_command_is_refused_and_the_known_ones_are_named() {
        assertThat(printed(2, config(), "rebuild-indices"), containsString("Did you mean: loa rebuild-index"));
        assertThat(printed(2, config(), "rebuild-index", "now"), containsString("'now'"));
        assertThat(printed(2, config(), ""), containsString("COMMAND"));
        assertThat(printed(0, config(), "--help"), allOf(containsString("rebuild-index"), containsString("backup"), containsString("restore")));
        assertThat(printed(0, config(), "--version"), containsString("Loa "));
    }

    @Test
    void a_database_that_is_away_or_not_configured_is_told_in_a_sentence() {
        assertThat(printed(1, config(Map.of()), "rebuild-index"), containsString("LOA_SEARCH_REBUILD=true"));
        assertThat(printed(1, config(Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/loa")), "rebuild-index"),
                containsString("did not take the command"));
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        values.forEach(builder::withDefaultValue);
        return builder.build();
    }
}
