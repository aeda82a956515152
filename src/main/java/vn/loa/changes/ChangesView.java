package vn.loa.changes;

import java.util.List;

/** A page of the log in JSON. */
record ChangesView(
        List<ChangeView> items,
        List<CategoryChangeView> categories,
        String nextCursor,
        boolean more) {
}
