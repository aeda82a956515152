package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.sql.NamedSql;

/** Filters that SQL compares: see {@link ListField}. */
public abstract class ListFilters extends FilterModel {

    private final List<ListField> fields;

    protected ListFilters(List<ListField> fields) {
        super(fields.stream().filter(ListField::filterable).map(ListField::filter).toList());
        this.fields = List.copyOf(fields);
    }

    /** A filter of a request, and the field that it is about. */
    record OfField(ListField field, Filter filter) {

        String condition(ZoneId zone, NamedSql.Values sink) {
            return field.condition(filter, zone, sink);
        }
    }

    /**
     * What rows must have to pass the filters of a request, each condition beginning with {@code and}; empty without filters.
     * For fields without joins.
     *
     * @param zone the time zone of dates
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    public final NamedSql conditions(UriInfo uri, ZoneId zone) {
        NamedSql.Values values = new NamedSql.Values("f");
        return values.in(ofFields(uri).stream().map(each -> " and " + each.condition(zone, values)).collect(Collectors.joining()));
    }

    /** Like {@link #conditions(UriInfo, ZoneId)}, for filters that have no dates. */
    public final NamedSql conditions(UriInfo uri) {
        return conditions(uri, null);
    }

    final List<OfField> ofFields(UriInfo uri) {
        return filters(uri).stream().map(filter -> new OfField(fields.stream()
                .filter(field -> field.name().equals(filter.field().name())).findFirst().orElseThrow(), filter))
                .collect(Collectors.toList());
    }

    public final List<ListField> fields() {
        return fields;
    }
}
