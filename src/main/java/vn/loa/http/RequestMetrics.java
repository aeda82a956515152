package vn.loa.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests took and how they ended: {@code http.server.requests}, with the tags that Quarkus's own binder gives
 * them. That one is switched off: it makes the tags anew for each request, an eighth of the time of an answer that is
 * kept, and has a timer for every method that a stranger makes up.
 */
@ApplicationScoped
class RequestMetrics {

    private static final int BEFORE_EVERYTHING = 2000;
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);
    /** The caller went away before the answer had ended. */
    private static final int RESET = 0;

    /** @param uri the template of the address */
    private record Kind(String method, String uri, int status) {
    }

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::time, BEFORE_EVERYTHING);
    }

    private void time(RoutingContext context) {
        // Whoever watches Loa does not want to see himself.
        if (!context.request().path().startsWith("/q/")) {
            long begun = System.nanoTime();
            context.addEndHandler(end -> timer(context.request(), end.succeeded() ? context.response().getStatusCode() : RESET)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
        }
        context.next();
    }

    private Timer timer(HttpServerRequest request, int status) {
        String method = METHODS.contains(request.method()) ? request.method().name() : UNKNOWN;
        String template = FastPath.templateOf(request);
        return timers.computeIfAbsent(new Kind(method, template == null ? UNKNOWN : template, status), this::register);
    }

    private Timer register(Kind kind) {
        boolean reset = kind.status == RESET;
        return Timer.builder("http.server.requests").description("HTTP server request processing time")
                .tag("method", kind.method)
                .tag("uri", kind.uri)
                .tag("outcome", (reset ? Outcome.CLIENT_ERROR : Outcome.forStatus(kind.status)).name())
                .tag("status", reset ? "RESET" : Integer.toString(kind.status))
                .register(registry);
    }
}
