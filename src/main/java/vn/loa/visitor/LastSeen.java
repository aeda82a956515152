package vn.loa.visitor;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When this instance saw the visitors of a day last, and when it told the database so. Of somebody whom the database has
 * as here a moment ago it need not be asked: whatever other instances did meanwhile, the visit goes on. Only the time is
 * to be told, and before it matters: a hit that is not told at once comes at most {@link #TRUSTED} seconds after one that
 * was, and is told within a {@link #ROUND}; both together are less than the 300 seconds for which a hit makes somebody
 * online, and than those of a visit's silence.
 *
 * <p>In plain arrays, in which the garbage collector has nothing to look at. A visitor has {@value #PLACES} places to be
 * in, by the hash; whoever finds all of them taken is asked about every time. Used by one thread.
 */
final class LastSeen {

    /** In seconds, as all times here. */
    static final int TRUSTED = 120;
    static final int ROUND = 100;

    private static final long DISORDER = CounterTables.CLOCK_DIFFERENCE.toSeconds();
    private static final int SIZE = 1 << 18;
    private static final int PLACES = 4;
    private static final long NOBODY = 0;

    private final long[] visitors = new long[SIZE];
    private final long[] seen = new long[SIZE];
    /** {@link #NOBODY} where no visitor is. */
    private final long[] told = new long[SIZE];
    private int next;
    private long sweptAt;

    LastSeen(long now) {
        this.sweptAt = now;
    }

    /** Whether the database has had the visitor on this day. */
    boolean knows(long visitor) {
        return placeOf(visitor) >= 0;
    }

    /** Whether a hit changes nothing but the time. */
    boolean isHere(long visitor, long at) {
        int place = placeOf(visitor);
        return place >= 0 && at >= seen[place] && at - told[place] < TRUSTED;
    }

    /** The database has been told. What was seen a little later is still to be told: hits may come out of order. */
    void told(long visitor, long at) {
        int place = placeFor(visitor);
        if (place >= 0) {
            boolean later = visitors[place] == visitor && seen[place] > at && seen[place] - at <= DISORDER;
            visitors[place] = visitor;
            seen[place] = later ? seen[place] : at;
            told[place] = at;
        }
    }

    /** The database is to be told, of somebody who {@link #isHere}. */
    void saw(long visitor, long at) {
        seen[placeOf(visitor)] = at;
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

    private SortedMap<Long, Long> untold(int places) {
        SortedMap<Long, Long> untold = new TreeMap<>();
        for (int n = 0; n < places; n++) {
            int place = (next + n) % SIZE;
            if (seen[place] != told[place]) {
                untold.put(visitors[place], seen[place]);
            }
        }
        return untold;
    }

    private static int place(long visitor, int n) {
        return (int) (visitor + n) & SIZE - 1;
    }

    private int placeOf(long visitor) {
        for (int n = 0; n < PLACES; n++) {
            int place = place(visitor, n);
            if (visitors[place] == visitor && told[place] != NOBODY) {
                return place;
            }
        }
        return -1;
    }

    /** The visitor's, or that of whoever was told of longest ago, a free one first; -1 when none can be given away. */
    private int placeFor(long visitor) {
        int found = placeOf(visitor);
        if (found >= 0) {
            return found;
        }
        for (int n = 0; n < PLACES; n++) {
            int place = place(visitor, n);
            if (seen[place] == told[place] && (found < 0 || told[place] < told[found])) {
                found = place;
            }
        }
        return found;
    }
}
