package vn.loa.web;

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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
    private final AnswerLimit limit;

    Rows(DataSource database, AnswerLimit limit) {
        this.database = database;
        this.limit = limit;
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
    public long count(Sql sql) {
        return read(sql, row -> row.get("total", Long.class)).get(0);
    }

    /**
     * A page of a list: one statement. Of items that are never large.
     *
     * @param columns what {@code item} reads
     * @param from the list's table, with its alias
     * @param joins what {@code columns} need
     * @param where which rows the list has
     */
    public <T> Page<T> page(ListQuery query, String columns, String from, Set<String> joins, String where,
            Function<Row, T> item) {
        return page(query, columns, from, joins, where, item, listed -> 0);
    }

    /**
     * Like {@link #page(ListQuery, String, String, Set, String, Function)}, of items to which large texts will be added.
     *
     * @param bytes what an item will have in the answer
     * @throws ProblemException 400 when they are more than an answer may have; a walk by cursor gets fewer items
     */
    public <T> Page<T> page(ListQuery query, String columns, String from, Set<String> joins, String where,
            Function<Row, T> item, ToLongFunction<T> bytes) {
        List<Listed<T>> rows = read(query.rows(columns, from, joins, where), row -> new Listed<>(item.apply(row),
                query.counted() ? row.get("total_items", Long.class) : null, query.sortValues(row)));
        List<Listed<T>> shown = query.shown(rows);
        int fits = limit.fitting(sizes(shown, bytes));
        if (fits < shown.size() && !query.isWalk()) {
            throw limit.tooLarge(fits, size -> sizes(read(query.rows(columns, from, joins, where, size, query.offset(size)),
                    row -> new Listed<>(item.apply(row), null, null)), bytes));
        }
        shown = shown.subList(0, fits);
        return query.page(shown.stream().map(Listed::item).toList(),
                !query.counted() ? null : rows.isEmpty() ? totalOfNone(query, from, where) : rows.get(0).total,
                shown.size() < rows.size() ? query.cursorAfter(shown.get(shown.size() - 1).place::get) : null);
    }

    private static <T> List<Long> sizes(List<Listed<T>> rows, ToLongFunction<T> bytes) {
        return rows.stream().map(row -> bytes.applyAsLong(row.item)).toList();
    }

    /** Behind the last row no row tells how many there are. There were no more than were skipped. */
    private Long totalOfNone(ListQuery query, String from, String where) {
        if (query.isWalk()) {
            return count(query.count(from, where));
        }
        return query.offset() == 0 ? 0L : Math.min(query.offset(), count(query.count(from, where)));
    }

    /**
     * @param total of the whole list; null when it was not counted
     * @param place what it is sorted by
     */
    private record Listed<T>(T item, Long total, Map<String, Object> place) {
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
