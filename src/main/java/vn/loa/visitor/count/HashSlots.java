package vn.loa.visitor.count;

import java.util.function.IntPredicate;

/**
 * Hashes with a time each, in plain arrays, in which the garbage collector has nothing to look at. A hash has
 * {@value #CHOICE} places to be in; where all are taken, another one has to go or it is not kept. Used by one thread.
 */
final class HashSlots {

    private static final int CHOICE = 4;
    private static final long FREE = 0;

    private final long[] hashes;
    /** In seconds; {@link #FREE} where no hash is. */
    private final long[] times;

    /** @param size a power of two */
    HashSlots(int size) {
        hashes = new long[size];
        times = new long[size];
    }

    int size() {
        return hashes.length;
    }

    long hash(int place) {
        return hashes[place];
    }

    long time(int place) {
        return times[place];
    }

    void put(int place, long hash, long time) {
        hashes[place] = hash;
        times[place] = time;
    }

    /** Where the hash is; -1 when it is not kept. */
    int find(long hash) {
        for (int n = 0; n < CHOICE; n++) {
            int place = place(hash, n);
            if (hashes[place] == hash && times[place] != FREE) {
                return place;
            }
        }
        return -1;
    }

    /** The hash's, or the one with the earliest time of those that may be given away; -1 when there is none. */
    int findOrTake(long hash, IntPredicate mayGo) {
        int found = find(hash);
        if (found >= 0) {
            return found;
        }
        for (int n = 0; n < CHOICE; n++) {
            int place = place(hash, n);
            if (mayGo.test(place) && (found < 0 || times[place] < times[found])) {
                found = place;
            }
        }
        return found;
    }

    private int place(long hash, int n) {
        return (int) (hash + n) & size() - 1;
    }
}
