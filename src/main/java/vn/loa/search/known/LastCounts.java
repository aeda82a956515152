package vn.loa.search.known;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * How many entries queries had when they were last asked, whatever their status; of those with more than enough, a number that is enough.
 * It says which statement is likely to be the right one, and
 * never what is found: whoever follows it has to see whether it was right.
 */
@ApplicationScoped
public class LastCounts {

    private static final int MOST_QUERIES = 1_000;

    private final Map<String, Integer> counts = new LastUsed<>(MOST_QUERIES);

    public synchronized void put(String tsquery, int count) {
        counts.put(tsquery, count);
    }

    public synchronized void forget(String tsquery) {
        counts.remove(tsquery);
    }

    /** Zero for what was not asked lately. */
    synchronized int of(String tsquery) {
        return counts.getOrDefault(tsquery, 0);
    }

    /** False for what was not asked lately. */
    public synchronized boolean isAtLeast(int count, String tsquery) {
        return counts.getOrDefault(tsquery, -1) >= count;
    }

    /** False for what was not asked lately. */
    synchronized boolean isAtMost(int count, String tsquery) {
        return counts.getOrDefault(tsquery, Integer.MAX_VALUE) <= count;
    }
}
