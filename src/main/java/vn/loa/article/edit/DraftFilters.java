package vn.loa.article.edit;

import java.util.Arrays;
import java.util.List;
import vn.loa.article.State;
import vn.loa.listing.Filter;
import vn.loa.listing.FilterField;
import vn.loa.listing.FilterModel;

/** By what the list of drafts can be narrowed. */
public final class DraftFilters extends FilterModel {

    private static final List<String> STATES = Arrays.stream(State.values()).map(State::word).toList();

    public DraftFilters() {
        super(List.of(FilterField.oneOf("state", STATES)));
    }

    /** The states that drafts may have: all, if no filter says otherwise. */
    static List<String> states(List<Filter> filters) {
        return filters.isEmpty() ? STATES : filters.get(0).values().stream().map(Object::toString).toList();
    }
}
