package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import vn.loa.http.client.IpAddress;
import vn.loa.visitor.VisitorConfig;

/**
 * How many new visitors a network may bring in a minute. Whoever makes up user agents, or has a network of addresses,
 * inflates the counters no faster than that. A visitor is taken for new until the database has said otherwise. Used by
 * one thread.
 */
@ApplicationScoped
public class NewVisitorLimit {

    /** In one minute; whatever more there are share one ceiling. */
    private static final int NETWORKS = 50_000;
    private static final int SECONDS = 60;
    private static final IpAddress OTHERS = IpAddress.parse("::").orElseThrow();

    private final int ceiling;
    private final Map<IpAddress, Integer> newcomers = new HashMap<>();
    private long minute;

    public NewVisitorLimit(VisitorConfig config) {
        this.ceiling = config.networkCeiling();
    }

    /**
     * Whether somebody who is not known may come from there.
     *
     * @param at in seconds
     */
    public boolean admits(IpAddress neighbourhood, long at) {
        if (at / SECONDS != minute) {
            minute = at / SECONDS;
            newcomers.clear();
        }
        boolean admitted = newcomers.merge(counted(neighbourhood), 1, Integer::sum) <= ceiling;
        if (!admitted) {
            takeBack(neighbourhood);
        }
        return admitted;
    }

    /** Until the minute ends. */
    public static long secondsLeft(long at) {
        return SECONDS - at % SECONDS;
    }

    private IpAddress counted(IpAddress neighbourhood) {
        return newcomers.size() < NETWORKS || newcomers.containsKey(neighbourhood) ? neighbourhood : OTHERS;
    }

    /** Somebody who had been admitted is not new after all, or was not stored. */
    public void takeBack(IpAddress neighbourhood) {
        newcomers.computeIfPresent(counted(neighbourhood), (network, count) -> count - 1);
    }
}
