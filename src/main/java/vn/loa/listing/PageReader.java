package vn.loa.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.loa.http.answer.AnswerLimit;
import vn.loa.problem.ProblemException;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;

/** Reads one page of a list from the database. */
@ApplicationScoped
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
     * @param columns the columns that {@code item} reads
     * @param from the list's table, with its alias
     * @param joins the joins that {@code columns} need
     * @param where the condition for the rows of this list
     */
    public <T> Page<T> page(ListQuery query, String columns, String from, Set<String> joins, String where,
            Function<ResultRow, T> item) {
        return page(query, columns, from, joins, where, item, listed -> 0);
    }

    /**
     * Like {@link #page(ListQuery, String, String, Set, String, Function)}, for items to which large texts are added
     * later.
     *
     * @param bytes the size of an item in the response
     * @throws ProblemException 400 when the page is larger than a response may be; a page by cursor gets fewer
     *     items instead
     */
    public <T> Page<T> page(ListQuery query, String columns, String from, Set<String> joins, String where,
            Function<ResultRow, T> item, ToLongFunction<T> bytes) {
        List<ListRow<T>> found = reader.read(query.rows(columns, from, joins, where), row -> new ListRow<>(item.apply(row),
                query.counted() ? row.get("total_items", Long.class) : null, query.sortValues(row)));
        List<ListRow<T>> shown = query.withoutExtraRow(found);
        int fitting = limit.fitting(sizes(shown, bytes));
        if (fitting < shown.size() && !query.page().hasCursor()) {
            throw limit.tooLarge(fitting, size -> sizes(reader.read(
                    query.rows(columns, from, joins, where, size, query.page().offset(size)),
                    row -> new ListRow<>(item.apply(row), null, null)), bytes));
        }
        shown = shown.subList(0, fitting);
        return query.page(shown.stream().map(ListRow::item).toList(),
                !query.counted() ? null : found.isEmpty() ? totalOfEmptyPage(query, from, where) : found.get(0).total,
                shown.size() < found.size() ? query.cursorAfter(shown.get(shown.size() - 1).sortValues::get) : null);
    }

    private Long totalOfEmptyPage(ListQuery query, String from, String where) {
        return query.page().totalOfEmptyPage(
                () -> reader.read(query.count(from, where), row -> row.get("total", Long.class)).get(0));
    }

    private static <T> List<Long> sizes(List<ListRow<T>> listed, ToLongFunction<T> bytes) {
        return listed.stream().map(row -> bytes.applyAsLong(row.item)).toList();
    }

    /**
     * An item of the list and the values that its page needs.
     *
     * @param total the number of all items; null when they were not counted, or are too many
     * @param sortValues the values that the item is sorted by
     */
    private record ListRow<T>(T item, Long total, Map<String, Object> sortValues) {
    }
}
