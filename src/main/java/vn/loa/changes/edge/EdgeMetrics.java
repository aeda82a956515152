package vn.loa.changes.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.changes.edge.TargetStore.Lag;

/** What is measured of caches that are purged. */
@ApplicationScoped
class EdgeMetrics {

    private static final String TARGET = "target";

    private final MeterRegistry registry;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();

    EdgeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(String target) {
        lags.put(target, new Lag(target, 0, 0));
        Gauge.builder("loa.edge.lag.changes", lags, all -> all.get(target).changes()).tag(TARGET, target)
                .description("Changes that the cache was not purged of twice, a quarter of a minute ago").register(registry);
        Gauge.builder("loa.edge.lag", lags, all -> all.get(target).seconds()).tag(TARGET, target).baseUnit("seconds")
                .description("How long the oldest of these changes waited then").register(registry);
    }

    void lag(Lag lag) {
        lags.put(lag.name(), lag);
    }

    void asked(String target, PurgeAnswer answer) {
        Timer.builder("loa.edge.purges").description("Requests to purge, and how long the cache took").tag(TARGET, target)
                .tag("outcome", answer.outcome()).register(registry).record(answer.took());
    }

    void everything(String target) {
        registry.counter("loa.edge.purged.everything", TARGET, target).increment();
    }
}
