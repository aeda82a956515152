package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.sql.Position;

/** The states of the cache, with a clock of whole seconds. */
class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-07-15T05:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final long LOG = 1000;
    private static final ChangeTimes NOTHING_PLANNED = ChangeTimes.of(NOON.minusSeconds(60), null);

    private final Freshness freshness =
            new Freshness(() -> new Generation(1000), Duration.ofSeconds(1), Duration.ofMinutes(5), at(0));

    private static long at(double second) {
        // Close to the overflow of System.nanoTime, where only differences can be compared.
        return Long.MAX_VALUE - Duration.ofSeconds(2).toNanos() + (long) (second * 1_000_000_000);
    }

    private Freshness.CacheState stateAt(double second) {
        return freshness.now().state(at(second));
    }

    private void hear(double second, UUID stamp) {
        freshness.renewLease(at(second), freshness.now(), NOTHING_PLANNED, new Position(stamp, LOG));
    }

    @Test
    void what_is_kept_is_used_for_a_moment_after_the_database_was_heard() {
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(0));
        hear(1, ONE);
        assertEquals(Freshness.CacheState.FRESH, stateAt(1.9));
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(2));
        hear(3, ONE);
        assertEquals(Freshness.CacheState.FRESH, stateAt(3.5));
        freshness.endLease(at(3.5));
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(3.6));
    }

    @Test
    void what_was_kept_lives_on_while_the_stamp_is_the_same() {
        hear(1, ONE);
        Generation kept = freshness.now().generation();
        freshness.endLease(at(1.5));
        hear(10, ONE);
        assertSame(kept, freshness.now().generation());
        hear(11, TWO);
        assertNotSame(kept, freshness.now().generation());
        assertSame(NOTHING_PLANNED, freshness.now().changeTimes());
    }

    @Test
    void a_change_is_noticed_once_whether_it_is_told_or_found() {
        hear(1, ONE);
        freshness.invalidate(TWO);
        Generation told = freshness.now().generation();
        assertNull(freshness.now().changeTimes());
        hear(1.2, TWO);
        freshness.invalidate(TWO);
        assertSame(told, freshness.now().generation());
        assertNotNull(freshness.now().changeTimes());
    }

    @Test
    void an_answer_from_before_a_change_here_says_nothing_of_the_moments_after_it() {
        hear(1, ONE);
        Freshness.Now asked = freshness.now();
        freshness.invalidate(null);
        freshness.renewLease(at(1.2), asked, NOTHING_PLANNED, new Position(ONE, LOG));
        assertNull(freshness.now().changeTimes());
        asked = freshness.now();
        freshness.forgetChangeTimes();
        freshness.renewLease(at(1.4), asked, NOTHING_PLANNED, new Position(ONE, LOG));
        assertNull(freshness.now().changeTimes());
    }

    @Test
    void cut_off_it_is_used_for_the_time_that_is_set_and_not_after_it() {
        hear(1, ONE);
        Generation kept = freshness.now().generation();
        freshness.endLease(at(1.5));
        freshness.serveStale(at(2), NOON);
        assertEquals(Freshness.CacheState.STALE, stateAt(2));
        // The time is not extended by a further failed attempt.
        freshness.endLease(at(200));
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(200));
        freshness.serveStale(at(201), NOON.plusSeconds(199));
        assertEquals(Freshness.CacheState.STALE, stateAt(300.9));
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(301.1));
        assertSame(kept, freshness.now().generation());
    }

    @Test
    void cut_off_it_is_not_used_beyond_the_next_planned_change() {
        freshness.renewLease(at(1), freshness.now(), ChangeTimes.of(NOON, NOON.plusSeconds(30)), new Position(ONE, LOG));
        freshness.endLease(at(2));
        freshness.serveStale(at(2), NOON);
        assertEquals(Freshness.CacheState.STALE, stateAt(31.9));
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(32));
    }

    @Test
    void without_knowing_what_is_planned_nothing_is_used_when_cut_off() {
        hear(1, ONE);
        freshness.forgetChangeTimes();
        freshness.endLease(at(2));
        freshness.serveStale(at(2), NOON);
        assertEquals(Freshness.CacheState.UNKNOWN, stateAt(2));
    }

    private Position neededAt(double second, boolean primaryFailed) {
        return freshness.needed(primaryFailed, at(second), NOON.plusNanos((long) (second * 1_000_000_000)));
    }

    @Test
    void a_replica_is_read_when_it_has_what_is_known_and_not_while_that_is_not_known() {
        assertNull(neededAt(1, true));
        hear(1, ONE);
        assertEquals(new Position(ONE, LOG), neededAt(1.5, false));
        freshness.invalidate(null);
        assertNull(neededAt(1.5, true), "a change here is older than the next answer of the database");
        freshness.renewLease(at(1.6), freshness.now(), NOTHING_PLANNED, new Position(TWO, LOG + 10));
        assertEquals(new Position(TWO, LOG + 10), neededAt(1.6, false));
        freshness.invalidate(ONE);
        assertNull(neededAt(1.6, true), "what was told of is not read before the database says where it is");
    }

    @Test
    void a_replica_may_be_some_seconds_behind_in_what_no_stamp_tells_of() {
        hear(1, ONE);
        freshness.renewLease(at(6), freshness.now(), NOTHING_PLANNED, new Position(ONE, LOG + 10));
        assertEquals(LOG, neededAt(6, false).log());
        freshness.renewLease(at(11.1), freshness.now(), NOTHING_PLANNED, new Position(ONE, LOG + 20));
        freshness.renewLease(at(15), freshness.now(), NOTHING_PLANNED, new Position(ONE, LOG + 30));
        assertEquals(LOG, neededAt(15, false).log());
        freshness.renewLease(at(21.2), freshness.now(), NOTHING_PLANNED, new Position(ONE, LOG + 40));
        assertEquals(LOG + 20, neededAt(21.2, false).log());
        // A standby that was promoted may lack the end of the log.
        freshness.renewLease(at(22), freshness.now(), NOTHING_PLANNED, new Position(ONE, LOG + 5));
        assertEquals(LOG + 5, neededAt(22, false).log());
    }

    @Test
    void without_the_database_a_replica_is_read_for_the_time_that_is_set_and_not_beyond_a_planned_change() {
        hear(1, ONE);
        assertNull(neededAt(2.5, false), "a database that is slow is asked itself");
        assertNotNull(neededAt(2.5, true));
        freshness.endLease(at(3));
        freshness.serveStale(at(3), NOON);
        assertNotNull(neededAt(300.9, false));
        assertNull(neededAt(301.1, true));
        freshness.renewLease(at(302), freshness.now(), ChangeTimes.of(NOON, NOON.plusSeconds(310)), new Position(ONE, LOG));
        freshness.endLease(at(303));
        assertNotNull(neededAt(309, true));
        assertNull(neededAt(311, true));
    }

    @Test
    void without_the_database_a_replica_that_has_more_is_believed() {
        hear(1, ONE);
        freshness.replayed(NOTHING_PLANNED, new Position(TWO, LOG + 1), at(1.1), NOON);
        assertEquals(ONE, freshness.now().stamp(), "while the database answers, that alone says what is newest");
        freshness.endLease(at(1.2));
        freshness.serveStale(at(1.2), NOON);
        Generation kept = freshness.now().generation();
        freshness.replayed(NOTHING_PLANNED, new Position(TWO, LOG), at(2), NOON);
        assertSame(kept, freshness.now().generation(), "a replica that is behind says nothing");
        freshness.replayed(NOTHING_PLANNED, new Position(TWO, LOG + 1), at(2), NOON);
        assertNotSame(kept, freshness.now().generation());
        assertEquals(new Position(TWO, LOG + 1), neededAt(2, false));
        assertNull(neededAt(301.1, true), "the time begins when the database was heard last");
    }

    @Test
    void without_the_database_a_replica_says_the_end_of_what_was_told_and_nothing_older() {
        hear(1, ONE);
        freshness.invalidate(TWO);
        freshness.endLease(at(1.2));
        freshness.replayed(NOTHING_PLANNED, new Position(ONE, LOG + 50), at(1.3), NOON);
        assertNull(neededAt(1.3, true), "what is older than what was told of is not believed, whatever else was replayed");
        freshness.replayed(NOTHING_PLANNED, new Position(TWO, LOG + 20), at(1.3), NOON);
        assertEquals(new Position(TWO, LOG), neededAt(1.3, true));
        freshness.serveStale(at(1.4), NOON);
        assertEquals(new Position(TWO, LOG), neededAt(1.4, false));
    }

    @Test
    void without_the_database_no_replica_from_before_a_change_here_is_believed() {
        hear(1, ONE);
        freshness.endLease(at(1.1));
        freshness.serveStale(at(1.2), NOON);
        freshness.invalidate(null);
        freshness.replayed(NOTHING_PLANNED, new Position(ONE, LOG + 50), at(1.3), NOON);
        assertNull(neededAt(1.3, false));
        assertNull(neededAt(1.3, true));
        freshness.replayed(NOTHING_PLANNED, new Position(TWO, LOG + 60), at(1.4), NOON);
        assertEquals(new Position(TWO, LOG + 60), neededAt(1.4, true));
    }

    @Test
    void an_answer_from_before_a_change_does_not_bring_the_old_stamp_back() {
        hear(1, ONE);
        Freshness.Now asked = freshness.now();
        freshness.invalidate(TWO);
        freshness.renewLease(at(1.2), asked, NOTHING_PLANNED, new Position(ONE, LOG));
        assertEquals(TWO, freshness.now().stamp());
        hear(1.3, TWO);
        assertEquals(new Position(TWO, LOG), neededAt(1.3, false));
    }

    @Test
    void without_the_database_a_replica_says_what_is_planned() {
        hear(1, ONE);
        freshness.forgetChangeTimes();
        freshness.endLease(at(1.2));
        Generation kept = freshness.now().generation();
        freshness.replayed(NOTHING_PLANNED, new Position(ONE, LOG - 1), at(1.3), NOON);
        assertNull(neededAt(1.3, true), "it has not replayed what was known");
        freshness.replayed(NOTHING_PLANNED, new Position(ONE, LOG), at(1.3), NOON);
        assertNotNull(neededAt(1.3, true));
        freshness.replayed(ChangeTimes.of(NOON, NOON.plusSeconds(5)), new Position(ONE, LOG + 10), at(1.4), NOON);
        freshness.replayed(NOTHING_PLANNED, new Position(ONE, LOG + 9), at(1.4), NOON);
        assertNotNull(neededAt(4, true));
        assertNull(neededAt(6, true), "another replica plans a change, and has more");
        assertSame(kept, freshness.now().generation());
    }

    @Test
    void a_stamp_is_known_once_it_was_told_or_read() {
        hear(1, ONE);
        assertTrue(freshness.knows(ONE));
        assertFalse(freshness.knows(TWO));
        freshness.invalidate(TWO);
        assertTrue(freshness.knows(TWO));
    }
}
