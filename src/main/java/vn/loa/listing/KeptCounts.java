package vn.loa.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.listing.ListFilters.OfField;
import vn.loa.sql.NamedSql;

/**
 * The numbers of a list's rows that {@code public_count} keeps: of all rows, and of those with one value of a field.
 *
 * @param list the name of the list there; null when nothing is kept
 * @param fields the fields whose values are counted, first those of which a value selects the fewest rows
 * @param rows where the rows with a value are; null when the list has no such table
 * @param names the field that is filtered by names of which each stands for several values; null when there is none
 */
public record KeptCounts(String list, List<String> fields, FilterTable rows, NamedValues names) {

    static final KeptCounts NONE = new KeptCounts(null, List.of(), null, null);

    /**
     * A table {@code f} with each row of the list once for each value of the fields, in the list's order.
     *
     * @param table with its alias
     * @param list the join of the list's own table
     * @param order its columns, by the names of the fields that order the list
     * @param key its column of the list's unique field
     */
    public record FilterTable(String table, String list, Map<String, String> order, String key) {

        String from() {
            return table + " " + list;
        }
    }

    /**
     * A field that is filtered by names: see {@link Comparison.Named}.
     *
     * @param order the fields in whose order an index of the list's table has the rows of each value; empty when there is none
     */
    public record NamedValues(String field, Set<String> order) {

        boolean haveOrder(SortOrder asked) {
            return asked.readFrom(order.stream().collect(Collectors.toMap(name -> name, name -> name))).isPresent();
        }
    }

    /** The statement that reads the number of rows as {@code total}. Empty when it must be found by the list's own table. */
    Optional<NamedSql> total(List<OfField> filters) {
        if (list == null) {
            return Optional.empty();
        }
        if (filters.isEmpty()) {
            return Optional.of(total(new NamedSql("field = :k0 and value = ''", Map.of("k0", list))));
        }
        return filters.size() == 1 && isKept(filters.get(0)) && isCountedOnce(filters.get(0))
                ? Optional.of(total(condition(filters.get(0), "k"))) : inFilterTable(filters);
    }

    /** The rows that are there with a value of each filter. */
    private Optional<NamedSql> inFilterTable(List<OfField> filters) {
        if (rows == null || !filters.stream().allMatch(each -> isKept(each) && !isByName(each))) {
            return Optional.empty();
        }
        NamedSql all = new NamedSql("", Map.of());
        for (OfField each : filters) {
            NamedSql condition = condition(each, "k" + all.values().size() + "v");
            all = all.and(new NamedSql((all.text().isEmpty() ? "" : " intersect ") + "select distinct " + rows.key + " from " + rows.table
                    + " where " + condition.text(), condition.values()));
        }
        return Optional.of(new NamedSql("select count(*) as total from (" + all.text() + ") found", all.values()));
    }

    /** Whether a row that has several of the values is in no number twice. */
    private static boolean isCountedOnce(OfField filter) {
        return filter.field().type() != FieldType.TAGS || filter.filter().texts().size() == 1;
    }

    /** The statement that reads kept numbers, and their sum as {@code total}. */
    static NamedSql total(NamedSql condition) {
        return new NamedSql("select coalesce(sum(change), 0)::bigint as total from public_count where " + condition.text(),
                condition.values());
    }

    /** The filter by which the rows are found in the {@link FilterTable}. */
    Optional<OfField> leading(List<OfField> filters) {
        return rows == null ? Optional.empty() : filters.stream().filter(each -> isKept(each) && !isByName(each))
                .min(Comparator.comparingInt(each -> fields.indexOf(each.field().name())));
    }

    /** The filter by names of which each stands for several values. */
    Optional<OfField> byName(List<OfField> filters) {
        return filters.stream().filter(each -> isByName(each) && isKept(each)).findFirst();
    }

    private boolean isByName(OfField filter) {
        return names != null && names.field.equals(filter.field().name());
    }

    private boolean isKept(OfField filter) {
        return filter.filter().operator() == FilterOperator.EQ && (isByName(filter) || fields.contains(filter.field().name()));
    }

    /** The condition on the columns field and value. */
    NamedSql condition(OfField filter, String prefix) {
        NamedSql.Values values = new NamedSql.Values(prefix);
        return values.in("field = " + field(filter, values) + " and "
                + filter.field().type().comparison().textCondition("value", filter.filter().values(), values));
    }

    /** The name of the field in the column field. */
    String field(OfField filter, NamedSql.Values sink) {
        return sink.bind(list + "." + filter.field().name());
    }

    /** The array of the values in the column value. */
    static String texts(OfField filter, NamedSql.Values sink) {
        return filter.field().type().comparison().textArray(filter.filter().values(), sink);
    }
}
