package vn.loa.visitor.read;

import java.time.Instant;

/** The site's counters, as JSON. */
record VisitorsView(
        long online,
        long today,
        long total,
        Instant asOf) {

    boolean hasCountsOf(VisitorsView other) {
        return online == other.online && today == other.today && total == other.total;
    }
}
