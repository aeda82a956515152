package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.loa.http.ParameterConverters;
import vn.loa.http.idempotency.EncryptedBytes;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;

/** What a request asks of a list, read and checked: which rows, in which order, from where, how many, and what of them. */
public final class ListQuery {

    /** What changes the form of the answer but not which rows come in which order. */
    private static final Set<String> SHAPE = Set.of("page", "size", "cursor", "count", "fields", "include");
    /** In a cursor, before the values of the order. */
    private static final int HEAD = 2;

    private final UriInfo uri;
    private final PageRequest paging;
    private final boolean counted;
    private final SortOrder order;
    private final SparseFieldset fields;
    private final Set<String> included;
    private final Set<String> filterJoins = new LinkedHashSet<>();
    private final NamedSql filter;
    private final NamedSql after;
    private final Cursor cursor;
    private final String belongsTo;

    ListQuery(ListModel model, UriInfo uri, ZoneId zone) {
        this.uri = uri;
        this.paging = new PageRequest(number("page"), number("size"));
        this.counted = isCounted();
        this.order = model.order(parameter("sort"));
        SparseFieldset asked = model.shape(parameter("fields"));
        this.included = included(model, asked);
        this.fields = asked.with(included);
        this.filter = filter(model, zone);
        this.belongsTo = fingerprint();
        this.cursor = cursor();
        this.after = cursor == null ? new NamedSql("", Map.of()) : order.after(cursor, HEAD);
    }

    private String parameter(String name) {
        return uri.getQueryParameters().getFirst(name);
    }

