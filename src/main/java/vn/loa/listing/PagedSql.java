package vn.loa.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;

/**
 * A statement that reads a page of a list in a fixed order. It has {@code {after}} behind its other conditions and ends in
 * {@code limit :limit offset :offset}. If it selects {@code {total} as total}, that is the number of all rows, from the same
 * snapshot; null when the client does not want it.
 */
public final class PagedSql {

    private static final String AFTER = "{after}";
    private static final String TOTAL = "{total}";

    private final String text;
    private final String count;
    /** By their text: two or four, with a cursor or without one, counted or not. */
    private final Map<String, NamedSql> statements = new ConcurrentHashMap<>();

    private PagedSql(String text, String count) {
        this.text = text;
        this.count = count;
    }

    /** A statement without {@code {total}}. */
    public static PagedSql of(String text) {
        return new PagedSql(text, "");
    }

    /** @param count counts all rows; its parameters are among those of the statement */
    public static PagedSql of(String text, NamedSql count) {
        return new PagedSql(text, count.text());
    }

    /** A statement from a file; see {@link SqlFile#read(String)}. */
    public static PagedSql read(String name) {
        return of(SqlFile.read(name, Map.of("after", AFTER)).text());
    }

    /**
     * A statement from a file.
     *
     * @param count counts all rows; its parameters are among those of the statement
     */
    public static PagedSql read(String name, NamedSql count, Map<String, ?> constants) {
        Map<String, Object> all = new HashMap<>(constants);
        all.put("after", AFTER);
        all.put("total", TOTAL);
        return new PagedSql(SqlFile.read(name, all).text(), count.text());
    }

    /** The same statement inside another one, which has {@code %s} in its place. */
    public PagedSql inside(String other) {
        return new PagedSql(other.formatted(text), count);
    }

    /** The statement for the page and one row more, which shows whether another page follows. */
    public NamedSql page(PageQuery query) {
        return page(query, query.limit());
    }

    /** Like {@link #page(PageQuery)}, for a page that is cut short. */
    public NamedSql page(PageQuery query, int most) {
        return rows(query, most + 1, query.offset());
    }

    /** The statement for the page of the same number if the pages had this size, without another row. */
    public NamedSql ofSize(PageQuery query, int size) {
        return rows(query, size, query.offset(size));
    }

    private NamedSql rows(PageQuery query, int limit, int offset) {
        NamedSql after = query.after();
        String total = query.counted() ? "(" + count + ")" : "null::bigint";
        NamedSql sql = statements.computeIfAbsent(text.replace(AFTER, after.text()).replace(TOTAL, total), NamedSql::of);
        for (Map.Entry<String, Object> value : after.values().entrySet()) {
            sql = sql.with(value.getKey(), value.getValue());
        }
        return sql.with("limit", limit).with("offset", offset);
    }
}
