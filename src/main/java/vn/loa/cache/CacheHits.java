package vn.loa.cache;

import io.netty.buffer.ByteBuf;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import vn.loa.http.ApiPaths;
import vn.loa.http.FastPath;

/**
 * The hot path: sends answers that are kept, by the {@link FastPath}. While the database is away they are sent as stale
 * ({@link Freshness}).
 */
@ApplicationScoped
class CacheHits {

    /** Where a request that was not answered has its key, for whoever keeps the answer. */
    static final String KEY = CacheHits.class.getName();
    private static final int LONGEST_ACCEPT = 300;
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    private final PublicCache cache;
    private final CachePolicy policy;
    private final Clock clock;
    private final Vertx vertx;

    CacheHits(PublicCache cache, CachePolicy policy, Clock clock, Vertx vertx) {
        this.cache = cache;
        this.policy = policy;
        this.clock = clock;
        this.vertx = vertx;
    }

    void filters(@Observes Filters filters) {
        FastPath.register(filters, this::answer);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Freshness.Now now = cache.now();
        long time = System.nanoTime();
        Freshness.State state = now.state(time);
        String key = cache.isEnabled() ? keyOf(request) : null;
        CachedResponse answer = key == null || state == Freshness.State.COMPARING ? null : now.generation().find(key);
        if (answer == null) {
            if (key != null) {
                context.put(KEY, key);
            }
            context.next();
        } else if (state == Freshness.State.HEARING) {
            send(answer, now.moments(), request, context.response());
        } else {
            sayStale((time - now.heardAt()) / NANOS_OF_SECOND, context.response());
            send(answer, null, request, context.response());
        }
    }

    /** Since when nobody knows whether it is true (RFC 9111, section 5.1; RFC 9211). */
    private static void sayStale(long seconds, HttpServerResponse response) {
        response.headers().set(HttpHeaders.AGE, Long.toString(seconds))
                .set(CACHE_STATUS, "Loa; hit; ttl=" + -seconds + "; detail=database-away");
    }

    /**
     * What a request asks for, by its headers as they came: further on the framework is told of one media type alone. Null
     * when it is nothing that is kept. Addresses that mean the same but are written in another way have keys of their own.
     */
    private static String keyOf(HttpServerRequest request) {
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD
                || !request.uri().startsWith(ApiPaths.V1)) {
            return null;
        }
        // Who must have the very latest says so: other instances' changes are heard a moment later.
        String cacheControl = request.getHeader(HttpHeaders.CACHE_CONTROL);
        if (cacheControl != null && cacheControl.contains("no-cache")) {
            return null;
        }
        // There may be several of the header.
        String accept = String.join(",", request.headers().getAll(HttpHeaders.ACCEPT));
        if (accept.isEmpty() || accept.equals("*/*")) {
            return request.uri();
        }
        return accept.length() > LONGEST_ACCEPT ? null : request.uri() + '\n' + accept;
    }

    private void send(CachedResponse answer, ChangeTimes moments, HttpServerRequest request, HttpServerResponse response) {
        ConditionalReply reply = ConditionalReply.to(request, answer, moments, policy, clock.instant(), false);
        if (reply.awaitsGzip(request)) {
            vertx.executeBlocking(answer::gzip, false);
        }
        if (answer.route() != null) {
            FastPath.putTemplate(request, answer.route());
        }
        reply.writeHeaders(response.headers()::set);
        if (reply.known()) {
            response.setStatusCode(304).end();
            return;
        }
        ByteBuf bytes = reply.form().toSend();
        response.headers().set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.readableBytes()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }
}
