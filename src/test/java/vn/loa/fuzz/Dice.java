package vn.loa.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Chance, the same for the same seed.
 *
 * @param plain for a request that is meant well: then nothing odd happens, so that every operation is done now and then
 */
record Dice(RandomGenerator random, boolean plain) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    static Dice of(long seed, int index) {
        RandomGenerator random = new SplittableRandom(mixed(seed + index * GOLDEN));
        return new Dice(random, random.nextInt(3) == 0);
    }

    /** Neighbours would be one stream of numbers, each a step behind the other. */
    private static long mixed(long seed) {
        long mixed = (seed ^ seed >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 33;
    }

    /** Something odd, on average once in so many requests that are not meant well. */
    boolean oddOneIn(int times) {
        return !plain && random.nextInt(times) == 0;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
