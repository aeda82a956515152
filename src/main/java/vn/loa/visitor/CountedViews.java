package vn.loa.visitor;

/**
 * The views of a day that this instance has counted, and when. While a view's window lasts the database would count no
 * other, whichever instance asked it, and need not be asked; of views that are not here it is. Used by one thread.
 */
final class CountedViews {

    private static final long WINDOW = CounterTables.VIEW_WINDOW.toSeconds();
    private static final long DISORDER = CounterTables.CLOCK_DIFFERENCE.toSeconds();
    private static final int SIZE = 1 << 19;

    private Places counted = new Places(SIZE);
    private long latest;

    /** Whether a further view does not count. Of a time before the first one the database knows better. */
    boolean has(long view, long at) {
        int place = counted.of(view);
        return place >= 0 && at >= counted.time(place) && at - counted.time(place) < WINDOW;
    }

    /** The database has counted it. */
    void add(long view, long at) {
        if (at < latest - DISORDER) {
            // The clock was set back: what was counted later was counted under another time.
            counted = new Places(SIZE);
        }
        latest = at;
        counted.put(counted.forOne(view, place -> true), view, at);
    }
}
