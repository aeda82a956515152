package vn.loa.text;

/**
 * How much work one comparison may take altogether. Finding the least difference of two texts takes time quadratic in
 * that difference; when the effort is used up, what is left is told less finely, but still correctly.
 */
public final class DiffEffort {
    /** Forty long texts that differ as much as {@link SequenceDiff} follows; 100,000 paragraphs with a few changes. */
    private static final long STEPS = 20_000_000;

    private long left = STEPS;

    /** Takes this many steps; false when they are not left. */
    boolean take(long steps) {
        left -= steps;
        return left >= 0;
    }
}
