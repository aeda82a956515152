package vn.loa.cache;

import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * What public responses tell caches: their {@code Cache-Control}, which never lets a cache use a response beyond the next scheduled
 * change, and their tags.
 */
@Singleton
class CachePolicy {

    /** The next change is not known, so caches must ask each time. */
    private static final String REVALIDATE = "public, no-cache";

    private final CacheConfig config;
    private final String headerWithoutSchedule;
    private final CharSequence tagHeader;

    CachePolicy(CacheConfig config) {
        this.config = config;
        this.headerWithoutSchedule = header(config.maxAge(), config.sharedMaxAge(), config.staleWhileRevalidate(),
                config.staleIfError());
        this.tagHeader = HttpHeaders.createOptimized(config.tagHeader());
    }

    /** The name of the header with the tags. */
    CharSequence tagHeader() {
        return tagHeader;
    }

    /** Its value. @param tags divided by spaces */
    String tags(String tags) {
        return config.tagSeparator() == CacheConfig.TagSeparator.COMMA ? tags.replace(' ', ',') : tags;
    }

    /**
     * The {@code Cache-Control} header at a moment.
     *
     * @param changeTimes null when they are not known
     */
    String header(ChangeTimes changeTimes, Instant now) {
        if (changeTimes == null) {
            return REVALIDATE;
        }
        if (changeTimes.next() == null) {
            return headerWithoutSchedule;
        }
        Duration untilChange = Duration.between(now, changeTimes.next());
        if (untilChange.toSeconds() < 1) {
            return REVALIDATE;
        }
        Duration shared = shorter(config.sharedMaxAge(), untilChange);
        return header(shorter(config.maxAge(), untilChange), shared,
                shorter(config.staleWhileRevalidate(), untilChange.minus(shared)),
                shorter(config.staleIfError(), untilChange.minus(shared)));
    }

    private static String header(Duration maxAge, Duration shared, Duration staleWhileRevalidate, Duration staleIfError) {
        return "public, max-age=" + maxAge.toSeconds() + ", s-maxage=" + shared.toSeconds()
                + ", stale-while-revalidate=" + staleWhileRevalidate.toSeconds()
                + (staleIfError.toSeconds() > 0 ? ", stale-if-error=" + staleIfError.toSeconds() : "");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
