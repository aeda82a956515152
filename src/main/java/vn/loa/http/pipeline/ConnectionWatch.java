package vn.loa.http.pipeline;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.Stopping;

/** {@link Stage#CONNECTION}: looks at the connection on which the request came. */
@Singleton
class ConnectionWatch implements StageHandler {

    private final Stopping stopping;

    ConnectionWatch(Stopping stopping) {
        this.stopping = stopping;
    }

    @Override
    public Stage stage() {
        return Stage.CONNECTION;
    }

    @Override
    public void handle(RoutingContext context) {
        stopping.note(context.request());
        PipelinedRequests.watch(context.request());
        context.next();
    }
}
