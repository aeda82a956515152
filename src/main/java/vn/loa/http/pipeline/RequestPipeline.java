package vn.loa.http.pipeline;

import io.quarkus.arc.All;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts every {@link StageHandler} in front of the resources, in the order of {@link Stage}. */
@Singleton
class RequestPipeline {

    /** Stages with the same order share a route: Vert.x matches a route against the request only once for all its handlers. */
    void register(@Observes Router router, @All List<StageHandler> handlers) {
        Map<Integer, Route> routes = new HashMap<>();
        handlers.stream().sorted(Comparator.comparing(StageHandler::stage)).forEach(handler ->
                routes.computeIfAbsent(handler.stage().routeOrder(), order -> router.route().order(order)).handler(handler));
    }
}
