package vn.loa.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How often the cache answers, and how large it is. */
@Singleton
class CacheMetrics {

    private final Counter hits;
    private final Counter staleHits;
    private final Counter misses;

    CacheMetrics(MeterRegistry registry, PublicCache cache) {
        this.hits = requests(registry, "hit");
        this.staleHits = requests(registry, "stale");
        this.misses = requests(registry, "miss");
        Gauge.builder("loa.cache.size", cache, PublicCache::bytes).baseUnit("bytes")
                .description("Memory that cached answers take").register(registry);
    }

    private static Counter requests(MeterRegistry registry, String result) {
        return Counter.builder("loa.cache.requests").tag("result", result)
                .description("Requests that the cache may answer; stale: answered while the database was away").register(registry);
    }

    void hit() {
        hits.increment();
    }

    void staleHit() {
        staleHits.increment();
    }

    /** A public answer is made. What needs a key, and what is refused before, is no miss: the cache would never have it. */
    void miss() {
        misses.increment();
    }
}
