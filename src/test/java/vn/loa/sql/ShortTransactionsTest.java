package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShortTransactionsTest {

    private static final NamedSql ADD = NamedSql.of("insert into stored_hit (id, day) values (:id, '2001-01-01')");
    private static final NamedSql FIND = NamedSql.of("select from stored_hit where id = :id");

    private final UUID id = UUID.randomUUID();

    @Inject
    ShortTransactions transactions;

    @Inject
    SqlReader rows;

    private boolean isStored() {
        return !rows.read(FIND.with("id", id), row -> true).isEmpty();
    }

    @Test
    void what_is_committed_stays() {
        assertEquals(1, transactions.update(ShortTransactions.PATIENCE, ADD.with("id", id)));
        assertTrue(isStored());
    }

    @Test
    void what_is_not_committed_is_rolled_back() {
        transactions.run(transaction -> transaction.update(ADD.with("id", id)));
        assertFalse(isStored());
    }

    @Test
    void what_fails_is_rolled_back() {
        assertThrows(IllegalArgumentException.class, () -> transactions.run(transaction -> {
            transaction.update(ADD.with("id", id));
            throw new IllegalArgumentException();
        }));
        assertFalse(isStored());
    }

    @Test
    void a_failure_of_the_database_says_its_state() {
        UncheckedSqlException twice = assertThrows(UncheckedSqlException.class, () -> transactions.run(transaction -> {
            transaction.update(ADD.with("id", id));
            return transaction.update(ADD.with("id", id));
        }));
        assertEquals("23505", twice.state());
        assertTrue(twice.isOfTheData());
    }

    @Test
    void nobody_waits_longer_than_the_patience() {
        NamedSql sleep = NamedSql.of("select pg_sleep(60)");
        assertThrows(UncheckedSqlException.class,
                () -> transactions.run(Duration.ofMillis(200), transaction -> transaction.read(sleep, row -> row)));
    }

    @Test
    void arrays_of_each_type_come_back() {
        List<Long> numbers = List.of(1L, 2L);
        NamedSql sql = NamedSql.of("select :numbers::bigint[] as numbers, :words::text[] as words, cardinality(:ids::uuid[]) "
                + "+ cardinality(:none::bigint[]) + cardinality(:truths::boolean[]) as size");
        transactions.run(transaction -> transaction.read(sql.with("numbers", numbers).with("words", List.of("đ"))
                .with("ids", List.of(id)).with("none", List.of()).with("truths", List.of(true)), row -> {
                    assertEquals(numbers, row.longs("numbers"));
                    assertEquals(List.of("đ"), row.texts("words"));
                    assertEquals(2, row.get("size", Integer.class));
                    return row;
                }));
    }
}
