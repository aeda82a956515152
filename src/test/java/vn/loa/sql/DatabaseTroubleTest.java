package vn.loa.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Optional;
import javax.transaction.xa.XAException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

/** Finds the database's error among the causes of an exception. */
class DatabaseTroubleTest {

    private static SQLException state(String state) {
        return new SQLException("said by PostgreSQL", state);
    }

    private static void assertTrouble(DatabaseTrouble expected, Throwable failure) {
        assertEquals(Optional.ofNullable(expected), DatabaseTrouble.of(failure));
    }

    @Test
    void it_is_found_among_causes_suppressed_ones_and_next_ones() {
        assertTrouble(DatabaseTrouble.AWAY, new IllegalStateException(new RuntimeException(state("08006"))));

        RollbackException rollback = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rollback.addSuppressed(state("57P01"));
        assertTrouble(DatabaseTrouble.AWAY, new RuntimeException(rollback));

        XAException xa = new XAException(XAException.XAER_RMFAIL);
        xa.initCause(state("25006"));
        RollbackException inside = new RollbackException();
        inside.addSuppressed(xa);
        assertTrouble(DatabaseTrouble.READ_ONLY, inside);

        SQLException batch = new SQLException("a batch failed", "P0001");
        batch.setNextException(state("53100"));
        assertTrouble(DatabaseTrouble.FULL, batch);
    }

    @Test
    void what_the_pool_and_the_driver_say_for_themselves_is_trouble() {
        assertTrouble(DatabaseTrouble.AWAY, new SQLException("Sorry, acquisition timeout!"));
        assertTrouble(DatabaseTrouble.AWAY, state("99999"));
        assertTrouble(DatabaseTrouble.BUSY, state("55000"));
    }

    @Test
    void a_transaction_that_was_ended_without_a_reason_ran_out_of_time() {
        assertTrouble(DatabaseTrouble.BUSY, new RuntimeException(new RollbackException("ARJUNA016102: not active")));
        assertTrouble(DatabaseTrouble.BUSY, new HibernateException("Transaction was rolled back in a different thread"));
        assertTrouble(null, new HibernateException("Unable to locate persister"));
        assertTrouble(null, new RollbackException("for a reason").initCause(new NullPointerException()));
    }

    @Test
    void faults_of_content_and_of_the_code_are_none_of_it() {
        assertTrouble(null, new IllegalStateException("ours"));
        assertTrouble(null, state("42P01"));
        assertTrouble(null, new RuntimeException(state("22021")));

        // The first failure decides. The connection was lost after it.
        SQLException unique = state("23505");
        unique.addSuppressed(state("08003"));
        assertTrouble(null, unique);
    }

    @Test
    void a_circle_of_causes_comes_to_an_end() {
        RuntimeException one = new RuntimeException();
        RuntimeException other = new RuntimeException(one);
        one.initCause(other);
        assertTrouble(null, one);
    }
}