    private Integer number(String name) {
        String text = parameter(name);
        try {
            return text == null ? null : ParameterConverters.integer(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(name, "wrong-form", "must be a whole number").asException();
        }
    }

    private boolean isCounted() {
        String count = parameter("count");
        if (count != null && !count.equals("none") && !count.equals("exact")) {
            throw Problem.invalidParameter("count", "wrong-form", "must be 'exact' or 'none'").asException();
        }
        return !"none".equals(count);
    }

    /** What {@code include} names; and what {@code fields} names that has to be included to be there. */
    private Set<String> included(ListModel model, SparseFieldset asked) {
        String include = parameter("include");
        Set<String> all = new LinkedHashSet<>(include == null ? Set.of() : SparseFieldset.words("include", include, model.includes()));
        model.includes().stream().filter(asked::name).forEach(all::add);
        return all;
    }

    private NamedSql filter(ListModel model, ZoneId zone) {
        NamedSql.Values values = new NamedSql.Values("f");
        StringBuilder conditions = new StringBuilder();
        for (ListField field : model.fields()) {
            for (String name : field.parameters()) {
                String given = parameter(name);
                if (given != null) {
                    conditions.append(" and ").append(field.condition(name, operator(name), given, zone, values));
                    Optional.ofNullable(field.join()).ifPresent(filterJoins::add);
                }
            }
        }
        return values.in(conditions.toString());
    }

    private static FilterOperator operator(String parameter) {
        int bracket = parameter.indexOf('[');
        return bracket < 0 ? FilterOperator.EQ : FilterOperator.of(parameter.substring(bracket + 1, parameter.length() - 1)).orElseThrow();
    }

    /** What a cursor belongs to: the list, its filters and its order. */
    private String fingerprint() {
        Map<String, String> rows = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (!SHAPE.contains(name)) {
                rows.put(name, values.get(0));
            }
        });
        rows.put("sort", order.words());
        byte[] hash = EncryptedBytes.sha256(uri.getPath() + "\n", rows.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 8);
    }

    private Cursor cursor() {
        String text = parameter("cursor");
        if (text == null) {
            return null;
        }
        if (paging.page() != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used together with 'page'").asException();
        }
        Cursor found = Cursor.parse(text);
        if (found.values().size() < HEAD) {
            throw Cursor.invalid();
        }
        if (!belongsTo.equals(found.values().get(0))) {
            throw Problem.invalidParameter("cursor", "invalid-cursor", "is not one that this list gave with the same filters "
                    + "and the same sort").asException();
        }
        if (found.values().size() != HEAD + order.terms().size()) {
            throw Cursor.invalid();
        }
        return found;
    }

    /** Whether the whole list shall be counted. */
    public boolean counted() {
        return counted;
    }

    /** What shall be added to each item. */
    public boolean includes(String word) {
        return included.contains(word);
    }

    /** What of each item is wanted. */
    public SparseFieldset fields() {
        return fields;
    }

    UriInfo uri() {
        return uri;
    }

    /** Items on the page. */
    public int limit() {
        return paging.limit();
    }

    /** Rows to skip. */
    public int offset() {
        return cursor == null ? paging.offset() : 0;
    }

    /** Whether a walk by cursor goes on here: it may be given fewer items than it asked for. */
    public boolean isWalk() {
        return cursor != null;
    }

    /** Rows to skip for the page of this number when pages have so many items. */
    public int offset(int size) {
        return cursor == null ? paging.offset(size) : 0;
    }

    /** The edition of the text that the walk began with, if it has begun: see {@link #cursorAfter(Function, Object)}. */
    public Optional<String> edition() {
        return cursor == null ? Optional.empty() : Optional.ofNullable(cursor.values().get(1));
    }

    /** The filters, each beginning with {@code and}; empty without any. */
    public NamedSql filter() {
        return filter;
    }

    /** The filters, and where to go on, each beginning with {@code and}. */
    public NamedSql filterAndPlace() {
        return filter.and(after);
    }

    /** What stands behind {@code order by}. */
    public String orderBy() {
        return order.sql();
    }

    /**
     * The statement for the rows of the page, and one more when anything follows; with the number of all rows as
     * {@code total_items} where that is wanted, so that both are of one moment.
     *
     * @param columns what to select; what the rows are sorted by comes behind: see {@link #sortValues}
     * @param from the table, with its alias
     * @param joins what {@code columns} need
     * @param where which rows the list has
     */
    NamedSql rows(String columns, String from, Set<String> joins, String where) {
        String selected = !counted ? columns : columns + ", (" + count(from, where).text() + ") as total_items";
        return rows(selected, from, joins, where, limit() + 1, offset());
    }

    /** Other rows of the same list. */
    NamedSql rows(String columns, String from, Set<String> joins, String where, int limit, int offset) {
        StringBuilder select = new StringBuilder("select ").append(columns);
        order.terms().forEach(term ->
                select.append(", ").append(term.field().sql()).append(" as ").append(SortOrder.column(term.field())));
        Set<String> all = new LinkedHashSet<>(joins);
        all.addAll(filterJoins);
        all.addAll(order.joins());
        NamedSql place = filterAndPlace();
        // Numbers, not parameters: the database plans for a few rows only when it sees how few.
        return new NamedSql(select + " from " + from + " " + String.join(" ", all) + " where " + where + place.text() + " order by "
                + orderBy() + " limit " + limit + " offset " + offset, place.values());
    }

    /** Whether a field of this name is among those that the rows are sorted by. */
    public boolean sortsBy(String field) {
        return order.terms().stream().anyMatch(term -> term.field().isCalled(field));
    }

    /** What a row is sorted by: the columns behind the others. */
    Map<String, Object> sortValues(ResultRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        order.terms().forEach(term -> values.put(SortOrder.column(term.field()),
                row.get(SortOrder.column(term.field()), term.field().type().column())));
        return values;
    }

    /** The statement that counts the whole list. */
    NamedSql count(String from, String where) {
        return new NamedSql("select count(*) as total from " + from + " " + String.join(" ", filterJoins) + " where " + where
                + filter.text(), filter.values());
    }

    /** Those of the rows that are shown. */
    public <R> List<R> shown(List<R> rows) {
        return rows.size() > limit() ? rows.subList(0, limit()) : rows;
    }

    /** Where the next page begins. */
    Cursor cursorAfter(Function<String, Object> row) {
        return cursorAfter(row, null);
    }

    /** @param edition what the walk goes on with although there may be a newer one; null for nothing */
    public Cursor cursorAfter(Function<String, Object> row, Object edition) {
        List<Object> values = new ArrayList<>();
        values.add(belongsTo);
        values.add(edition);
        values.addAll(order.values(row));
        return Cursor.of(values.toArray());
    }

    /**
     * The page.
     *
     * @param items of the rows that are shown
     * @param total null when it was not counted
     * @param next null when nothing follows
     */
    public <T> Page<T> page(List<T> items, Long total, Cursor next) {
        Page<T> page = cursor == null ? Page.of(items, total, paging) : Page.after(items, total, limit());
        return page.continuing(next);
    }
}
