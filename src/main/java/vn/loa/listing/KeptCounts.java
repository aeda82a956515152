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
 * @param days where the rows are that have periods, once for each of the {@link DayRanges} of these; null when there is no such field
 * @param names the field that is filtered by names of which each stands for several values; null when there is none
 */
public record KeptCounts(String list, List<String> fields, FilterTable rows, FilterTable days, NamedValues names) {

    /** In front of a table with {@code change}. */
    static final String TOTAL = "select coalesce(sum(change), 0)::bigint as total from ";

    static final KeptCounts NONE = new KeptCounts(null, List.of(), null, null, null);

    /**
     * A table {@code f} with rows of the list, each once for each of its values or ranges of days, in the list's order.
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
            return Optional.of(new NamedSql(TOTAL + "public_count where field = :k0 and value = ''", Map.of("k0", list)));
        }
        return filters.size() == 1 && (isOfDay(filters.get(0)) || isKept(filters.get(0)) && isCountedOnce(filters.get(0)))
                ? Optional.of(total(filters.get(0), "k")) : inFilterTable(filters);
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
    static boolean isCountedOnce(OfField filter) {
        return filter.field().type() != FieldType.TAGS || filter.filter().texts().size() == 1;
    }

    /** The statement that reads kept numbers, and their sum as {@code total}. */
    NamedSql total(OfField filter, String prefix) {
        if (filter.filter().texts().size() == 1 && !isOfDay(filter) && !isByName(filter)) {
            NamedSql condition = condition(filter, prefix);
            return new NamedSql(TOTAL + "public_count where " + condition.text(), condition.values());
        }
        NamedSql numbers = numbers(filter, prefix);
        return new NamedSql(TOTAL + "(" + numbers.text() + ") of_each", numbers.values());
    }

    /**
     * The statement that reads the kept number of each value as {@code change}, without those that no row has. Each is looked up by
     * itself, because the planner would rather read all values of a field.
     */
    NamedSql numbers(OfField filter, String prefix) {
        NamedSql.Values values = new NamedSql.Values(prefix);
        return values.in("select value, change from (select distinct value from unnest(" + texts(filter, values) + ") value) one cross join "
                + "lateral (select sum(change) as change from public_count where field = " + field(filter, values)
                + " and value = one.value) of_one where change > 0");
    }

    /** The filter by which the rows are found in the {@link FilterTable}. */
    Optional<OfField> leading(List<OfField> filters) {
        return rows == null ? Optional.empty() : filters.stream().filter(each -> isKept(each) && !isByName(each))
                .min(Comparator.comparingInt(each -> fields.indexOf(each.field().name())));
    }

    /** The filter by whose day the rows are found in {@link #days}. */
    Optional<OfField> ofDay(List<OfField> filters) {
        return filters.stream().filter(this::isOfDay).findFirst();
    }

    boolean isOfDay(OfField filter) {
        return days != null && filter.field().type().comparison() instanceof Comparison.OnDay;
    }

    /** Where the rows with a value of this filter are. */
    FilterTable table(OfField filter) {
        return isOfDay(filter) ? days : rows;
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

    /** The name of the field in the column field. What has a day is counted for all lists. */
    String field(OfField filter, NamedSql.Values sink) {
        return sink.bind(isOfDay(filter) ? filter.field().name() : list + "." + filter.field().name());
    }

    /** The array of the values in the column value. */
    static String texts(OfField filter, NamedSql.Values sink) {
        return filter.field().type().comparison().textArray(filter.filter().values(), sink);
    }
}
