package vn.loa.changes;

import java.util.List;

/** A page of the log in JSON. */
record ChangesView(
        List<ChangeView> items,
        String nextCursor,
        boolean more) {
}
