package vn.loa.http.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import vn.loa.http.Operations;
import vn.loa.http.RouteTemplate;

/**
 * {@link Stage#METRICS}: times every request as {@code http.server.requests}, with the tags of Quarkus's own binder. The
 * binder is switched off for two reasons. It makes the tags anew for each request, which takes an eighth of the time of a
 * cached answer. And it makes a timer for every method name that a stranger invents.
 */
@Singleton
class RequestMetrics implements StageHandler {

    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
            HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);
    /** In place of a status: the caller went away before the answer had ended. */
    private static final int RESET = 0;
    /** So that a share of quick answers can be watched. */
    private static final Duration[] BUCKETS = {Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1)};

    /** @param uri the template of the path */
    private record TimerTags(String method, String uri, int status) {
    }

    private final Map<TimerTags, Timer> timers = new ConcurrentHashMap<>();
    private final MeterRegistry registry;
    private final Operations operations;

    RequestMetrics(MeterRegistry registry, Operations operations) {
        this.registry = registry;
        this.operations = operations;
    }

    @Override
    public Stage stage() {
        return Stage.METRICS;
    }

    @Override
    public void handle(RoutingContext context) {
        // Requests of the monitoring itself (health, metrics) are not measured.
        if (!context.request().path().startsWith("/q/")) {
            long begun = System.nanoTime();
            context.addEndHandler(end -> timer(context.request(), end.succeeded() ? context.response().getStatusCode() : RESET)
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS));
        }
        context.next();
    }

    private Timer timer(HttpServerRequest request, int status) {
        String method = METHODS.contains(request.method()) ? request.method().name() : UNKNOWN;
        String template = RouteTemplate.of(request);
        if (template == null) {
            template = operations.template(request.path());
        }
        return timers.computeIfAbsent(new TimerTags(method, template == null ? UNKNOWN : template, status), this::register);
    }

    private Timer register(TimerTags tags) {
        boolean reset = tags.status == RESET;
        return Timer.builder("http.server.requests").description("HTTP server request processing time")
                .tag("method", tags.method)
                .tag("uri", tags.uri)
                .tag("outcome", (reset ? Outcome.CLIENT_ERROR : Outcome.forStatus(tags.status)).name())
                .tag("status", reset ? "RESET" : Integer.toString(tags.status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
