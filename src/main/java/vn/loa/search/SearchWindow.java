package vn.loa.search;

import java.util.List;
import vn.loa.listing.Cursor;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;
import vn.loa.problem.Problem;

/**
 * Which results a page has. Behind a cursor they are those that follow the entry that was shown last, so that what others
 * publish meanwhile neither hides a result nor repeats one. If that entry is none of the results any more, they are those
 * behind its place.
 *
 * @param after the entry that was shown last; {@link #NO_ENTRY} on a page by number
 * @param offset the number of results before the page, unless the entry is found
 */
record SearchWindow(long after, int offset, int size) {

    /** The values of a cursor: where the last result stood, from 1, and its entry. */
    static final SortOrder BEST_FIRST = SortOrder.ascending(ListField.integer("place", "place"), ListField.integer("entry", "entry"));
    static final long NO_ENTRY = 0;

    /** @throws vn.loa.problem.ProblemException 400 when the page is beyond the last result that a search has */
    static SearchWindow of(PageQuery page) {
        if (page.offset() >= SearchRepository.MOST_HITS) {
            throw Problem.invalidParameter("page", "out-of-range", "leads beyond the " + SearchRepository.MOST_HITS
                    + " best, where this list ends: narrow the search").asException();
        }
        if (!page.hasCursor()) {
            return new SearchWindow(NO_ENTRY, page.offset(), page.limit());
        }
        List<Object> shown = page.cursorValues();
        long place = (Long) shown.get(0);
        if (place < 1 || place > SearchRepository.MOST_HITS) {
            throw Cursor.invalid();
        }
        return new SearchWindow((Long) shown.get(1), (int) place, page.limit());
    }

    /** Behind all results. */
    static final SearchWindow NOTHING = new SearchWindow(NO_ENTRY, SearchRepository.MOST_HITS, 0);

    boolean isFirst() {
        return after == NO_ENTRY && offset == 0;
    }

    /** Whether the entry that was shown last is one of the wider search, whose entries are negative here. */
    boolean isBehindExact() {
        return after < NO_ENTRY;
    }

    /** The part of the page that the wider search has, behind so many results of the words themselves. */
    SearchWindow behind(int total, int shown) {
        return new SearchWindow(isBehindExact() ? -after : NO_ENTRY, Math.max(offset - total, 0), size - shown);
    }
}
