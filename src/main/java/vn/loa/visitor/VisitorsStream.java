package vn.loa.visitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import vn.loa.web.Problem;
import vn.loa.web.ProblemException;
import vn.loa.web.ProblemType;
import vn.loa.web.Stopping;

/** Tells listeners when the counters change. Of a listener who does not keep up only the latest news is kept. */
@ApplicationScoped
class VisitorsStream {

    private static final long RECONNECT_MILLIS = 5000;

    private final VisitorsSnapshot snapshot;
    private final Semaphore places;
    private final Map<MultiEmitter<? super OutboundSseEvent>, Sse> listeners = new ConcurrentHashMap<>();
    private volatile VisitorsView told;

    VisitorsStream(VisitorsSnapshot snapshot, VisitorConfig config, Stopping stopping, MeterRegistry metrics) {
        this.snapshot = snapshot;
        this.places = new Semaphore(config.listeners());
        // A stopping server lets requests end, and these would not.
        stopping.atTheEnd(() -> listeners.keySet().forEach(MultiEmitter::complete));
        Gauge.builder("loa.visitors.listeners", listeners, Map::size).description("Open streams").register(metrics);
    }

    /**
     * The counters now, and whenever they change.
     *
     * @throws ProblemException 503 when there are as many listeners as may be
     */
    Multi<OutboundSseEvent> listen(Sse sse) {
        VisitorsView now = snapshot.latest();
        if (!places.tryAcquire()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "As many listen already as may.").asException();
        }
        return Multi.createFrom().emitter(listener -> {
            listener.onTermination(() -> {
                listeners.remove(listener);
                places.release();
            });
            listener.emit(event(now, sse));
            listeners.put(listener, sse);
        }, BackPressureStrategy.LATEST);
    }

    private static OutboundSseEvent event(VisitorsView counters, Sse sse) {
        return sse.newEventBuilder().name("visitors").reconnectDelay(RECONNECT_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE).data(VisitorsView.class, counters).build();
    }

    void tell(@Observes VisitorsView counters) {
        if (told == null || !told.hasCountsOf(counters)) {
            told = counters;
            listeners.forEach((listener, sse) -> listener.emit(event(counters, sse)));
        }
    }

    /** So that proxies do not close what is silent, and listeners who have gone are noticed. */
    @Scheduled(every = "15s", identity = "visitors-heartbeat")
    void beat() {
        listeners.forEach((listener, sse) -> listener.emit(sse.newEventBuilder().comment("heartbeat").build()));
    }
}
