package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A transaction may say itself how long its statements may take. */
@QuarkusTest
class LongStatementsTest {

    private static final String QUERY_CANCELED = "57014";

    @Inject
    SqlReader rows;
    @Inject
    DataSource database;

    private int patienceMillis() {
        try (Connection connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    @Test
    void a_transaction_has_its_own_patience_and_the_next_one_the_usual() {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.allowLongStatements(Duration.ofHours(2));
            assertTrue(patienceMillis() >= Duration.ofHours(2).toMillis(), "on whatever connection it asks for");
        });
        QuarkusTransaction.requiringNew().run(() -> assertTrue(patienceMillis() < Duration.ofHours(1).toMillis()));
    }

    @Test
    void its_patience_ends_a_statement() {
        UncheckedSqlException failed = assertThrows(UncheckedSqlException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            rows.allowLongStatements(Duration.ofSeconds(1));
            rows.read("select pg_sleep(3600)", row -> true);
        }));
        assertEquals(QUERY_CANCELED, failed.state());
        QuarkusTransaction.requiringNew().run(() -> assertEquals(1, rows.read("select pg_sleep(2)", row -> true).size()));
    }
}
