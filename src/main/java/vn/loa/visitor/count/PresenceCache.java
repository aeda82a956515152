package vn.loa.visitor.count;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When this instance saw the visitors of a day last, and when it told the database so. Of somebody whom the database has
 * as here a moment ago it need not be asked: whatever other instances did meanwhile, the visit goes on. Only the time is
 * to be told, and before it matters: a hit that is not told at once comes at most {@link #TRUSTED} seconds after one that
 * was, and is told within a {@link #ROUND}; both together are less than the 300 seconds for which a hit makes somebody
 * online, and than those of a visit's silence. Whoever finds no place here is asked about every time. Used by one thread.
 */
final class PresenceCache {

    /** In seconds, as all times here. */
    static final int TRUSTED = 120;
    static final int ROUND = 100;

    private static final long DISORDER = CounterTables.CLOCK_DIFFERENCE.toSeconds();
    private static final int SIZE = 1 << 18;

    /** Of visitors, with when the database was told of them. */
    private final HashSlots places = new HashSlots(SIZE);
    private final long[] seen = new long[SIZE];
    private int next;
    private long sweptAt;

    PresenceCache(long now) {
        this.sweptAt = now;
    }

    /** Whether the database has had the visitor on this day. */
    boolean knows(long visitor) {
        return places.find(visitor) >= 0;
    }

    /** Whether a hit changes nothing but the time. */
    boolean isHere(long visitor, long at) {
        int place = places.find(visitor);
        return place >= 0 && at >= seen[place] && at - places.time(place) < TRUSTED;
    }

    /** The database has been told. What was seen a little later is still to be told: hits may come out of order. */
    void told(long visitor, long at) {
        int place = places.findOrTake(visitor, this::isTold);
        if (place >= 0) {
            boolean later = places.hash(place) == visitor && seen[place] > at && seen[place] - at <= DISORDER;
            seen[place] = later ? seen[place] : at;
            places.put(place, visitor, at);
        }
    }

    /** The database is to be told, of somebody who {@link #isHere}. */
    void saw(long visitor, long at) {
        seen[places.find(visitor)] = at;
    }

    /** Of whom the database is to be told by now, and when they were seen last. */
    SortedMap<Long, Long> due(long now) {
        return untold(share(now));
    }

    /** They have been told. */
    void swept(long now) {
        next = (next + share(now)) % SIZE;
        sweptAt = now;
    }

    /** Of whom the database has not been told. */
    SortedMap<Long, Long> untold() {
        return untold(SIZE);
    }

    /** How many places are looked at, so that all are within a round. A clock that is set back begins anew. */
    private int share(long now) {
        long seconds = Math.min(Math.max(now - sweptAt, 0), ROUND);
        return (int) Math.min(SIZE, (SIZE * seconds + ROUND - 1) / ROUND);
    }

    private SortedMap<Long, Long> untold(int count) {
        SortedMap<Long, Long> untold = new TreeMap<>();
        for (int n = 0; n < count; n++) {
            int place = (next + n) % SIZE;
            if (!isTold(place)) {
                untold.put(places.hash(place), seen[place]);
            }
        }
        return untold;
    }

    private boolean isTold(int place) {
        return seen[place] == places.time(place);
    }
}
