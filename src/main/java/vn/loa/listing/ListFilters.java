package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
     * What rows must have to pass filters.
     *
     * @param joins those that the conditions need
     * @param conditions each beginning with {@code and}; empty without filters
     */
    public record Passing(Set<String> joins, NamedSql conditions) {
    }

    /**
     * Reads the filters of a request.
     *
     * @param zone the time zone of dates
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    public final Passing passing(UriInfo uri, ZoneId zone) {
        NamedSql.Values values = new NamedSql.Values("f");
        Set<String> joins = new LinkedHashSet<>();
        StringBuilder conditions = new StringBuilder();
        for (OfField each : ofFields(uri)) {
            conditions.append(" and ").append(each.condition(zone, values));
            if (each.field.join() != null) {
                joins.add(each.field.join());
            }
        }
        return new Passing(joins, values.in(conditions.toString()));
    }

    /** Reads the filters of a request that have no dates. */
    public final Passing passing(UriInfo uri) {
        return passing(uri, null);
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
