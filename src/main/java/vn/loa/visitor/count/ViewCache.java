package vn.loa.visitor.count;

/**
 * The views of a day that this instance has counted, and when. While a view's window lasts the database would count no
 * other, whichever instance asked it, and need not be asked; of views that are not here it is. Used by one thread.
 */
final class ViewCache {

    private static final long WINDOW = CounterTables.VIEW_WINDOW.toSeconds();
    private static final int SIZE = 1 << 19;

    private final HashSlots places = new HashSlots(SIZE);

    /** Whether a further view does not count. A moment before the one that did, the database knows better. */
    boolean has(long view, long at) {
        int place = places.find(view);
        return place >= 0 && at >= places.time(place) && at - places.time(place) < WINDOW;
    }

    /** The database has counted it. */
    void add(long view, long at) {
        places.put(places.findOrTake(view, place -> true), view, at);
    }
}
