package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Transactions of threads that serve no request: each has a connection from the pool for itself, waits only so long for
 * the database, and leaves the connection as it was.
 */
@ApplicationScoped
public class ShortTransactions {

    /** A database that does not answer a short statement for this long is taken for unreachable. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource database;

    public ShortTransactions(DataSource database) {
        this.database = database;
    }

    /** Like {@link #run(Duration, Function)}, with {@link #PATIENCE}. */
    public <T> T run(Function<ShortTransaction, T> work) {
        return run(PATIENCE, work);
    }

    /**
     * Runs the work and rolls back what it has not committed. Not to be called inside another transaction.
     *
     * @param patience the longest wait for an answer of the database
     * @throws UncheckedSqlException when the database fails
     */
    public <T> T run(Duration patience, Function<ShortTransaction, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            connection.setAutoCommit(false);
            try {
                return work.apply(new ShortTransaction(connection));
            } finally {
                // Sends nothing after a commit.
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Runs one statement that changes rows, and commits it; returns how many it changed. */
    public int update(Duration patience, NamedSql sql) {
        return run(patience, transaction -> {
            int changed = transaction.update(sql);
            transaction.commit();
            return changed;
        });
    }
}
