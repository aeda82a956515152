package vn.loa.search.known;

import java.util.Map;

/**
 * Readings that found too little when they were last tried. Each is left out for some times, and tried again then: the content may have
 * changed.
 */
final class VainReads {

    private static final int TIMES_LEFT_OUT = 20;
    private static final int MOST = 1_000;

    private final Map<String, Integer> timesLeft = new LastUsed<>(MOST);

    synchronized void put(String reading) {
        timesLeft.put(reading, TIMES_LEFT_OUT);
    }

    /** Whether to leave it out this time. */
    synchronized boolean leavesOut(String reading) {
        return timesLeft.computeIfPresent(reading, (key, times) -> times == 0 ? null : times - 1) != null;
    }
}
