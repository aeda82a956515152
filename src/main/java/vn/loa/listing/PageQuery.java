package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.loa.http.Fingerprint;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;

/**
 * Which page of a list a request asks for: one by its number, or the one that follows a cursor; with the number of all
 * items or without it. The list's order ends in a unique value, so that a page by cursor is found by its key.
 */
public final class PageQuery {

    /** Parameters that do not change which rows come in which order. */
    private static final Set<String> ROW_NEUTRAL = Set.of("page", "size", "cursor", "count", "fields", "include");
    /** The number of values in a cursor before the sort values: the fingerprint and the revision. */
    private static final int VALUES_BEFORE_SORT = 2;

    private final PageRequest paging;
    private final boolean counted;
    private final SortOrder order;
    private final UriInfo uri;
    /** Null until a cursor is read or made. */
    private String fingerprint;
    private final Cursor cursor;
    private final Optional<Integer> revision;
    private final NamedSql after;

    PageQuery(PageParameters given, UriInfo uri, SortOrder order) {
        this.paging = new PageRequest(given.page(), given.size());
        this.counted = isCounted(given.count());
        this.order = order;
        this.uri = uri;
        this.cursor = given.cursor() == null ? null : cursor(given.cursor());
        this.revision = cursor == null ? Optional.empty() : Optional.ofNullable(cursor.read(1, Integer::valueOf));
        this.after = cursor == null ? new NamedSql("", Map.of()) : order.after(cursor, VALUES_BEFORE_SORT);
    }

    private static boolean isCounted(String count) {
        if (count != null && !count.equals("none") && !count.equals("exact")) {
            throw Problem.invalidParameter("count", "wrong-form", "must be 'exact' or 'none'").asException();
        }
        return !"none".equals(count);
    }

    /**
     * A hash of the list's path, filters and order. A cursor carries it, so that it cannot be used for another list.
     */
    private String fingerprint() {
        if (fingerprint == null) {
            fingerprint = fingerprint(uri, order);
        }
        return fingerprint;
    }

    private static String fingerprint(UriInfo uri, SortOrder order) {
        Map<String, String> rows = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!ROW_NEUTRAL.contains(name)) {
                rows.put(name, String.join(",", values));
            }
        });
        rows.put("sort", order.asParameter());
        return Fingerprint.of(uri.getPath() + "\n", rows.toString().getBytes(StandardCharsets.UTF_8), 8);
    }

    private Cursor cursor(String text) {
        if (paging.page() != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used together with 'page'").asException();
        }
        Cursor parsed = Cursor.parse(text);
        if (parsed.values().size() < VALUES_BEFORE_SORT) {
            throw Cursor.invalid();
        }
        if (!fingerprint().equals(parsed.values().get(0))) {
            throw Problem.invalidParameter("cursor", "invalid-cursor", "is not one that this list gave with the same filters "
                    + "and the same sort").asException();
        }
        if (parsed.values().size() != VALUES_BEFORE_SORT + order.terms().size()) {
            throw Cursor.invalid();
        }
        return parsed;
    }

    /** Whether the client wants the number of all items. */
    public boolean counted() {
        return counted;
    }

    /** The number of items on the page. */
    public int limit() {
        return paging.limit();
    }

    /** The number of rows to skip. */
    public int offset() {
        return offset(limit());
    }

    /** The number of rows to skip when the pages have this size. */
    public int offset(int size) {
        return cursor == null ? paging.offset(size) : 0;
    }

    /** Whether the request continues with a cursor. A page by cursor may have fewer items than its size. */
    public boolean hasCursor() {
        return cursor != null;
    }

    /** The revision that the first page was read from; see {@link #cursorAfter}. Empty on the first page. */
    public Optional<Integer> revision() {
        return revision;
    }

    /** The condition, beginning with {@code and}, that a row comes after the cursor; empty on a page by number. */
    public NamedSql after() {
        return after;
    }

    /** The sort values that the cursor has; empty on a page by number. */
    public List<Object> cursorValues() {
        return cursor == null ? List.of() : order.values(cursor, VALUES_BEFORE_SORT);
    }

    /** The SQL expression after {@code order by}. */
    public String orderBy() {
        return order.sql();
    }

    /**
     * The cursor to the page after a row.
     *
     * @param values the row's sort values
     * @param revision the revision that the following pages shall be read from, even if there is a newer one; null
     *     for the live one
     */
    Cursor cursorAfter(List<?> values, Object revision) {
        List<Object> all = new ArrayList<>();
        all.add(fingerprint());
        all.add(revision);
        all.addAll(values);
        return Cursor.of(all.toArray());
    }

    /**
     * The number of all items of a list whose page is empty. On a page by number at most as many as were skipped, because
     * the page was read before.
     *
     * @param count gives null when there are too many to be counted
     */
    public Long totalOfEmptyPage(Supplier<Long> count) {
        if (cursor == null && offset() == 0) {
            return 0L;
        }
        Long total = count.get();
        return total == null || cursor != null ? total : (Long) Math.min(offset(), total);
    }

    /**
     * The page with its position.
     *
     * @param items the items of the page
     * @param total the number of all items; null when it was not counted
     * @param next the cursor to the next page; null on the last page
     */
    <T> Page<T> page(List<T> items, Long total, Cursor next) {
        Page<T> page = cursor == null ? Page.of(items, total, paging) : Page.after(items, total, limit());
        return page.continuing(next);
    }

    /**
     * The page of rows that were read with {@link #limit} + 1, so that one more row shows whether another page follows.
     *
     * @param count the number of all rows, asked for only when the client wants it
     * @param key the values by which the list is ordered
     */
    public <R> Page<R> page(List<R> found, Supplier<Long> count, Function<R, List<?>> key) {
        boolean more = found.size() > limit();
        return page(more ? found.subList(0, limit()) : found, more, count, key, null);
    }

    /**
     * Like {@link #page(List, Supplier, Function)}, of the rows that are shown.
     *
     * @param more whether others follow
     * @param revision see {@link #cursorAfter}
     */
    public <R> Page<R> page(List<R> shown, boolean more, Supplier<Long> count, Function<R, List<?>> key, Object revision) {
        return page(shown, counted ? count.get() : null,
                more ? cursorAfter(key.apply(shown.get(shown.size() - 1)), revision) : null);
    }
}
