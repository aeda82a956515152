package vn.loa.search.index;

import java.util.Arrays;

/** A set of non-negative numbers, without an object for each. */
final class LongSet {

    private static final int FIRST_SIZE = 1024;
    private static final long EMPTY = -1;
    /** Spreads numbers that differ in few bits: 2^64 divided by the golden ratio (Knuth, volume 3, section 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] slots = empty(FIRST_SIZE);
    private int size;

    private static long[] empty(int slots) {
        long[] empty = new long[slots];
        Arrays.fill(empty, EMPTY);
        return empty;
    }

    /** Whether it was not there. */
    boolean add(long number) {
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        size++;
        return true;
    }

    /** Where the number is, or would be. */
    private int slot(long number) {
        int slot = (int) (number * SPREAD >>> Integer.SIZE) & slots.length - 1;
        while (slots[slot] != EMPTY && slots[slot] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = empty(2 * before.length);
        for (long number : before) {
            if (number != EMPTY) {
                slots[slot(number)] = number;
            }
        }
    }

    void clear() {
        if (slots.length > FIRST_SIZE) {
            slots = empty(FIRST_SIZE);
        } else {
            Arrays.fill(slots, EMPTY);
        }
        size = 0;
    }
}
