package vn.loa.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The transaction of a connection, such as one of {@link ShortTransactions}. A commit, or a rollback, begins the next one on the same connection. */
public final class ShortTransaction {

    private final Connection connection;

    /** @param connection that commits nothing by itself, and that nobody else uses */
    public ShortTransaction(Connection connection) {
        this.connection = connection;
    }

    /** The rows of a statement: all of them are in memory. */
    public <T> List<T> read(NamedSql sql, Function<ResultRow, T> reading) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.apply(row)));
        return found;
    }

    /** Reads row by row. */
    public void each(NamedSql sql, Consumer<ResultRow> reading) {
        try {
            Statements.each(connection, sql.positional(), sql.positionalValues(), 0, reading);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** How many rows were changed. */
    public int update(NamedSql sql) {
        try {
            return Statements.update(connection, sql);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Runs a command that has no parameters and no answer, such as {@code truncate}. */
    public void execute(String command) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }
}
