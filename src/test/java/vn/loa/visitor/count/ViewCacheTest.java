package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ViewCacheTest {

    private static final long NOW = 1_784_000_000L;
    private static final long WINDOW = CountingWindows.VIEW_WINDOW.toSeconds();

    private final ViewCache views = new ViewCache();

    @Test
    void a_view_is_counted_for_its_window() {
        assertFalse(views.contains(7, NOW));
        views.add(7, NOW);
        assertTrue(views.contains(7, NOW));
        assertTrue(views.contains(7, NOW + WINDOW - 1));
        assertFalse(views.contains(7, NOW + WINDOW));
        assertFalse(views.contains(8, NOW));
        views.add(7, NOW + WINDOW);
        assertTrue(views.contains(7, NOW + WINDOW + 1));
    }

    @Test
    void a_view_before_the_counted_one_is_left_to_the_database() {
        views.add(7, NOW);
        assertFalse(views.contains(7, NOW - 1));
    }

    @Test
    void the_views_counted_last_are_kept() {
        for (long view = 0; view < 100; view++) {
            views.add(view << 20, NOW + view);
        }
        for (long view = 96; view < 100; view++) {
            assertTrue(views.contains(view << 20, NOW + 100));
        }
        assertFalse(views.contains(95L << 20, NOW + 100));
    }
}
