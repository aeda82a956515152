package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import vn.loa.http.client.IpAddress;
import vn.loa.visitor.VisitorConfig;

/**
 * Limits how many new visitors a network may bring in a minute, so that a client with many user agents or addresses inflates
 * the counters no faster. A visitor is taken for new until the database says otherwise. Used by one thread.
 */
@ApplicationScoped
class NewVisitorLimit {

    /** How many networks are counted in a minute. All others share one limit. */
    private static final int NETWORKS = 50_000;
    private static final int SECONDS = 60;
    private static final IpAddress OTHERS = IpAddress.parse("::").orElseThrow();

    private final int limit;
    private final Map<IpAddress, Integer> newVisitors = new HashMap<>();
    private long minute;

    NewVisitorLimit(VisitorConfig config) {
        this.limit = config.networkCeiling();
    }

    /**
     * Whether one more new visitor may come from the network.
     *
     * @param at in seconds since the epoch
     */
    boolean admits(IpAddress network, long at) {
        if (at / SECONDS != minute) {
            minute = at / SECONDS;
            newVisitors.clear();
        }
        boolean admitted = newVisitors.merge(counterOf(network), 1, Integer::sum) <= limit;
        if (!admitted) {
            giveBack(network);
        }
        return admitted;
    }

    /** How many seconds are left of the minute. */
    static long secondsLeft(long at) {
        return SECONDS - at % SECONDS;
    }

    private IpAddress counterOf(IpAddress network) {
        return newVisitors.size() < NETWORKS || newVisitors.containsKey(network) ? network : OTHERS;
    }

    /** Called when a visitor who was admitted is not new after all, or was not stored. */
    void giveBack(IpAddress network) {
        newVisitors.computeIfPresent(counterOf(network), (of, count) -> count - 1);
    }
}
