package vn.loa.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers what is asked most on the event loop, before any resource is looked for: at a quarter of the cost. Everything
 * else it lets go on.
 */
public final class FastPath {

    /** Behind Loa's limits, before everything else. */
    private static final int BEHIND_LIMITS = 990;
    /** Behind Quarkus's CORS filter, for pages of other origins. */
    private static final int BEHIND_CORS = 40;
    /** Where Quarkus keeps the template of an address for its metrics. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private FastPath() {
    }

    /** @param handler answers, or calls {@code next()}; never blocks */
    public static void register(Filters filters, Handler<RoutingContext> handler) {
        filters.register(request -> handle(request, !hasOrigin(request), handler), BEHIND_LIMITS);
        filters.register(request -> handle(request, hasOrigin(request), handler), BEHIND_CORS);
    }

    static boolean hasOrigin(RoutingContext request) {
        return request.request().getHeader(HttpHeaders.ORIGIN) != null;
    }

    private static void handle(RoutingContext request, boolean now, Handler<RoutingContext> handler) {
        if (now) {
            handler.handle(request);
        } else {
            request.next();
        }
    }

    /** The template of the address that the framework found; null when it does not say. */
    public static String templateOf(HttpServerRequest request) {
        return local(request).getLocal(TEMPLATE);
    }

    /** Names the template of the address, which the framework has had no time to find. */
    public static void putTemplate(HttpServerRequest request, String template) {
        local(request).putLocal(TEMPLATE, template);
    }

    private static ContextInternal local(HttpServerRequest request) {
        return (ContextInternal) ((HttpServerRequestInternal) request).context();
    }
}
