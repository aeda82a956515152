package vn.loa.visitor.count;

import java.util.function.IntPredicate;

/**
 * A {@value #WAYS}-way set-associative table of hashes with a time each. It is two plain arrays, which cost the garbage
 * collector nothing. When all slots of a hash are taken, another hash is evicted or the new one is not kept. Used by one
 * thread.
 */
final class HashSlots {

    private static final int WAYS = 4;
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

    long hash(int slot) {
        return hashes[slot];
    }

    long time(int slot) {
        return times[slot];
    }

    void put(int slot, long hash, long time) {
        hashes[slot] = hash;
        times[slot] = time;
    }

    /** The hash's slot, or -1 when the table does not have the hash. */
    int find(long hash) {
        for (int n = 0; n < WAYS; n++) {
            int slot = slot(hash, n);
            if (hashes[slot] == hash && times[slot] != FREE) {
                return slot;
            }
        }
        return -1;
    }

    /** The hash's slot; else, of the slots it may have and that may be evicted, the one with the earliest time; else -1. */
    int findOrEvict(long hash, IntPredicate mayEvict) {
        int found = find(hash);
        if (found >= 0) {
            return found;
        }
        for (int n = 0; n < WAYS; n++) {
            int slot = slot(hash, n);
            if (mayEvict.test(slot) && (found < 0 || times[slot] < times[found])) {
                found = slot;
            }
        }
        return found;
    }

    private int slot(long hash, int n) {
        return (int) (hash + n) & size() - 1;
    }
}
