package vn.loa.visitor.count;

import java.util.List;

/**
 * Hits of one second that wait for a row.
 *
 * @param deadline when they are refused, as {@link System#nanoTime} counts
 */
record HeldUpHits(List<Hit> hits, long deadline) {
}
