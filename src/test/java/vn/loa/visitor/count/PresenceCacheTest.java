package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PresenceCacheTest {

    private static final long NOW = 1_784_000_000L;

    private final PresenceCache seen = new PresenceCache(NOW);

    @Test
    void who_was_told_of_lately_is_here() {
        assertFalse(seen.isHere(7, NOW));
        seen.told(7, NOW);
        assertTrue(seen.isHere(7, NOW));
        assertTrue(seen.isHere(7, NOW + PresenceCache.TRUSTED - 1));
        assertFalse(seen.isHere(7, NOW + PresenceCache.TRUSTED));
        assertTrue(seen.knows(7));
        assertFalse(seen.isHere(8, NOW));
    }

    @Test
    void a_clock_that_is_set_back_is_told_of_at_once() {
        seen.told(7, NOW);
        seen.saw(7, NOW + 60);
        assertFalse(seen.isHere(7, NOW - 1));
        assertFalse(seen.isHere(7, NOW + 59));
        seen.told(7, NOW - 3600);
        assertTrue(seen.isHere(7, NOW - 3600));
        assertTrue(seen.untold().isEmpty());
    }

    @Test
    void a_clock_that_is_set_back_begins_a_new_round() {
        seen.told(7, NOW);
        seen.saw(7, NOW + 60);
        assertTrue(seen.due(NOW - 3600).isEmpty());
        seen.swept(NOW - 3600);
        assertEquals(Map.of(7L, NOW + 60), seen.due(NOW - 3600 + PresenceCache.ROUND));
    }

    @Test
    void hits_that_come_out_of_order_take_back_nothing() {
        seen.told(7, NOW);
        seen.saw(7, NOW + 10);
        seen.told(7, NOW + 9);
        assertEquals(Map.of(7L, NOW + 10), seen.untold());
        seen.told(7, NOW + 10);
        assertTrue(seen.untold().isEmpty());
    }

    @Test
    void what_is_seen_is_due_once_within_a_round() {
        Map<Long, Long> all = new HashMap<>();
        for (long visitor = 0; visitor < 1 << 18; visitor++) {
            seen.told(visitor, NOW);
            seen.saw(visitor, NOW + 5);
            all.put(visitor, NOW + 5);
        }
        Map<Long, Long> due = new HashMap<>();
        for (long now = NOW + 1; now <= NOW + PresenceCache.ROUND; now++) {
            seen.due(now).forEach((visitor, at) -> {
                assertEquals(null, due.put(visitor, at));
                seen.told(visitor, at);
            });
            seen.swept(now);
        }
        assertEquals(all, due);
        assertTrue(seen.untold().isEmpty());
    }

    /** However many there are, nobody is forgotten of whom something is to be told. */
    @Test
    void nobody_untold_of_loses_the_place() {
        for (long visitor = 0; visitor < 4; visitor++) {
            seen.told(visitor << 20, NOW + visitor);
        }
        seen.saw(0, NOW + 10);
        for (long visitor = 4; visitor < 100; visitor++) {
            seen.told(visitor << 20, NOW + visitor);
            assertTrue(seen.knows(visitor << 20));
        }
        assertEquals(Map.of(0L, NOW + 10), seen.untold());
        assertFalse(seen.knows(1 << 20));
        for (long visitor = 97; visitor < 100; visitor++) {
            seen.saw(visitor << 20, NOW + 200);
        }
        seen.told(100L << 20, NOW + 201);
        assertFalse(seen.knows(100L << 20));
        assertEquals(4, seen.untold().size());
    }

    /** In the worst case a hit comes just before its visitor would be told of again, and just behind the sweep. */
    @Test
    void what_is_untold_is_told_before_it_matters() {
        seen.told(7, NOW);
        long hit = NOW + PresenceCache.TRUSTED - 1;
        long now = NOW;
        while (now < hit) {
            seen.swept(++now);
        }
        assertTrue(seen.isHere(7, hit));
        seen.saw(7, hit);
        while (seen.due(++now).isEmpty()) {
            seen.swept(now);
        }
        assertTrue(now < NOW + CounterTables.ONLINE_WINDOW.toSeconds(), "until then the row says that somebody is here");
    }
}
