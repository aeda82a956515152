package vn.loa.listing;

import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Declares the fields of one list: by what it can be filtered and sorted, and what its items may contain. Each list has
 * a subclass, which its operation names with {@link ListOf}.
 */
public abstract class ListModel extends ListFilters {

    private final Class<?> view;
    private final List<String> absent;
    private final List<String> includes;
    private final String defaultSort;
    private final SortOrder.SortTerm last;

    /**
     * @param view the record that represents an item
     * @param absent members of the view that are never in this list
     * @param includes the names that {@code include} accepts, members of the view
     * @param defaultSort written like the parameter {@code sort}
     * @param last the unique field that ends every order, so that no two rows are equal
     */
    protected ListModel(Class<?> view, List<String> absent, List<String> includes, List<ListField> fields, String defaultSort,
            ListField last, boolean lastDescending) {
        super(fields);
        this.view = view;
        this.absent = absent;
        this.includes = includes;
        this.defaultSort = defaultSort;
        this.last = new SortOrder.SortTerm(last, lastDescending);
    }

    /**
     * Reads the request's query parameters.
     *
     * @param zone the time zone of dates in filters
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public final ListQuery read(UriInfo uri, ZoneId zone) {
        return new ListQuery(this, uri, zone);
    }

    /** The numbers of rows that are kept, and need not be counted. */
    protected KeptCounts keptCounts() {
        return KeptCounts.NONE;
    }

    /** The field that no two rows have alike. */
    final ListField unique() {
        return last.field();
    }

    @Override
    final Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>(List.of("page", "size", "cursor", "count", "sort", "fields"));
        if (!includes.isEmpty()) {
            names.add("include");
        }
        names.addAll(super.parameters());
        return names;
    }

    @Override
    final Set<String> repeatable() {
        Set<String> names = new LinkedHashSet<>(List.of("sort", "fields", "include"));
        names.addAll(super.repeatable());
        return names;
    }

    final SortOrder order(String sort) {
        return SortOrder.parse(sort == null ? defaultSort : sort, fields(), last);
    }

    final SparseFieldset fieldset(String fields) {
        return SparseFieldset.parse(fields, view, absent);
    }

    public final List<String> includes() {
        return includes;
    }

    public final String defaultSort() {
        return defaultSort;
    }

    /** The names that {@code fields} accepts. */
    public final List<String> members() {
        return SparseFieldset.of(view, absent);
    }
}
