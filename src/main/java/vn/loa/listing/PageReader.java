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

    private final SqlReader rows;
    private final AnswerLimit limit;

    PageReader(SqlReader rows, AnswerLimit limit) {
        this.rows = rows;
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
        List<Listed<T>> found = rows.read(query.rows(columns, from, joins, where), row -> new Listed<>(item.apply(row),
                query.counted() ? row.get("total_items", Long.class) : null, query.sortValues(row)));
        List<Listed<T>> shown = query.shown(found);
        int fits = limit.fitting(sizes(shown, bytes));
        if (fits < shown.size() && !query.isWalk()) {
            throw limit.tooLarge(fits, size -> sizes(rows.read(query.rows(columns, from, joins, where, size, query.offset(size)),
                    row -> new Listed<>(item.apply(row), null, null)), bytes));
        }
        shown = shown.subList(0, fits);
        return query.page(shown.stream().map(Listed::item).toList(),
                !query.counted() ? null : found.isEmpty() ? totalOfNone(query, from, where) : found.get(0).total,
                shown.size() < found.size() ? query.cursorAfter(shown.get(shown.size() - 1).place::get) : null);
    }

    private static <T> List<Long> sizes(List<Listed<T>> listed, ToLongFunction<T> bytes) {
        return listed.stream().map(row -> bytes.applyAsLong(row.item)).toList();
    }

    /** The number of all items for an empty page, which has no row with the number. At most as many as were skipped. */
    private Long totalOfNone(ListQuery query, String from, String where) {
        if (query.isWalk()) {
            return rows.count(query.count(from, where));
        }
        return query.offset() == 0 ? 0L : Math.min(query.offset(), rows.count(query.count(from, where)));
    }

    /**
     * An item of the list and the values that its page needs.
     *
     * @param total the number of all items; null when it was not counted
     * @param sortValues the values that the item is sorted by
     */
    private record Listed<T>(T item, Long total, Map<String, Object> place) {
    }
}
