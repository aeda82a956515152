package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceCacheTest {

    private static final long NOW = 1_784_000_000L;

    private final PresenceCache cache = new PresenceCache(NOW);

    @Test
    void a_visitor_who_was_stored_lately_is_present() {
        assertFalse(cache.isPresent(7, NOW));
        cache.flushed(7, NOW);
        assertTrue(cache.isPresent(7, NOW));
        assertTrue(cache.isPresent(7, NOW + PresenceCache.TRUSTED_SECONDS - 1));
        assertFalse(cache.isPresent(7, NOW + PresenceCache.TRUSTED_SECONDS));
        assertTrue(cache.isKnown(7));
        assertFalse(cache.isPresent(8, NOW));
    }

    @Test
    void after_a_clock_was_set_back_the_database_is_asked_at_once() {
        cache.flushed(7, NOW);
        cache.touch(7, NOW + 60);
        assertFalse(cache.isPresent(7, NOW - 1));
        assertFalse(cache.isPresent(7, NOW + 59));
        cache.flushed(7, NOW - 3600);
        assertTrue(cache.isPresent(7, NOW - 3600));
        assertTrue(cache.dirty().isEmpty());
    }

    @Test
    void a_clock_that_is_set_back_begins_a_new_sweep() {
        cache.flushed(7, NOW);
        cache.touch(7, NOW + 60);
        assertTrue(cache.due(NOW - 3600).isEmpty());
        cache.sweptUntil(NOW - 3600);
        assertEquals(Map.of(7L, NOW + 60), cache.due(NOW - 3600 + PresenceCache.SWEEP_SECONDS));
    }

    @Test
    void hits_that_come_out_of_order_take_back_nothing() {
        cache.flushed(7, NOW);
        cache.touch(7, NOW + 10);
        cache.flushed(7, NOW + 9);
        assertEquals(Map.of(7L, NOW + 10), cache.dirty());
        cache.flushed(7, NOW + 10);
        assertTrue(cache.dirty().isEmpty());
    }

    @Test
    void a_dirty_entry_is_due_once_within_a_sweep() {
        Map<Long, Long> all = new HashMap<>();
        for (long visitor = 0; visitor < 1 << 18; visitor++) {
            cache.flushed(visitor, NOW);
            cache.touch(visitor, NOW + 5);
            all.put(visitor, NOW + 5);
        }
        Map<Long, Long> due = new HashMap<>();
        for (long now = NOW + 1; now <= NOW + PresenceCache.SWEEP_SECONDS; now++) {
            cache.due(now).forEach((visitor, at) -> {
                assertEquals(null, due.put(visitor, at));
                cache.flushed(visitor, at);
            });
            cache.sweptUntil(now);
        }
        assertEquals(all, due);
        assertTrue(cache.dirty().isEmpty());
    }

    @Test
    void a_dirty_entry_is_never_evicted() {
        for (long visitor = 0; visitor < 4; visitor++) {
            cache.flushed(visitor << 20, NOW + visitor);
        }
        cache.touch(0, NOW + 10);
        for (long visitor = 4; visitor < 100; visitor++) {
            cache.flushed(visitor << 20, NOW + visitor);
            assertTrue(cache.isKnown(visitor << 20));
        }
        assertEquals(Map.of(0L, NOW + 10), cache.dirty());
        assertFalse(cache.isKnown(1 << 20));
        for (long visitor = 97; visitor < 100; visitor++) {
            cache.touch(visitor << 20, NOW + 200);
        }
        cache.flushed(100L << 20, NOW + 201);
        assertFalse(cache.isKnown(100L << 20));
        assertEquals(4, cache.dirty().size());
    }

    /** In the worst case a hit comes at the end of the trusted time, just behind the sweep. */
    @Test
    void a_dirty_entry_is_due_before_a_counter_can_show_the_delay() {
        cache.flushed(7, NOW);
        long hit = NOW + PresenceCache.TRUSTED_SECONDS - 1;
        long now = NOW;
        while (now < hit) {
            cache.sweptUntil(++now);
        }
        assertTrue(cache.isPresent(7, hit));
        cache.touch(7, hit);
        while (cache.due(++now).isEmpty()) {
            cache.sweptUntil(now);
        }
        assertTrue(now < NOW + CountingWindows.ONLINE_WINDOW.toSeconds(), "until then the stored time makes the visitor online");
    }
}
