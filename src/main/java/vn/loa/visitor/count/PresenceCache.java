package vn.loa.visitor.count;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Write-back cache of {@code visitor_state.last_seen}, the time at which a visitor was last seen.
 *
 * <p>If the database's value is less than {@link #TRUSTED_SECONDS} (120 s) old, a further hit only moves it, whatever other
 * instances did meanwhile. So the instance buffers the new time, and flushes it within {@link #SWEEP_SECONDS} (100 s). Both
 * together are less than the two windows that are measured from {@code last_seen} (online 300 s, visit 1,800 s), so no
 * counter can show the delay. A visitor for whom there is no slot is written to the database with each hit. All times are in
 * seconds. Used by one thread.
 */
final class PresenceCache {

    static final int TRUSTED_SECONDS = 120;
    static final int SWEEP_SECONDS = 100;

    private static final long CLOCK_DIFFERENCE = CountingWindows.CLOCK_DIFFERENCE.toSeconds();
    private static final int SIZE = 1 << 18;

    /** Visitors, each with the time that the database has. */
    private final HashSlots stored = new HashSlots(SIZE);
    /** By slot: when the visitor was last seen. A slot is dirty while this differs from the stored time. */
    private final long[] seen = new long[SIZE];
    private int nextToSweep;
    private long sweptUntil;

    PresenceCache(long now) {
        this.sweptUntil = now;
    }

    /** Whether the database has the visitor on this day. */
    boolean isKnown(long visitor) {
        return stored.find(visitor) >= 0;
    }

    /** Whether a hit at this time changes nothing in the database but {@code last_seen}. */
    boolean isPresent(long visitor, long at) {
        int slot = stored.find(visitor);
        return slot >= 0 && at >= seen[slot] && at - stored.time(slot) < TRUSTED_SECONDS;
    }

    /** Buffers the time of a hit. The visitor {@link #isPresent}. */
    void touch(long visitor, long at) {
        seen[stored.find(visitor)] = at;
    }

    /** The database has this time. A slightly later one stays buffered, because hits may come out of order. */
    void flushed(long visitor, long at) {
        int slot = stored.findOrEvict(visitor, this::isClean);
        if (slot >= 0) {
            boolean seenLater = stored.hash(slot) == visitor && seen[slot] > at && seen[slot] - at <= CLOCK_DIFFERENCE;
            seen[slot] = seenLater ? seen[slot] : at;
            stored.put(slot, visitor, at);
        }
    }

    /** The dirty entries whose turn it is, with when each visitor was last seen. */
    SortedMap<Long, Long> due(long now) {
        return dirty(slotsDue(now));
    }

    /** The entries that were {@link #due} at this time are flushed. */
    void sweptUntil(long now) {
        nextToSweep = (nextToSweep + slotsDue(now)) % SIZE;
        sweptUntil = now;
    }

    /** All dirty entries. */
    SortedMap<Long, Long> dirty() {
        return dirty(SIZE);
    }

    /** As many slots as the time since the last sweep asks for. After a clock was set back, counting begins anew. */
    private int slotsDue(long now) {
        long seconds = Math.min(Math.max(now - sweptUntil, 0), SWEEP_SECONDS);
        return (int) Math.min(SIZE, (SIZE * seconds + SWEEP_SECONDS - 1) / SWEEP_SECONDS);
    }

    private SortedMap<Long, Long> dirty(int slots) {
        SortedMap<Long, Long> dirty = new TreeMap<>();
        for (int n = 0; n < slots; n++) {
            int slot = (nextToSweep + n) % SIZE;
            if (!isClean(slot)) {
                dirty.put(stored.hash(slot), seen[slot]);
            }
        }
        return dirty;
    }

    private boolean isClean(int slot) {
        return seen[slot] == stored.time(slot);
    }
}
