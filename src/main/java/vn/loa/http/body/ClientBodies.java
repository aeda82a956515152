package vn.loa.http.body;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.loa.http.LimitsConfig;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;

/** Limits the bodies that each client sends at the same time: {@link LimitsConfig#clientBodies()}. */
@ApplicationScoped
public class ClientBodies {

    private static final Runnable UNBOUNDED = () -> { };

    private final ConcurrentMap<Long, Integer> underWay = new ConcurrentHashMap<>();
    private final CallerAddress addresses;
    private final int most;

    ClientBodies(CallerAddress addresses, LimitsConfig limits) {
        this.addresses = addresses;
        this.most = limits.clientBodies();
    }

    /** @return to be run when the body has been read; null when the client may send no more at present */
    public Runnable enter(HttpServerRequest request) {
        IpAddress address = addresses.client(request);
        if (address == null) {
            return UNBOUNDED;
        }
        Long client = address.clientPrefixBits();
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
