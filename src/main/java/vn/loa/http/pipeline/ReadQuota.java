package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import vn.loa.http.client.TokenBuckets;

/**
 * What each client of a kind may read. The header fields are those of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param policy its header field
 */
record ReadQuota(TokenBuckets buckets, CharSequence policy) {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    /** @param rate units that come back every second */
    static ReadQuota of(int rate, int burst) {
        return new ReadQuota(new TokenBuckets(Duration.ofSeconds(1).dividedBy(rate), burst),
                HttpHeaders.createOptimized("\"reads\";q=" + burst + ";w=" + Math.max(1, burst / rate)));
    }

    /**
     * Takes the units of a request, and tells the client what is left.
     *
     * @param client a number that no other client of this kind has
     * @param now in milliseconds since the epoch
     * @return whether there were enough
     */
    boolean take(RoutingContext context, long client, int units, long now) {
        TokenBuckets.Taken taken = buckets.take(client, units, now);
        context.response().headers().set(POLICY, policy)
                .set(STATE, "\"reads\";r=" + taken.left() + ";t=" + taken.full());
        if (taken.retryAfter() > 0) {
            context.response().headers().set(HttpHeaders.RETRY_AFTER, Long.toString(taken.retryAfter()));
        }
        return taken.retryAfter() == 0;
    }
}
