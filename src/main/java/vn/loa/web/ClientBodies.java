package vn.loa.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many bodies each client has under way. A proxy that is trusted and does not say for whom it asks is no client: its
 * address stands for everybody's.
 */
@ApplicationScoped
class ClientBodies {

    private static final Runnable UNBOUNDED = () -> { };

    private final ConcurrentMap<Long, Integer> underWay = new ConcurrentHashMap<>();
    private final CallerAddress addresses;
    private final int most;

    ClientBodies(CallerAddress addresses, Limits limits) {
        this.addresses = addresses;
        this.most = limits.clientBodies();
    }

    /** @return what to run when the body has been read; null when the client may have no more */
    Runnable enter(HttpServerRequest request) {
        IpAddress address = addresses.of(request);
        if (addresses.isTrusted(address)) {
            return UNBOUNDED;
        }
        Long client = address.household().householdBits();
        if (underWay.merge(client, 1, Integer::sum) > most) {
            leave(client);
            return null;
        }
        return () -> leave(client);
    }

    private void leave(Long client) {
        underWay.computeIfPresent(client, (who, count) -> count == 1 ? null : count - 1);
    }
}
