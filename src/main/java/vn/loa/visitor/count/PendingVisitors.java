package vn.loa.visitor.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.loa.http.client.IpAddress;

/** Visitors of a batch who are not known, in places under the {@link NewVisitorLimit} that are given back at the end. */
final class PendingVisitors implements AutoCloseable {

    private final NewVisitorLimit ceiling;
    private final Map<Long, IpAddress> admitted = new HashMap<>();
    private final Set<Long> tooMany = new HashSet<>();

    PendingVisitors(NewVisitorLimit ceiling) {
        this.ceiling = ceiling;
    }

    /** @param at in seconds */
    boolean admits(long visitor, IpAddress network, long at) {
        if (admitted.containsKey(visitor)) {
            return true;
        }
        if (tooMany.contains(visitor)) {
            return false;
        }
        if (!ceiling.admits(network, at)) {
            tooMany.add(visitor);
            return false;
        }
        admitted.put(visitor, network);
        return true;
    }

    /** They are new, and stored. */
    void keep(Set<Long> newVisitors) {
        admitted.keySet().removeAll(newVisitors);
    }

    /** Gives back the places of those who are not new after all, or are not known to be stored. */
    @Override
    public void close() {
        admitted.values().forEach(ceiling::takeBack);
    }
}
