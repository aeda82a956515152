package vn.loa.text;

/**
 * How much work one comparison may take altogether. Finding the least difference of two texts takes time quadratic in
 * that difference; when the effort is used up, what is left is told less finely, but still correctly.
 */
public final class DiffEffort {
    /** About a second on one core: twenty texts of hundreds of pages rewritten, or 100,000 paragraphs edited. */
    private static final long STEPS = 20_000_000;

    private long left = STEPS;

    /** Takes this many steps; false when they are not left. */
    boolean take(long steps) {
        left -= steps;
        return left >= 0;
    }
}
