package vn.loa.visitor.read;

import java.time.Instant;

/** How often an article was read, as JSON. */
record ViewsView(
        long views,
        Instant asOf) {
}
