package vn.loa.listing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.problem.ProblemException;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads one page of a list from the database. */
@Singleton
public class PageReader {

    private final SqlReader reader;
    private final AnswerLimit limit;

    PageReader(SqlReader reader, AnswerLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * Reads a page with one statement, for lists whose items are never large.
     *
     * @param columns the columns that {@code item} reads, with the values of their parameters
     * @param from the list's table, with its alias
     * @param joins the joins that {@code columns} need
     * @param where the condition for the rows of this list; its parameters have their values with those of {@code columns}
     */
    public <T> Page<T> page(ListQuery query, NamedSql columns, String from, Set<String> joins, String where,
            Function<ResultRow, T> item) {
        return page(query, columns, from, joins, where, item, listed -> 0);
    }

    /**
     * Like {@link #page(ListQuery, NamedSql, String, Set, String, Function)}, for items to which large texts are added
     * later.
     *
     * @param bytes the size of an item in the response
     * @throws ProblemException 400 when the page is larger than a response may be; a page by cursor gets fewer
     *     items instead
     */
    public <T> Page<T> page(ListQuery query, NamedSql columns, String from, Set<String> joins, String where,
            Function<ResultRow, T> item, ToLongFunction<T> bytes) {
        return page(query, columns, from, from, joins, where, item, bytes);
    }

    /**
     * Like {@link #page(ListQuery, NamedSql, String, Set, String, Function)}, for a table that has the first rows alone.
     *
     * @param counted the table with all rows, by which they are counted
     */
    public <T> Page<T> page(ListQuery query, NamedSql columns, String from, String counted, Set<String> joins, String where,
            Function<ResultRow, T> item) {
        return page(query, columns, from, counted, joins, where, item, listed -> 0);
    }

    private <T> Page<T> page(ListQuery query, NamedSql columns, String from, String counted, Set<String> joins, String where,
            Function<ResultRow, T> item, ToLongFunction<T> bytes) {
        List<ListRow<T>> found = new ArrayList<>();
        reader.each(query.rows(columns.text(), from, counted, joins, where).and(columns.withoutText()),
                row -> found.add(listed(query, row, item.apply(row), found.size())));
        List<ListRow<T>> shown = query.withoutExtraRow(found);
        int fitting = limit.fitting(sizes(shown, bytes));
        if (fitting < shown.size() && !query.page().hasCursor()) {
            throw limit.tooLarge(fitting, size -> sizes(reader.read(
                    query.rows(columns.text(), from, joins, where, size, query.page().offset(size)).and(columns.withoutText()),
                    row -> new ListRow<>(item.apply(row), null, null)), bytes));
        }
        shown = shown.subList(0, fitting);
        return query.page(shown.stream().map(ListRow::item).toList(),
                !query.counted() ? null : found.isEmpty() ? totalOfEmptyPage(query, columns, counted, where) : found.get(0).total,
                shown.size() < found.size() ? query.cursorAfter(shown.get(shown.size() - 1).sortValues::get) : null);
    }

    /**
     * Reads of a row only what the page needs: all have the same total, and the next page follows the last row. A page by cursor may end
     * with any.
     */
    private static <T> ListRow<T> listed(ListQuery query, ResultRow row, T item, int place) {
        return new ListRow<>(item, place == 0 && query.counted() ? row.get("total_items", Long.class) : null,
                place == query.limit() - 1 || query.page().hasCursor() ? query.sortValues(row) : null);
    }

    private Long totalOfEmptyPage(ListQuery query, NamedSql columns, String from, String where) {
        return query.page().totalOfEmptyPage(
                () -> reader.read(query.count(from, where).and(columns.withoutText()), row -> row.get("total", Long.class)).get(0));
    }

    private static <T> List<Long> sizes(List<ListRow<T>> listed, ToLongFunction<T> bytes) {
        return listed.stream().map(row -> bytes.applyAsLong(row.item)).toList();
    }

    /**
     * An item of the list and the values that its page needs.
     *
     * @param total the number of all items, in the first row; null when they were not counted, or are too many
     * @param sortValues the values that the item is sorted by, where another page may follow; else null
     */
    private record ListRow<T>(T item, Long total, Map<String, Object> sortValues) {
    }
}
