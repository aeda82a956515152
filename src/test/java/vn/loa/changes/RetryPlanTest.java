package vn.loa.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a message that failed is tried again. */
class RetryPlanTest {

    private static final Instant NOW = Instant.parse("2026-07-15T05:00:00Z");
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Test
    void waits_double_up_to_an_hour_and_are_spread() {
        RetryPlan plan = new RetryPlan(new Random(1), FIRST, LONGEST);
        for (int tries = 1; tries < 200; tries++) {
            long usual = Math.min(5000L << Math.min(tries - 1, 20), Duration.ofHours(1).toMillis());
            long waited = Duration.between(NOW, plan.next(NOW, tries, null)).toMillis();
            assertTrue(waited >= usual * 0.8 - 1 && waited <= usual * 1.2, tries + ": " + waited);
        }
    }

    @Test
    void three_days_have_some_eighty_tries() {
        RetryPlan plan = new RetryPlan(new Random(1), FIRST, LONGEST);
        Instant at = NOW;
        int tries = 0;
        while (Duration.between(NOW, at).compareTo(Duration.ofDays(3)) < 0) {
            at = plan.next(at, ++tries, null);
        }
        assertTrue(tries > 70 && tries < 95, tries + " tries");
    }

    @Test
    void what_the_receiver_asks_for_is_read_as_seconds_or_as_a_date() {
        assertEquals(120, RetryPlan.seconds(" 120 ", NOW));
        assertEquals(60, RetryPlan.seconds("Wed, 15 Jul 2026 05:01:00 GMT", NOW));
        assertEquals(0, RetryPlan.seconds("Wed, 15 Jul 2026 04:01:00 GMT", NOW));
        for (String odd : new String[] {null, "", "-1", "soon", "1.5", "9".repeat(40), "Wed, 99 Jul 2026 05:01:00 GMT"}) {
            assertNull(RetryPlan.seconds(odd, NOW), odd);
        }
    }

    @Test
    void a_receiver_may_ask_for_a_day_and_not_for_less_than_the_usual_wait() {
        RetryPlan plan = new RetryPlan(new Random(1), FIRST, LONGEST);
        assertEquals(NOW.plus(Duration.ofDays(1)), plan.next(NOW, 1, 999_999_999L));
        assertTrue(plan.next(NOW, 1, 0L).isAfter(NOW.plusSeconds(3)));
    }
}
