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

/** Sends changed counters to the listeners of the event stream. An event is made once, however many listeners there are. */
@ApplicationScoped
class VisitorsStream {

    private static final long RECONNECT_MILLIS = 5000;
    private static final String TRY_AGAIN_SECONDS = "60";
    /** A line that begins with a colon is a comment in the format of server-sent events. */
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final VisitorsSnapshot snapshot;
    private final CallerAddress addresses;
    private final ObjectMapper json;
    private final int max;
    private final int maxOfClient;
    private final Set<StreamListener> listeners = ConcurrentHashMap.newKeySet();
    /** Open streams by client. */
    private final Map<IpAddress, Integer> openOfClient = new HashMap<>();
    private int openOfAll;
    private volatile VisitorsView sent;

    VisitorsStream(VisitorsSnapshot snapshot, CallerAddress addresses, VisitorConfig config, ObjectMapper json,
            Stopping stopping, MeterRegistry metrics) {
        this.snapshot = snapshot;
        this.addresses = addresses;
        this.json = json;
        this.max = config.listeners();
        this.maxOfClient = config.listenersPerAddress();
        // A stopping server waits for running requests, and streams do not end by themselves.
        stopping.atTheEnd(() -> listeners.forEach(StreamListener::end));
        Gauge.builder("loa.visitors.listeners", listeners, Set::size).description("Open streams").register(metrics);
    }

    /**
     * A new listener, which gets the counters at once and whenever they change.
     *
     * @throws ProblemException 503 when the instance has its maximum of listeners, 429 when the client has its own
     */
    StreamListener listen(HttpServerRequest request) {
        String now = event(snapshot.latest());
        IpAddress client = addresses.client(request);
        open(client);
        return new StreamListener(now, listeners, () -> close(client));
    }

    private synchronized void open(IpAddress client) {
        if (openOfAll >= max) {
            throw Problem.of(ProblemType.UNAVAILABLE, "As many listen already as may.").asException();
        }
        if (client != null && openOfClient.getOrDefault(client, 0) >= maxOfClient) {
            throw Problem.of(ProblemType.TOO_MANY_REQUESTS, "As many listen from this address already as may.").asException()
                    .withHeader("Retry-After", TRY_AGAIN_SECONDS);
        }
        openOfAll++;
        if (client != null) {
            openOfClient.merge(client, 1, Integer::sum);
        }
    }

    private synchronized void close(IpAddress client) {
        openOfAll--;
        if (client != null) {
            openOfClient.computeIfPresent(client, (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private String event(VisitorsView counters) {
        try {
            return "event: visitors\nretry: " + RECONNECT_MILLIS + "\ndata: " + json.writeValueAsString(counters) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called once a second. */
    void send(@Observes VisitorsView counters) {
        boolean changed = sent == null || !sent.hasCountsOf(counters);
        sent = counters;
        if (changed || listeners.stream().anyMatch(StreamListener::isBehind)) {
            String event = event(counters);
            listeners.forEach(listener -> listener.send(event, changed));
        }
    }

    /** Keeps proxies from closing silent streams, and makes the server notice listeners that have gone. */
    @Scheduled(every = "15s", identity = "visitors-heartbeat")
    void sendHeartbeat() {
        listeners.forEach(listener -> listener.sendComment(HEARTBEAT));
    }
}
