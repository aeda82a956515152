package vn.loa.cache;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import vn.loa.http.ApiPaths;
import vn.loa.http.RouteTemplate;
import vn.loa.http.pipeline.Stage;
import vn.loa.http.pipeline.StageHandler;

/**
 * Answers requests from the cache, in {@link Stage#FAST_PATHS}. While the database cannot be reached, it marks the
 * responses as stale ({@link Freshness}).
 */
@Singleton
class CacheHits implements StageHandler {

    /**
     * The key of the routing context under which a request that missed the cache carries its cache key to
     * {@link CacheFills}.
     */
    static final String CACHE_KEY = CacheHits.class.getName();
    private static final int MAX_ACCEPT_LENGTH = 300;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private final PublicCache cache;
    private final CacheMetrics metrics;
    private final CachePolicy policy;
    private final Clock clock;
    private final Vertx vertx;

    CacheHits(PublicCache cache, CacheMetrics metrics, CachePolicy policy, Clock clock, Vertx vertx) {
        this.cache = cache;
        this.metrics = metrics;
        this.policy = policy;
        this.clock = clock;
        this.vertx = vertx;
    }

    @Override
    public Stage stage() {
        return Stage.FAST_PATHS;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Freshness.Now now = cache.now();
        long time = System.nanoTime();
        Freshness.CacheState state = now.state(time);
        String cacheKey = cache.isEnabled() ? cacheKeyOf(request) : null;
        CachedResponse cached = cacheKey == null || state == Freshness.CacheState.UNKNOWN ? null
                : now.generation().find(cacheKey);
        if (cached == null) {
            if (cacheKey != null) {
                context.put(CACHE_KEY, cacheKey);
            }
            context.next();
        } else if (state == Freshness.CacheState.FRESH) {
            metrics.hit();
            send(cached, now.changeTimes(), request, context.response());
        } else {
            metrics.staleHit();
            markStale((time - now.confirmedAt()) / NANOS_OF_SECOND, context.response());
            send(cached, null, request, context.response());
        }
    }

    /** Sets the age of a response that could not be validated (RFC 9111, section 5.1) and the reason (RFC 9211). */
    private static void markStale(long seconds, HttpServerResponse response) {
        response.headers().set(HttpHeaders.AGE, Long.toString(seconds))
                .set(CACHE_STATUS, "Loa; hit; ttl=" + -seconds + "; detail=database-away");
    }

    /**
     * The cache key: the URI and the {@code Accept} header as the client sent them, because later the framework sees
     * only one media type. Null for a request that is never answered from the cache. Equivalent URIs that are spelled
     * differently have different keys.
     */
    private static String cacheKeyOf(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD
                || !request.uri().startsWith(ApiPaths.V1) && !request.uri().equals("/")) {
            return null;
        }
        if (wantsLatest(request)) {
            return null;
        }
        // A request may have several Accept headers.
        String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        if (accept.isEmpty() || accept.equals("*/*")) {
            return request.uri();
        }
        return accept.length() > MAX_ACCEPT_LENGTH ? null : request.uri() + '\n' + accept;
    }

    /** A client that needs another instance's latest change says {@code no-cache}: notifications arrive a moment later. */
    static boolean wantsLatest(HttpServerRequest request) {
        String cacheControl = request.getHeader(HttpHeaders.CACHE_CONTROL);
        return cacheControl != null && cacheControl.contains("no-cache");
    }

    private void redirect(CachedResponse cached, ChangeTimes changeTimes, HttpServerRequest request, HttpServerResponse response) {
        if (cached.pathTemplate() != null) {
            RouteTemplate.set(request, cached.pathTemplate());
        }
        cached.headers().forEach(header -> response.headers().set(header.getKey(), header.getValue()));
        response.headers().set(HttpHeaders.CACHE_CONTROL, policy.header(changeTimes, clock.instant()))
                .set(HttpHeaders.CONTENT_LENGTH, "0");
        response.setStatusCode(301).end();
    }

    private void send(CachedResponse cached, ChangeTimes changeTimes, HttpServerRequest request,
            HttpServerResponse response) {
        if (cached.isRedirect()) {
            redirect(cached, changeTimes, request, response);
            return;
        }
        ConditionalReply reply = ConditionalReply.to(request, cached, changeTimes, policy, clock.instant(), false);
        if (reply.wantsGzip(request)) {
            vertx.executeBlocking(cached::gzip, false);
        }
        if (cached.pathTemplate() != null) {
            RouteTemplate.set(request, cached.pathTemplate());
        }
        reply.writeHeaders(response.headers()::set);
        if (reply.notModified()) {
            response.setStatusCode(304).end();
            return;
        }
        ByteBuf bytes = reply.encoding().directBuffer();
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.readableBytes()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }
}
