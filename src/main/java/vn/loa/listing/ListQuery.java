package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.loa.http.ParameterConverters;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;

/** A checked request for a list: its filters, order, page and members, and the SQL statements that answer it. */
public final class ListQuery {

    /** From here on, skipping rows with all that they join costs more than to find the page's keys first. */
    private static final int FAR = 100;
    /** The condition of a list that has all rows of its table. */
    private static final String ALL = "true";
    private final UriInfo uri;
    private final SortOrder order;
    private final PageQuery page;
    private final SparseFieldset fields;
    private final Set<String> included;
    private final Set<String> filterJoins = new LinkedHashSet<>();
    private final NamedSql filter;
    private final Optional<NamedSql> keptCount;
    private final RowSource source;
    private final ListField unique;
    private final List<OfField> filters;

    ListQuery(ListModel model, UriInfo uri, ZoneId zone) {
        this.uri = uri;
        SparseFieldset requested = model.fieldset(parameter("fields"));
        this.included = included(model, requested);
        this.fields = requested.with(included);
        this.filters = model.ofFields(uri);
        this.unique = model.unique();
        this.source = RowSource.of(model.keptCounts(), filters, model.order(parameter("sort")), unique);
        this.order = source.order();
        this.filter = filter(filters, source.known(), zone);
        this.keptCount = model.keptCounts().total(filters);
        this.page = new PageParameters(number("page"), number("size"), parameter("cursor"), parameter("count")).of(uri, order);
    }

    /** {@link QueryParameters} has refused to repeat a parameter that is no list. */
    private String parameter(String name) {
        return ListParameter.joined(uri.getQueryParameters().get(name));
    }

