package vn.loa.changes.edge;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.loa.cache.ChangeHeard;
import vn.loa.changes.RetryPlan;

/** Runs a thread for each cache that is purged. Without such a cache there is nothing to run. */
@ApplicationScoped
class EdgePurging {

    static final Duration FIRST_WAIT = Duration.ofMillis(250);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final EdgeConfig config;
    private final TargetStore store;
    private final EdgeMetrics metrics;
    private final Clock clock;
    private volatile List<Purger> purgers = List.of();
    private final List<Thread> threads = new ArrayList<>();
    private List<String> names = List.of();

    EdgePurging(EdgeConfig config, TargetStore store, EdgeMetrics metrics, Clock clock) {
        this.config = config;
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        List<Target> targets = Targets.of(config);
        if (targets.isEmpty()) {
            return;
        }
        names = targets.stream().map(Target::name).toList();
        names.forEach(metrics::watch);
        PurgeClient client = new PurgeClient(config.timeout(), clock);
        RetryPlan plan = new RetryPlan(new SecureRandom(), FIRST_WAIT, LONGEST_WAIT);
        purgers = targets.stream().map(target -> new Purger(target, store, client, metrics, plan, clock)).toList();
        for (Purger purger : purgers) {
            Thread thread = new Thread(purger, "loa-edge-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        purgers.forEach(Purger::stop);
        long end = System.nanoTime() + config.timeout().plusSeconds(1).toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    void wake(@Observes ChangeHeard change) {
        purgers.forEach(Purger::wake);
    }

    @Scheduled(every = "15s", identity = "edge-metrics", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        if (!names.isEmpty()) {
            store.lag(names).forEach(metrics::lag);
        }
    }
}
