package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Today's memory and, until the database has been told all of it, yesterday's. Used by one thread. */
@ApplicationScoped
class DayCaches {

    private final DayKeys keys;
    private final Map<DayKey, DayCache> memories = new HashMap<>();
    private long latest;
    private long sweptAt;

    DayCaches(DayKeys keys) {
        this.keys = keys;
    }

    DayCache of(DayKey key, long now) {
        return memories.computeIfAbsent(key, k -> DayCache.from(now));
    }

    /** The database has lost what it had under the key, or the day is over. */
    void forget(DayKey key) {
        memories.remove(key);
    }

    /** Of whom the database is to be told by now, and when they were seen last. Asked before anything is stored. */
    Map<DayKey, SortedMap<Long, Long>> due(long now) {
        if (now == sweptAt) {
            return Map.of();
        }
        forgetFuture(now);
        return untold(seen -> seen.due(now), now);
    }

    /** The clock was set back: other instances may have told the database of the same time meanwhile, and otherwise. */
    private void forgetFuture(long now) {
        if (now < latest - CounterTables.CLOCK_DIFFERENCE.toSeconds()) {
            memories.clear();
            latest = now;
        }
        latest = Math.max(latest, now);
    }

    /** Of whom the database has not been told. */
    Map<DayKey, SortedMap<Long, Long>> untold(long now) {
        return untold(PresenceCache::untold, now);
    }

    private Map<DayKey, SortedMap<Long, Long>> untold(Function<PresenceCache, SortedMap<Long, Long>> who, long now) {
        // With their keys, whether or not there is a database to be told.
        memories.keySet().removeIf(key -> keys.isOver(key.day(), Instant.ofEpochSecond(now)));
        Map<DayKey, SortedMap<Long, Long>> untold = new HashMap<>();
        memories.forEach((key, memory) -> {
            SortedMap<Long, Long> some = who.apply(memory.visitors());
            if (!some.isEmpty()) {
                untold.put(key, some);
            }
        });
        return untold;
    }

    void told(DayKey key, SortedMap<Long, Long> seen) {
        seen.forEach(memories.get(key).visitors()::told);
    }

    /** Those that were due have been told. */
    void swept(long now) {
        if (now == sweptAt) {
            return;
        }
        sweptAt = now;
        LocalDate today = keys.day(Instant.ofEpochSecond(now));
        memories.values().forEach(memory -> memory.visitors().swept(now));
        memories.entrySet().removeIf(of ->
                !of.getKey().day().equals(today) && of.getValue().visitors().untold().isEmpty());
    }
}
