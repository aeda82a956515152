package vn.loa.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Reads by SQL what is only read, in the transaction that there is, or without one. What is changed is read as entities.
 * What these have changed and not yet sent to the database is not seen.
 */
@ApplicationScoped
public class SqlReader {

    /** {@code :name}, but not {@code ::type}. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    private final DataSource database;
    private final int timeoutSeconds;

    SqlReader(DataSource database, DatabaseConfig config) {
        this.database = database;
        this.timeoutSeconds = (int) config.readTimeout().toSeconds();
    }

    /**
     * The rows of a statement: all of them are in memory.
     *
     * @param values of the parameters {@code ?}; a collection of UUIDs, longs or texts becomes an array
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

    /** Reads row by row; the values are those of {@link #read(String, Function, Object...)}. */
    public void each(String sql, Consumer<ResultRow> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(timeoutSeconds);
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                ResultRow row = new ResultRow(found);
                while (found.next()) {
                    reading.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not read: " + e.getMessage(), e);
        }
    }

    /** Like {@link #each(String, Consumer, Object...)}, with parameters that have names. */
    public void each(NamedSql sql, Consumer<ResultRow> reading) {
        List<Object> values = new ArrayList<>();
        String text = NAMED.matcher(sql.text()).replaceAll(name -> {
            if (!sql.values().containsKey(name.group(1))) {
                throw new IllegalArgumentException("nothing is given for " + name.group());
            }
            values.add(sql.values().get(name.group(1)));
            return "?";
        });
        each(text, reading, values.toArray());
    }

    /**
     * All that the present transaction reads is of one moment. To be called before it has read anything: for lists of
     * entities, which are counted by a statement of their own.
     */
    public void readOneMoment() {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not read: " + e.getMessage(), e);
        }
    }

    /** What a statement counts, as {@code total}. */
    public long count(NamedSql sql) {
        return read(sql, row -> row.get("total", Long.class)).get(0);
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> many && !many.isEmpty()) {
            statement.setArray(index, statement.getConnection().createArrayOf(type(many.iterator().next()), many.toArray()));
        } else if (value instanceof Collection<?>) {
            // Of whatever type the statement compares it with.
            statement.setObject(index, "{}", Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    private static String type(Object element) {
        return element instanceof UUID ? "uuid" : element instanceof Long ? "bigint" : "text";
    }
}
