package vn.loa.visitor.count;

import java.util.Set;

/** What the database found new in a batch: the hashes of the visitors who are new on this day, and of the views that count. */
record CountResult(Set<Long> newVisitors, Set<Long> newViews) {

    static final CountResult NOTHING_NEW = new CountResult(Set.of(), Set.of());
}
