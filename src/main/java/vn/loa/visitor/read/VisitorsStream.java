package vn.loa.visitor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.http.Stopping;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.VisitorConfig;

/** Tells listeners when the counters change. An event is written once, however many there are. */
@ApplicationScoped
class VisitorsStream {

    private static final long RECONNECT_MILLIS = 5000;
    private static final String TRY_AGAIN_SECONDS = "60";
    /** Server-sent events: a line that begins with a colon says nothing. */
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final VisitorsSnapshot snapshot;
    private final CallerAddress addresses;
    private final ObjectMapper json;
    private final int most;
    private final int mostOfOne;
    private final Set<StreamListener> listeners = ConcurrentHashMap.newKeySet();
    /** Places that are taken, by address or network. */
    private final Map<IpAddress, Integer> taken = new HashMap<>();
    private int places;
    private volatile VisitorsView told;

    VisitorsStream(VisitorsSnapshot snapshot, CallerAddress addresses, VisitorConfig config, ObjectMapper json,
            Stopping stopping, MeterRegistry metrics) {
        this.snapshot = snapshot;
        this.addresses = addresses;
        this.json = json;
        this.most = config.listeners();
        this.mostOfOne = config.listenersPerAddress();
        // A stopping server lets requests end, and these would not.
        stopping.atTheEnd(() -> listeners.forEach(StreamListener::end));
        Gauge.builder("loa.visitors.listeners", listeners, Set::size).description("Open streams").register(metrics);
    }

    /**
     * A listener for whom there is a place: the counters now, and whenever they change.
     *
     * @throws ProblemException 503 when there are as many listeners as may be, 429 when as many of them are from there
     */
    StreamListener listen(HttpServerRequest request) {
        String now = event(snapshot.latest());
        IpAddress client = addresses.client(request);
        takePlace(client);
        return new StreamListener(now, listeners, () -> leavePlace(client));
    }

    private synchronized void takePlace(IpAddress client) {
        if (places >= most) {
            throw Problem.of(ProblemType.UNAVAILABLE, "As many listen already as may.").asException();
        }
        if (client != null && taken.getOrDefault(client, 0) >= mostOfOne) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "As many listen from this address already as may.").asException()
                    .withHeader("Retry-After", TRY_AGAIN_SECONDS);
        }
        places++;
        if (client != null) {
            taken.merge(client, 1, Integer::sum);
        }
    }

    private synchronized void leavePlace(IpAddress client) {
        places--;
        if (client != null) {
            taken.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private String event(VisitorsView counters) {
        try {
            return "event: visitors\nretry: " + RECONNECT_MILLIS + "\ndata: " + json.writeValueAsString(counters) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once a second. */
    void tell(@Observes VisitorsView counters) {
        boolean changed = told == null || !told.hasCountsOf(counters);
        told = counters;
        if (changed || listeners.stream().anyMatch(StreamListener::isBehind)) {
            String event = event(counters);
            listeners.forEach(listener -> listener.tell(event, changed));
        }
    }

    /** So that proxies do not close what is silent, and listeners who have gone are noticed. */
    @Scheduled(every = "15s", identity = "visitors-heartbeat")
    void beat() {
        listeners.forEach(listener -> listener.beat(HEARTBEAT));
    }
}
