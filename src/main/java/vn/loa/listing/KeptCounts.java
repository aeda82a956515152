package vn.loa.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.sql.NamedSql;

/**
 * The numbers of a list's rows that {@code public_count} keeps: of all rows, and of those with one value of a field.
 *
 * @param list the name of the list there; null when nothing is kept
 * @param fields the fields whose values are counted
 */
public record KeptCounts(String list, Set<String> fields) {

    static final KeptCounts NONE = new KeptCounts(null, Set.of());

    /** A filter of a request, as it is given. */
    record Filter(ListField field, String parameter, FilterOperator operator, String given) {

        private boolean isOfSeveralValues() {
            return field.takesSeveral(operator) && given.indexOf(',') >= 0;
        }
    }

    /** The statement that reads the number of rows as {@code total}. Empty when no number is kept for these filters. */
    Optional<NamedSql> total(List<Filter> filters) {
        if (list == null || filters.size() > 1) {
            return Optional.empty();
        }
        NamedSql.Values values = new NamedSql.Values("k");
        if (filters.isEmpty()) {
            return Optional.of(total(values, list, values.bind("")));
        }
        Filter only = filters.get(0);
        if (only.operator != FilterOperator.EQ || !fields.contains(only.field.name()) || only.isOfSeveralValues()) {
            return Optional.empty();
        }
        return Optional.of(total(values, list + "." + only.field.name(), only.field.bindAsText(only.given.strip(), values)));
    }

    private static NamedSql total(NamedSql.Values values, String field, String value) {
        return values.in("select coalesce(sum(change), 0)::bigint as total from public_count where field = "
                + values.bind(field) + " and value = " + value);
    }
}
