package vn.loa.visitor.count;

/**
 * The views of a day that this instance has counted, with their times. While a view's window lasts, no instance counts the
 * same visitor's view of the same article again, so the database need not be asked. Used by one thread.
 */
final class ViewCache {

    private static final long WINDOW = CountingWindows.VIEW_WINDOW.toSeconds();
    private static final int SIZE = 1 << 19;

    private final HashSlots counted = new HashSlots(SIZE);

    /** Whether a view at this time is a repeat. If it lies before the counted one, the database decides. */
    boolean contains(long view, long at) {
        int slot = counted.find(view);
        return slot >= 0 && at >= counted.time(slot) && at - counted.time(slot) < WINDOW;
    }

    /** The database has counted the view. */
    void add(long view, long at) {
        counted.put(counted.findOrEvict(view, slot -> true), view, at);
    }
}
