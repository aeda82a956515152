package vn.loa.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vn.loa.settings.Allowed;

/** What is kept, and what other caches may keep. */
@ConfigMapping(prefix = "loa.cache")
public interface CacheConfig {

    /** Whether Loa keeps answers itself. */
    @WithDefault("true")
    boolean enabled();

    /** How many bytes of answers are kept. */
    @WithDefault("64M")
    @Allowed(from = "64K", to = "64G", percentOfHeap = 50)
    MemorySize memory();

    /** How long a reader's own cache may keep an answer. */
    @WithDefault("10S")
    @Allowed(from = "0S", to = "P365D")
    Duration maxAge();

    /** How long caches that can be purged may keep it. */
    @WithDefault("60S")
    @Allowed(from = "0S", to = "P365D")
    Duration sharedMaxAge();

    /** How much longer caches may hand it out while they fetch it anew. */
    @WithDefault("30S")
    @Allowed(from = "0S", to = "P365D")
    Duration staleWhileRevalidate();

    /** How long what is kept, here and elsewhere, is served while the database is away; 0: not at all. */
    @WithDefault("5M")
    @Allowed(from = "0S", to = "P1D")
    Duration staleIfError();
}
