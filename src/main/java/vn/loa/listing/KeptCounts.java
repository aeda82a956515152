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
     * @param from the table joined with the list's own
     * @param order its columns, by the names of the fields that order the list
     */
    public record FilterTable(String from, Map<String, String> order) {
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

    /** The statement that reads the number of rows as {@code total}. Empty when no number is kept for these filters. */
    Optional<NamedSql> total(List<OfField> filters) {
        if (list == null || filters.size() > 1) {
            return Optional.empty();
        }
        if (filters.isEmpty()) {
            return Optional.of(total(new NamedSql("field = :k0 and value = ''", Map.of("k0", list))));
        }
        return filters.stream().filter(this::isKept).findFirst().map(only -> total(condition(only, "k")));
    }

    /** The statement that reads a kept number as {@code total}. */
    static NamedSql total(NamedSql condition) {
        return new NamedSql("select coalesce(sum(change), 0)::bigint as total from public_count where " + condition.text(),
                condition.values());
    }

    /** The filter by which the rows are found in the {@link FilterTable}. */
    Optional<OfField> leading(List<OfField> filters) {
        return rows == null ? Optional.empty()
                : filters.stream().filter(this::isKept).filter(each -> !isByName(each)).min(Comparator.comparingInt(each -> fields.indexOf(each.field().name())));
    }

    /** The filter by names of which each stands for several values. */
    Optional<OfField> byName(List<OfField> filters) {
        return filters.stream().filter(each -> isByName(each) && isKept(each)).findFirst();
    }

    private boolean isByName(OfField filter) {
        return names != null && names.field.equals(filter.field().name());
    }

    private boolean isKept(OfField filter) {
        return filter.filter().operator() == FilterOperator.EQ && (isByName(filter)
                || fields.contains(filter.field().name()) && filter.filter().texts().size() == 1);
    }

    /** The condition on the columns field and value. */
    NamedSql condition(OfField filter, String prefix) {
        NamedSql.Values values = new NamedSql.Values(prefix);
        return values.in("field = " + values.bind(list + "." + filter.field().name()) + " and "
                + filter.field().type().comparison().textCondition("value", filter.filter().values(), values));
    }
}
