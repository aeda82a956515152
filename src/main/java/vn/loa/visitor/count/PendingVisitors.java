package vn.loa.visitor.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.loa.http.client.IpAddress;

/** Visitors of a batch who may be new. They count toward the {@link NewVisitorLimit} until the batch says who is new. */
final class PendingVisitors implements AutoCloseable {

    private final NewVisitorLimit limit;
    private final Map<Long, IpAddress> admitted = new HashMap<>();
    private final Set<Long> refused = new HashSet<>();

    PendingVisitors(NewVisitorLimit limit) {
        this.limit = limit;
    }

    /** @param at in seconds since the epoch */
    boolean admits(long visitor, IpAddress network, long at) {
        if (admitted.containsKey(visitor)) {
            return true;
        }
        if (refused.contains(visitor)) {
            return false;
        }
        if (!limit.admits(network, at)) {
            refused.add(visitor);
            return false;
        }
        admitted.put(visitor, network);
        return true;
    }

    /** Called when the batch is stored: these visitors are new, and go on counting toward the limit. */
    void keep(Set<Long> newVisitors) {
        admitted.keySet().removeAll(newVisitors);
    }

    /** Takes all others out of the limit: they are not new, or their hits may not be stored. */
    @Override
    public void close() {
        admitted.values().forEach(limit::giveBack);
    }
}
