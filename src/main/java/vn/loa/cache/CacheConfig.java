package vn.loa.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** Settings of Loa's own cache, and of the {@code Cache-Control} that other caches are given. */
@ConfigMapping(prefix = "loa.cache")
public interface CacheConfig {

    /** Whether Loa caches responses in its own memory. */
    @WithDefault("true")
    boolean enabled();

    /** The size of the cache, in bytes. */
    @WithDefault("64M")
    @Allowed(from = "64K", to = "64G", percentOfHeap = 50)
    MemorySize memory();

    /** How long a browser may use a response without asking again ({@code max-age}). */
    @WithDefault("10S")
    @Allowed(from = "0S", to = "P365D")
    Duration maxAge();

    /** How long a shared cache, which can be purged, may use a response ({@code s-maxage}). */
    @WithDefault("60S")
    @Allowed(from = "0S", to = "P365D")
    Duration sharedMaxAge();

    /** How much longer a cache may use a response while it fetches a new one ({@code stale-while-revalidate}). */
    @WithDefault("30S")
    @Allowed(from = "0S", to = "P365D")
    Duration staleWhileRevalidate();

    /**
     * How long a cached response is served while the database cannot be reached, by Loa and by other caches
     * ({@code stale-if-error}); 0 turns this off.
     */
    @WithDefault("5M")
    @Allowed(from = "0S", to = "P1D")
    Duration staleIfError();

    /** The header with the tags by which other caches purge responses. */
    @WithDefault("Cache-Tag")
    @Allowed(pattern = "[A-Za-z][A-Za-z0-9-]{0,99}", words = "the name of a header, such as Surrogate-Key")
    String tagHeader();

    /** What stands between the tags in it. */
    @WithDefault("space")
    TagSeparator tagSeparator();

    /** What may stand between tags. */
    enum TagSeparator {
        SPACE, COMMA
    }
}
