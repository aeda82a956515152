package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.interference.Bystanders.Kind;

/** {@link Bystanders} report who waited, and only who waited. */
@QuarkusTest
class BystandersTest {

    private static final Duration BOUND = Duration.ofSeconds(5);

    @Inject
    DataSource database;

    @Test
    void all_are_served_while_nothing_is_wrong() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            others.during(() -> Thread.sleep(500)).assertServed(BOUND);
            others.awaitAllGood(BOUND);
        }
    }

    @Test
    void who_waits_for_a_lock_is_seen_to_wait_and_nobody_else_is() throws Exception {
        try (Bystanders others = Bystanders.at(RestAssured.port)) {
            Calls calls = others.during(() -> {
                try (Connection connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.createStatement().execute("lock table revision in share mode");
                    Thread.sleep(1500);
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            });
            assertThrows(AssertionError.class, () -> calls.of(Kind.SAVE, Kind.PUBLISH).assertServed(Duration.ofMillis(800)));
            assertTrue(calls.of(Kind.SAVE, Kind.PUBLISH).percentile(100).toMillis() > 800);
            calls.of(Kind.READS).assertServed(Duration.ofMillis(1200));
        }
    }
}
