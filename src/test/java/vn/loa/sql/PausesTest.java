package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A transaction may say for which work the database hears nothing of it for long. */
@QuarkusTest
class PausesTest {

    private static final String IDLE = "idle_in_transaction_session_timeout";
    private static final String WHOLE = "transaction_timeout";

    @Inject
    SqlReader rows;
    @Inject
    SqlWriter changes;

    private List<String> setting(String name) {
        return rows.read("select setting from pg_settings where name = ?", row -> row.text("setting"), name);
    }

    private void set(String name, String value) {
        changes.call(NamedSql.of("select set_config(:name, :value, true)").with("name", name).with("value", value));
    }

    private void assertDuring(String expected, String former) {
        QuarkusTransaction.requiringNew().run(() -> {
            set(IDLE, former);
            changes.pausing(Duration.ofMinutes(4), () -> assertEquals(List.of(expected), setting(IDLE)));
            assertEquals(List.of(former), setting(IDLE));
        });
    }

    @Test
    void a_pause_has_a_limit_that_is_long_enough_during_the_work_only() {
        assertDuring("240000", "120000");
        assertDuring("240000", "239999");
        assertDuring("300000", "300000");
        assertDuring("240000", "0");
    }

    @Test
    void the_limit_of_a_whole_transaction_is_lifted_during_the_work_and_begins_anew_after_it() {
        assumeFalse(setting(WHOLE).isEmpty(), "since PostgreSQL 17");
        List<String> after = new ArrayList<>();
        assertThrows(UncheckedSqlException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            set(WHOLE, "1000");
            changes.pausing(Duration.ofMinutes(4), () -> rows.read("select pg_sleep(1.2)", row -> true));
            after.addAll(setting(WHOLE));
            rows.read("select pg_sleep(60)", row -> true);
        }));
        assertEquals(List.of("1000"), after);
        QuarkusTransaction.requiringNew().run(() -> changes.pausing(Duration.ofMinutes(4), () -> assertEquals(List.of("0"), setting(WHOLE))));
    }
}
