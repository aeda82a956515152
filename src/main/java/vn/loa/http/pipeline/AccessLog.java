package vn.loa.http.pipeline;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * {@link Stage#ACCESS_LOG}. Quarkus's own access log has the whole address of a request, and so the tokens of preview links.
 */
@Singleton
class AccessLog implements StageHandler {

    private static final Logger LOG = Logger.getLogger("vn.loa.access-log");
    private static final long NANOS_OF_MILLISECOND = 1_000_000;

    private final boolean enabled;

    AccessLog(AccessLogConfig config) {
        this.enabled = config.enabled();
    }

    @Override
    public Stage stage() {
        return Stage.ACCESS_LOG;
    }

    @Override
    public void handle(RoutingContext context) {
        if (enabled) {
            long begun = System.nanoTime();
            context.addEndHandler(end -> log(context.request(), context.response(), end.succeeded(), System.nanoTime() - begun));
        }
        context.next();
    }

    /** Method, path, status ({@code reset}: the caller went away), bytes of the body, milliseconds. */
    private static void log(HttpServerRequest request, HttpServerResponse response, boolean ended, long nanos) {
        LOG.infof("%s %s %s %d %d", request.method().name(), LoggedPath.of(request.path()),
                ended ? response.getStatusCode() : "reset", response.bytesWritten(), nanos / NANOS_OF_MILLISECOND);
    }
}
