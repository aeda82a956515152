package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Declares by what an answer can be filtered. Each has a subclass, which its operation names with {@link FilteredBy}. */
public abstract class FilterModel {

    private final List<FilterField> filters;

    protected FilterModel(List<FilterField> filters) {
        this.filters = List.copyOf(filters);
    }

    /** The names of all query parameters. */
    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        filters.forEach(field -> names.addAll(field.parameters().keySet()));
        return names;
    }

    /** The parameters with values separated by commas: repeating one is the same. */
    Set<String> repeatable() {
        Set<String> names = new LinkedHashSet<>();
        filters.forEach(field -> field.parameters().forEach((name, operator) -> {
            if (field.takesSeveral(operator)) {
                names.add(name);
            }
        }));
        return names;
    }

    /** The filters of a request, in the order of their declaration. */
    public final List<Filter> filters(UriInfo uri) {
        List<Filter> given = new ArrayList<>();
        for (FilterField field : filters) {
            field.parameters().forEach((name, operator) -> {
                List<String> values = uri.getQueryParameters().get(name);
                if (values != null) {
                    given.add(new Filter(field, name, operator, field.texts(operator, values)));
                }
            });
        }
        return given;
    }
}
