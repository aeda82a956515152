package vn.loa.http.pipeline;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts every {@link StageHandler} in front of the resources, in the order of {@link Stage}. */
@Singleton
class RequestPipeline {

    void register(@Observes Filters filters, @All List<StageHandler> handlers) {
        handlers.forEach(handler -> filters.register(handler, handler.stage().priority()));
    }
}
