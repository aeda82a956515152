package vn.loa.sql;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Reads rows by SQL, in the present transaction, or without one; what {@link ReadServers} allows, also at a replica. What is
 * changed is read as entities. It does not see what entities have changed and not yet sent to the database.
 */
@Singleton
public class SqlReader {

    /** For the answer to a statement that was cancelled in time. */
    private static final Duration AFTER_CANCEL = Duration.ofMinutes(1);

    private final DataSource database;
    private final ReadServers servers;
    private final TransactionSynchronizationRegistry transaction;
    private final int timeoutSeconds;

    SqlReader(DataSource database, ReadServers servers, TransactionSynchronizationRegistry transaction, DatabaseConfig config) {
        this.database = database;
        this.servers = servers;
        this.transaction = transaction;
        this.timeoutSeconds = (int) config.readTimeout().toSeconds();
    }

    /**
     * The rows of a statement: all of them are in memory.
     *
     * @param values of the parameters {@code ?}; a collection of UUIDs, longs, booleans or texts becomes an array
     * @throws UncheckedSqlException when the database fails, or takes longer than loa.database.read-timeout, or the transaction allows
     */
    public <T> List<T> read(String sql, Function<ResultRow, T> reading, Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.apply(row)), values);
        return found;
    }

    /** Like {@link #read(String, Function, Object...)}, with parameters that have names. */
    public <T> List<T> read(NamedSql sql, Function<ResultRow, T> reading) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.apply(row)));
        return found;
    }

    /** Like {@link #read(NamedSql, Function)}, and never at a replica: for what must not be older than it is. */
    public <T> List<T> readCurrent(NamedSql sql, Function<ResultRow, T> reading) {
        try {
            return servers.readCurrent(connection -> {
                List<T> found = new ArrayList<>();
                Statements.each(connection, sql.positional(), sql.positionalValues(), timeout(), row -> found.add(reading.apply(row)));
                return found;
            });
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Reads row by row; the values are those of {@link #read(String, Function, Object...)}. */
    public void each(String sql, Consumer<ResultRow> reading, Object... values) {
        each(sql, Arrays.asList(values), reading);
    }

    /** Like {@link #each(String, Consumer, Object...)}, with parameters that have names. */
    public void each(NamedSql sql, Consumer<ResultRow> reading) {
        each(sql.positional(), sql.positionalValues(), reading);
    }

    private void each(String sql, List<?> values, Consumer<ResultRow> reading) {
        try {
            // The driver has all rows when it gives the first one, so what fails has given none.
            servers.read(connection -> {
                Statements.each(connection, sql, values, timeout(), reading);
                return null;
            });
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /**
     * The rows of a statement that reads only what never changes once it is stored. They may come from any server that has them.
     *
     * @param isWhole whether these are all that there should be: if not, another server is asked
     */
    public <T> List<T> readUnchanging(String sql, Function<ResultRow, T> reading, Predicate<List<T>> isWhole, Object... values) {
        try {
            return servers.readUnchanging(connection -> {
                List<T> found = new ArrayList<>();
                Statements.each(connection, sql, Arrays.asList(values), timeout(), row -> found.add(reading.apply(row)));
                return found;
            }, isWhole);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private int timeout() {
        Object own = transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? null : transaction.getResource(SqlReader.class);
        return own == null ? timeoutSeconds : (Integer) own;
    }

    /**
     * Lets each statement of the present transaction take so long, whatever loa.database.read-timeout says: for work that nobody waits
     * for at a screen.
     *
     * @param longest in whole seconds
     */
    public void allowLongStatements(Duration longest) {
        transaction.putResource(SqlReader.class, (int) longest.toSeconds());
        // The pool sets its own again when the next transaction takes the connection.
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) longest.plus(AFTER_CANCEL).toMillis());
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /**
     * All that the present transaction reads is of one moment. To be called before it has read anything: for lists of
     * entities, which are counted by a statement of their own.
     */
    public void readOneMoment() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** What a statement counts, as {@code total}. */
    public long count(NamedSql sql) {
        return read(sql, row -> row.get("total", Long.class)).get(0);
    }
}
