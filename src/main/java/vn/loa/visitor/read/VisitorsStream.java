package vn.loa.visitor.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.http.Stopping;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.IpAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.VisitorConfig;

/**
 * Sends changed counters to the listeners of the event stream: the site's, and the views of the article that a listener names.
 * An event is made once, however many listeners there are.
 */
@ApplicationScoped
class VisitorsStream {

    private static final String VISITORS = "visitors";
    private static final String TRY_AGAIN_SECONDS = "60";
    /** A line that begins with a colon is a comment in the format of server-sent events. */
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final VisitorsSnapshot snapshot;
    private final WatchedViews views;
    private final CallerAddress addresses;
    private final ObjectMapper json;
    private final int max;
    private final int maxOfClient;
    private final Set<StreamListener> listeners = ConcurrentHashMap.newKeySet();
    /** Open streams by client. */
    private final Map<IpAddress, Integer> openOfClient = new HashMap<>();
    private int openOfAll;
    private volatile VisitorsView sent;

    VisitorsStream(VisitorsSnapshot snapshot, WatchedViews views, CallerAddress addresses, VisitorConfig config, ObjectMapper json,
            Stopping stopping, MeterRegistry metrics) {
        this.snapshot = snapshot;
        this.views = views;
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
     * @param article whose views it gets, too; may be null
     * @param viewsNow of that article
     * @throws ProblemException 503 when the instance has its maximum of listeners, 429 when the client has its own
     */
    StreamListener listen(RoutingContext context, UUID article, ViewsView viewsNow) {
        String now = StreamEvent.of(VISITORS, snapshot.latest(), true, json).text()
                + (article == null ? "" : views.first(article, viewsNow).text());
        IpAddress client = addresses.client(context.request());
        open(client);
        StreamListener listener = new StreamListener(article, now, listeners, () -> close(client));
        listener.watch(context);
        return listener;
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

    /** Called once a second. */
    void send(@Observes VisitorsView counters) {
        boolean changed = sent == null || !sent.hasCountsOf(counters);
        sent = counters;
        StreamEvent ofSite = StreamEvent.of(VISITORS, counters, changed, json);
        Map<UUID, StreamEvent> ofArticles = snapshot.isCurrent() ? views.events(watched(), counters.asOf()) : Map.of();
        for (StreamListener listener : listeners) {
            StreamEvent ofArticle = listener.article() == null ? null : ofArticles.get(listener.article());
            listener.send(ofArticle == null ? List.of(ofSite) : List.of(ofSite, ofArticle));
        }
    }

    private Set<UUID> watched() {
        Set<UUID> watched = new HashSet<>();
        listeners.forEach(listener -> {
            if (listener.article() != null) {
                watched.add(listener.article());
            }
        });
        return watched;
    }

    /** Keeps proxies from closing silent streams, and makes the server notice listeners that have gone. */
    @Scheduled(every = "15s", identity = "visitors-heartbeat")
    void sendHeartbeat() {
        listeners.forEach(listener -> listener.sendComment(HEARTBEAT));
    }
}
