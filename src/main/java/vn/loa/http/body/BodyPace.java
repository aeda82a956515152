package vn.loa.http.body;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.http.LimitsConfig;

/** Checks that the bodies that are being read do not come too slowly. One timer serves all: nearly all bodies come at once. */
@ApplicationScoped
public class BodyPace {

    private static final long CHECKS_PER_WINDOW = 4;

    private final Set<BodyReader> underWay = ConcurrentHashMap.newKeySet();
    private final LimitsConfig limits;
    private final Vertx vertx;

    BodyPace(LimitsConfig limits, Vertx vertx) {
        this.limits = limits;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        vertx.setPeriodic(Math.max(1, limits.bodyWindow().toMillis() / CHECKS_PER_WINDOW), timer -> {
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
