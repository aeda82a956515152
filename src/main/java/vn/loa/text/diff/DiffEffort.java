package vn.loa.text.diff;

/**
 * Limits the work of one comparison of two texts. Finding the smallest difference takes time quadratic in the size of
 * the difference. When the limit is reached, the rest of the difference is coarser, but still correct.
 */
public final class DiffEffort {
    /**
     * Steps for forty long texts that differ as much as {@link SequenceDiff} follows, or for 100,000 paragraphs with a
     * few changes.
     */
    private static final long STEPS = 20_000_000;

    private long left = STEPS;

    /** Takes this many steps; false when fewer are left. */
    boolean take(long steps) {
        left -= steps;
        return left >= 0;
    }
}