    private Integer number(String name) {
        String text = parameter(name);
        try {
            return text == null ? null : ParameterConverters.integer(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(name, "wrong-form", "must be a whole number").asException();
        }
    }

    /** The names in {@code include}, and the members in {@code fields} that exist only when they are included. */
    private Set<String> included(ListModel model, SparseFieldset requested) {
        String include = parameter("include");
        Set<String> all = new LinkedHashSet<>(include == null ? Set.of() : SparseFieldset.words("include", include, model.includes()));
        model.includes().stream().filter(requested::names).forEach(all::add);
        return all;
    }

    /** @param known a filter that needs no condition, only to be checked */
    private NamedSql filter(List<OfField> filters, Optional<OfField> known, ZoneId zone) {
        NamedSql.Values values = new NamedSql.Values("f");
        StringBuilder conditions = new StringBuilder();
        for (OfField each : filters) {
            String condition = each.condition(zone, values);
            if (!known.equals(Optional.of(each))) {
                conditions.append(" and ").append(condition);
                Optional.ofNullable(each.field().join()).ifPresent(filterJoins::add);
            }
        }
        return values.in(conditions.toString());
    }

    /** Which page the request asks for. */
    public PageQuery page() {
        return page;
    }

    /** Whether the client wants the number of all items. */
    boolean counted() {
        return page.counted();
    }

    /** Whether the items have the members that they always have, no fewer and no more. */
    public boolean isPlain() {
        return fields.isAll() && included.isEmpty();
    }

    /** The value of a filter that has one; empty without that filter. */
    public Optional<Object> value(String field) {
        return filters.stream().filter(each -> each.field().name().equals(field)).findFirst().map(each -> each.filter().values().get(0));
    }

    /** Whether {@code include} names this member. */
    public boolean includes(String word) {
        return included.contains(word);
    }

    /** The members that each item shall have. */
    public SparseFieldset fields() {
        return fields;
    }

    UriInfo uri() {
        return uri;
    }

    /** The number of items on the page. */
    public int limit() {
        return page.limit();
    }

    /** The number of rows to skip. */
    public int offset() {
        return page.offset();
    }

    /** The conditions of the filters, each beginning with {@code and}; empty without filters. */
    public NamedSql filter() {
        return filter;
    }

    /** The conditions of the filters and of the cursor, each beginning with {@code and}. */
    public NamedSql filterAndCursor() {
        return filter.and(page.after());
    }

    /** The SQL expression after {@code order by}. */
    public String orderBy() {
        return order.sql();
    }

    /**
     * The statement that reads the rows of the page, and one more row when another page follows. If the client wants
     * the number of all rows, the statement selects it as {@code total_items}, so that the rows and their number are
     * from one snapshot.
     *
     * @param columns the columns to select; the sort values follow them ({@link #sortValues})
     * @param from the list's table, with its alias
     * @param joins the joins that {@code columns} need
     * @param counted from what the rows are counted
     * @param where the condition for the rows of this list
     */
    NamedSql rows(String columns, String from, String counted, Set<String> joins, String where) {
        if (!counted()) {
            return rows(columns, from, joins, where, limit() + 1, offset());
        }
        NamedSql total = total(counted, where);
        NamedSql rows = rows(columns + ", (" + total.text() + ") as total_items", from, joins, where, limit() + 1, offset());
        return rows.and(new NamedSql("", total.values()));
    }

    /**
     * The statement that reads the rows from an offset on, without their number. See
     * {@link #rows(String, String, String, Set, String)}.
     */
    public NamedSql rows(String columns, String from, Set<String> joins, String where, int limit, int offset) {
        NamedSql conditions = filterAndCursor();
        // Literal numbers instead of parameters, because PostgreSQL plans for few rows only if it knows the limit.
        String range = " limit " + limit + " offset " + offset;
        Set<String> ownJoins = new LinkedHashSet<>(filterJoins);
        ownJoins.addAll(order.joins());
        String found = where + conditions.text();
        String rows = String.join(" ", ownJoins) + " where " + found;
        Optional<NamedSql> keys = source.keys(from, rows, where.equals(ALL), limit, offset);
        if (keys.isPresent()) {
            return source.matches(filtered(from, where)).and(new NamedSql(ofKeys(columns, from, joins, keys.get().text()),
                    conditions.and(keys.get()).and(source.values()).values()));
        }
        if (offset > FAR) {
            // Only the keys of skipped rows are read, from an index where there is one.
            found = unique.sql() + " in (select " + unique.sql() + " from " + source.table(from) + " " + rows + source.condition()
                    + " order by " + orderBy() + range + ")";
            range = "";
        }
        ownJoins.addAll(joins);
        return new NamedSql("select " + columns + ", " + order.columns() + " from " + source.table(from) + " "
                + String.join(" ", ownJoins) + " where " + found + source.condition() + " order by " + orderBy() + range,
                conditions.and(source.values()).values());
    }

    private String ofKeys(String columns, String from, Set<String> joins, String keys) {
        Set<String> allJoins = new LinkedHashSet<>(joins);
        allJoins.addAll(source.shown().joins());
        return "select " + columns + ", " + source.shown().columns() + " from " + from + " " + String.join(" ", allJoins) + " where "
                + unique.sql() + " in (" + keys + ") order by " + source.shown().sql();
    }

    /** The rows that pass the filters, for {@link RowSource#matches}. */
    private String filtered(String from, String where) {
        return from + " " + filtered(where);
    }

    private String filtered(String where) {
        return String.join(" ", filterJoins) + " where " + where + filter.text();
    }

    /** Whether the list is sorted by this field. */
    public boolean sortsBy(String field) {
        return order.terms().stream().anyMatch(term -> term.field().name().equals(field));
    }

    /** The sort values of a row, from the columns behind the selected ones. */
    Map<String, Object> sortValues(ResultRow row) {
        Map<String, Object> values = new LinkedHashMap<>();
        order.terms().forEach(term -> values.put(SortOrder.column(term.field()), sortValue(row, term.field())));
        return values;
    }

    private static Object sortValue(ResultRow row, ListField field) {
        return row.get(SortOrder.column(field), field.type().column());
    }

    /** The statement that gives the number of all rows of the list; null if more match words than are counted. */
    NamedSql count(String from, String where) {
        NamedSql total = total(from, where);
        return source.matches(filtered(from, where)).and(total).and(source.values());
    }

    private NamedSql total(String from, String where) {
        boolean ofAll = where.equals(ALL);
        // What is kept is the number of all rows of the table.
        return source.total(ofAll).map(NamedSql::of).or(() -> keptCount.filter(kept -> ofAll))
                .orElseGet(() -> new NamedSql(source.count(from, filtered(where)), filter.and(source.values()).values()));
    }

    /** The rows of the page, without the additional one. */
    public <R> List<R> withoutExtraRow(List<R> rows) {
        return rows.size() > limit() ? rows.subList(0, limit()) : rows;
    }

    /** The cursor to the page after this row. */
    Cursor cursorAfter(Function<String, Object> row) {
        return cursorAfter(row, null);
    }

    /** @param revision see {@link PageQuery#cursorAfter} */
    public Cursor cursorAfter(Function<String, Object> row, Object revision) {
        return page.cursorAfter(order.values(row), revision);
    }

    /** See {@link PageQuery#page(List, Long, Cursor)}. */
    public <T> Page<T> page(List<T> items, Long total, Cursor next) {
        return page.page(items, total, next);
    }
}
