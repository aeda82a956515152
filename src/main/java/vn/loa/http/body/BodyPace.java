package vn.loa.http.body;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.http.LimitsConfig;

/** Looks after all bodies that are being read: one clock for all of them, because nearly all are there at once. */
@ApplicationScoped
public class BodyPace {

    private static final long LOOKS_IN_A_WINDOW = 4;

    private final Set<BodyReader> underWay = ConcurrentHashMap.newKeySet();
    private final LimitsConfig limits;
    private final Vertx vertx;

    BodyPace(LimitsConfig limits, Vertx vertx) {
        this.limits = limits;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(Math.max(1, limits.bodyWindow().toMillis() / LOOKS_IN_A_WINDOW), timer -> {
            long now = System.nanoTime();
            underWay.forEach(body -> body.check(now, limits));
        });
    }

    public void add(BodyReader body) {
        underWay.add(body);
    }

    public void remove(BodyReader body) {
        underWay.remove(body);
    }
}
