package vn.loa.web;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a list can be asked for, declared once: each list has a subclass, which its operation names with {@link Listing}. */
public abstract class ListModel {

    private final Class<?> view;
    private final List<String> absent;
    private final List<String> includes;
    private final List<ListField> fields;
    private final String defaultSort;
    private final Order.Term last;

    /**
     * @param view the record that an item is
     * @param absent members of the view that the list's items cannot have
     * @param includes what {@code include} may add, members of the view
     * @param defaultSort as readers would write it
     * @param last what ends every order, so that no two rows are at the same place
     */
    protected ListModel(Class<?> view, List<String> absent, List<String> includes, List<ListField> fields, String defaultSort,
            ListField last, boolean lastDescending) {
        this.view = view;
        this.absent = absent;
        this.includes = includes;
        this.fields = fields;
        this.defaultSort = defaultSort;
        this.last = new Order.Term(last, lastDescending);
    }

    /**
     * What a request asks for.
     *
     * @param zone whose days dates mean
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public final ListQuery read(UriInfo uri, ZoneId zone) {
        return new ListQuery(this, uri, zone);
    }

    /** The names of all query parameters. */
    final Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>(List.of("page", "size", "cursor", "count", "sort", "fields"));
        if (!includes.isEmpty()) {
            names.add("include");
        }
        fields.forEach(field -> names.addAll(field.parameters()));
        return names;
    }

    final Order order(String sort) {
        return Order.parse(sort == null ? defaultSort : sort, fields, last);
    }

    final Fields shape(String given) {
        return Fields.parse(given, view, absent);
    }

    final List<String> includes() {
        return includes;
    }

    final List<ListField> fields() {
        return fields;
    }

    final String defaultSort() {
        return defaultSort;
    }

    /** What {@code fields} may name. */
    final List<String> members() {
        return Fields.of(view, absent);
    }
}
