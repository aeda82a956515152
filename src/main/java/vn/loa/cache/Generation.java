package vn.loa.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Answers between two changes of what the public reads, and those that are being made. Bounded by their bytes. */
final class Generation {

    private final Cache<String, CachedResponse> answers;
    private final ConcurrentMap<String, InFlight> fillings = new ConcurrentHashMap<>();

    Generation(long bytes) {
        answers = Caffeine.newBuilder().maximumWeight(bytes).weigher((String key, CachedResponse answer) ->
                2 * key.length() + answer.weight()).executor(Runnable::run).build();
    }

    /** Null when it is not kept. */
    CachedResponse find(String key) {
        return answers.getIfPresent(key);
    }

    /** Null when nobody is making it or has just made it, and so the caller must. */
    InFlight join(String key, InFlight mine) {
        InFlight running = fillings.putIfAbsent(key, mine);
        // One that ended since the caller looked has kept its answer, if it may, before it stopped being found here.
        CachedResponse made = running == null ? find(key) : null;
        if (made == null) {
            return running;
        }
        fillings.remove(key, mine);
        mine.end(made);
        return mine;
    }

    /** @param answer null when none came of it */
    void end(String key, InFlight filling, CachedResponse answer) {
        if (answer != null && answer.mayBeKept()) {
            answers.put(key, answer);
        }
        fillings.remove(key, filling);
        filling.end(answer);
    }
}
