package vn.loa.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs statements on a connection. */
final class Statements {

    private Statements() {
    }

    /** @param timeoutSeconds 0 for none */
    static void each(Connection connection, String sql, List<?> values, int timeoutSeconds, Consumer<ResultRow> reading)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.setQueryTimeout(timeoutSeconds);
            try (ResultSet found = statement.executeQuery()) {
                ResultRow row = new ResultRow(found);
                while (found.next()) {
                    reading.accept(row);
                }
            }
        }
    }

    /** How many rows it changed. */
    static int update(Connection connection, NamedSql sql) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql.positional(), sql.positionalValues())) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, List<?> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.size(); i++) {
                set(statement, i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> many && !many.isEmpty()) {
            statement.setArray(index, array(statement.getConnection(), many));
        } else if (value instanceof Collection<?>) {
            // Of whatever type the statement compares it with.
            statement.setObject(index, "{}", Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    /** The driver sends Long[], Boolean[] and UUIDs as bytes, and other arrays as text. */
    private static Array array(Connection connection, Collection<?> many) throws SQLException {
        Object first = many.iterator().next();
        if (first instanceof Long) {
            return connection.createArrayOf("int8", many.toArray(Long[]::new));
        }
        if (first instanceof Boolean) {
            return connection.createArrayOf("bool", many.toArray(Boolean[]::new));
        }
        return connection.createArrayOf(first instanceof UUID ? "uuid" : "text", many.toArray());
    }
}
