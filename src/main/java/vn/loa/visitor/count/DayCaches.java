package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** The cache of today and, until all of it is flushed, that of yesterday. Used by one thread. */
@ApplicationScoped
class DayCaches {

    private final DayKeys keys;
    private final Map<DayKey, DayCache> caches = new HashMap<>();
    private long latest;
    private long sweptUntil;

    DayCaches(DayKeys keys) {
        this.keys = keys;
    }

    DayCache of(DayKey key, long now) {
        return caches.computeIfAbsent(key, day -> DayCache.startingAt(now));
    }

    /** Called when the database has lost the rows under the key, or when the day is over. */
    void forget(DayKey key) {
        caches.remove(key);
    }

    /** The entries to be flushed by now: by day, when each visitor was last seen. Called before a batch is stored. */
    Map<DayKey, SortedMap<Long, Long>> due(long now) {
        if (now == sweptUntil) {
            return Map.of();
        }
        forgetFuture(now);
        return entries(presence -> presence.due(now), now);
    }

    /** After a clock was set back, other instances may have stored other values for the same time. */
    private void forgetFuture(long now) {
        if (now < latest - CountingWindows.CLOCK_DIFFERENCE.toSeconds()) {
            caches.clear();
            latest = now;
        }
        latest = Math.max(latest, now);
    }

    /** All entries that the database does not have. */
    Map<DayKey, SortedMap<Long, Long>> dirty(long now) {
        return entries(PresenceCache::dirty, now);
    }

    private Map<DayKey, SortedMap<Long, Long>> entries(Function<PresenceCache, SortedMap<Long, Long>> chosen, long now) {
        // A cache goes with its day's key, whether or not the database is there to be flushed to.
        caches.keySet().removeIf(key -> keys.isOver(key.day(), Instant.ofEpochSecond(now)));
        Map<DayKey, SortedMap<Long, Long>> entries = new HashMap<>();
        caches.forEach((key, cache) -> {
            SortedMap<Long, Long> some = chosen.apply(cache.presence());
            if (!some.isEmpty()) {
                entries.put(key, some);
            }
        });
        return entries;
    }

    void flushed(DayKey key, SortedMap<Long, Long> lastSeen) {
        lastSeen.forEach(caches.get(key).presence()::flushed);
    }

    /** The entries that were {@link #due} at this time are flushed. */
    void sweptUntil(long now) {
        if (now == sweptUntil) {
            return;
        }
        sweptUntil = now;
        LocalDate today = keys.day(Instant.ofEpochSecond(now));
        caches.values().forEach(cache -> cache.presence().sweptUntil(now));
        caches.entrySet().removeIf(of ->
                !of.getKey().day().equals(today) && of.getValue().presence().dirty().isEmpty());
    }
}
