package vn.loa.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public class Rows {

    /** {@code :name}, but not {@code ::type}. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    private final DataSource database;
    private final int timeoutSeconds;

    Rows(DataSource database, DatabaseConfig config) {
        this.database = database;
        this.timeoutSeconds = (int) config.readTimeout().toSeconds();
    }

    /**
     * The rows of a statement: all of them are in memory.
     *
     * @param values of the parameters {@code ?}; a collection of UUIDs, longs or texts becomes an array
     */
    public <T> List<T> read(String sql, Function<Row, T> reading, Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.apply(row)), values);
        return found;
    }

    /** Like {@link #read(String, Function, Object...)}, with parameters that have names. */
    public <T> List<T> read(Sql sql, Function<Row, T> reading) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.apply(row)));
        return found;
    }

    /** Reads row by row; the values are those of {@link #read(String, Function, Object...)}. */
    public void each(String sql, Consumer<Row> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(timeoutSeconds);
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                Row row = new Row(found);
                while (found.next()) {
                    reading.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database was not read: " + e.getMessage(), e);
        }
    }

    /** Like {@link #each(String, Consumer, Object...)}, with parameters that have names. */
    public void each(Sql sql, Consumer<Row> reading) {
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

    /** What a statement counts, as {@code total}. */
    public long count(Sql sql) {
        return read(sql, row -> row.get("total", Long.class)).get(0);
    }

    /**
     * A page of a list: one statement, and one for their number unless it is not wanted.
     *
     * @param columns what {@code item} reads
     * @param from the list's table, with its alias
     * @param joins what {@code columns} need
     * @param where which rows the list has
     */
    public <T> Page<T> page(ListQuery query, String columns, String from, Set<String> joins, String where,
            Function<Row, T> item) {
        List<Listed<T>> rows = read(query.rows(columns, from, joins, where),
                row -> new Listed<>(item.apply(row), query.sortValues(row)));
        List<Listed<T>> shown = query.shown(rows);
        return query.page(shown.stream().map(Listed::item).toList(),
                query.counted() ? count(query.count(from, where)) : null,
                shown.size() < rows.size() ? query.cursorAfter(shown.get(shown.size() - 1).place::get) : null);
    }

    /** @param place what it is sorted by */
    private record Listed<T>(T item, Map<String, Object> place) {
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
