package vn.loa.cache;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** How long caches may keep an answer: never beyond the next scheduled change. */
@Singleton
class CachePolicy {

    /** Nobody knows what will happen: ask each time. */
    private static final String ASK = "public, no-cache";

    private final CacheConfig config;
    private final String unhurried;

    CachePolicy(CacheConfig config) {
        this.config = config;
        this.unhurried = header(config.maxAge(), config.sharedMaxAge(), config.staleWhileRevalidate(),
                config.staleIfError());
    }

    /**
     * The {@code Cache-Control} header.
     *
     * @param moments null when they are not known
     */
    String header(ChangeTimes moments, Instant now) {
        if (moments == null) {
            return ASK;
        }
        if (moments.next() == null) {
            return unhurried;
        }
        Duration left = Duration.between(now, moments.next());
        if (left.toSeconds() < 1) {
            return ASK;
        }
        Duration shared = shorter(config.sharedMaxAge(), left);
        return header(shorter(config.maxAge(), left), shared,
                shorter(config.staleWhileRevalidate(), left.minus(shared)),
                shorter(config.staleIfError(), left.minus(shared)));
    }

    private static String header(Duration maxAge, Duration shared, Duration stale, Duration staleIfError) {
        return "public, max-age=" + maxAge.toSeconds() + ", s-maxage=" + shared.toSeconds()
                + ", stale-while-revalidate=" + stale.toSeconds()
                + (staleIfError.toSeconds() > 0 ? ", stale-if-error=" + staleIfError.toSeconds() : "");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
