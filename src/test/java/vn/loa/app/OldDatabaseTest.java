package vn.loa.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database from before the migrations were squashed: the same numbers stand for other migrations there. */
@QuarkusTest
class OldDatabaseTest {

    @Inject
    Flyway flyway;

    @Inject
    DataSource database;

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop schema if exists old cascade");
    }

    @Test
    void an_old_database_is_refused_in_one_sentence_that_says_what_to_do() throws SQLException {
        Flyway old = Flyway.configure().configuration(flyway.getConfiguration()).schemas("old").load();
        old.migrate();
        execute("update old.flyway_schema_history set checksum = checksum + 1 where version = '1'");
        FlywayException failure = assertThrows(FlywayException.class, old::migrate);
        String sentence = StartFailure.explain(new RuntimeException("Failed to start", failure), "localhost", "8080").orElseThrow();
        assertTrue(sentence.contains("cannot be upgraded: start with an empty database"), sentence);
        assertEquals(sentence.length() - 1, sentence.indexOf(". ") < 0 ? sentence.lastIndexOf('.') : sentence.indexOf(". "), sentence);
    }
}
