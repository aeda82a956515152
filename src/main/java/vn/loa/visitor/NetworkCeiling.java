package vn.loa.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How many new visitors a network may bring in a minute. Whoever makes up user agents, or has a network of addresses,
 * inflates the counters no faster than that. A visitor is taken for new until the database has said otherwise. Used by
 * one thread.
 */
@ApplicationScoped
class NetworkCeiling {

    private static final int KNOWN_VISITORS = 200_000;
    /** In one minute; whatever more there are share one ceiling. */
    private static final int NETWORKS = 50_000;
    private static final int SECONDS = 60;
    private static final IpAddress OTHERS = IpAddress.parse("::").orElseThrow();

    private final int ceiling;
    private final Cache<UUID, Boolean> known = Caffeine.newBuilder().maximumSize(KNOWN_VISITORS).build();
    private final Map<IpAddress, Integer> newcomers = new HashMap<>();
    private long minute;

    NetworkCeiling(VisitorConfig config) {
        this.ceiling = config.networkCeiling();
    }

    /**
     * @param visitor under the day's key
     * @param at in seconds
     */
    boolean admits(UUID visitor, IpAddress neighbourhood, long at) {
        if (at / SECONDS != minute) {
            minute = at / SECONDS;
            newcomers.clear();
        }
        return known.getIfPresent(visitor) != null
                || newcomers.merge(counted(neighbourhood), 1, Integer::sum) <= ceiling || takeBack(neighbourhood);
    }

    /** Until the minute ends. */
    static long secondsLeft(long at) {
        return SECONDS - at % SECONDS;
    }

    private IpAddress counted(IpAddress neighbourhood) {
        return newcomers.size() < NETWORKS || newcomers.containsKey(neighbourhood) ? neighbourhood : OTHERS;
    }

    private boolean takeBack(IpAddress neighbourhood) {
        newcomers.computeIfPresent(counted(neighbourhood), (network, count) -> count - 1);
        return false;
    }

    /** The database knows the visitor now, and knew it before unless it is new. */
    void settle(UUID visitor, IpAddress neighbourhood, boolean isNew) {
        if (known.getIfPresent(visitor) == null) {
            known.put(visitor, true);
            if (!isNew) {
                takeBack(neighbourhood);
            }
        }
    }

    /** Nothing was stored of a visitor who had been admitted. */
    void forget(UUID visitor, IpAddress neighbourhood) {
        if (known.getIfPresent(visitor) == null) {
            takeBack(neighbourhood);
        }
    }

    /** Hashes of a day that is over are of no use. */
    void forgetVisitors() {
        known.invalidateAll();
    }
}
