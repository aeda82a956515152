package vn.loa.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The cached responses between two changes of the public content, and the responses that are being made. Bounded in
 * bytes.
 */
final class Generation {

    private final Cache<String, CachedResponse> responses;
    private final ConcurrentMap<String, InFlight> inFlights = new ConcurrentHashMap<>();

    Generation(long bytes) {
        responses = Caffeine.newBuilder().maximumWeight(bytes).weigher((String key, CachedResponse response) ->
                2 * key.length() + response.weight()).executor(Runnable::run).build();
    }

    /** Null when the cache does not have the response. */
    CachedResponse find(String key) {
        return responses.getIfPresent(key);
    }

    long bytes() {
        return responses.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    /** The fill to wait for; null when the caller must make the response itself. */
    InFlight join(String key, InFlight own) {
        InFlight other = inFlights.putIfAbsent(key, own);
        // A fill that finished between the caller's lookup and putIfAbsent stored its response before it left
        // inFlights, so look again.
        CachedResponse made = other == null ? find(key) : null;
        if (made == null) {
            return other;
        }
        inFlights.remove(key, own);
        own.complete(made);
        return own;
    }

    /** @param response null when the fill failed */
    void complete(String key, InFlight inFlight, CachedResponse response) {
        if (response != null && response.isStorable()) {
            responses.put(key, response);
        }
        inFlights.remove(key, inFlight);
        inFlight.complete(response);
    }
}
