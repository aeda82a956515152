package vn.loa.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Buckets of two tokens that gain one token every ten seconds. */
class TokenBucketsTest {

    private static final IpAddress ONE = IpAddress.parse("203.0.113.1").orElseThrow();
    private static final IpAddress OTHER = IpAddress.parse("203.0.113.2").orElseThrow();
    private static final long NOW = 1_800_000_000_000L;

    private final TokenBuckets buckets = new TokenBuckets(Duration.ofSeconds(10), 2);

    @Test
    void tokens_come_back_one_by_one() {
        assertEquals(0, buckets.take(ONE, NOW));
        assertEquals(0, buckets.take(ONE, NOW));
        assertEquals(10, buckets.take(ONE, NOW));
        assertEquals(0, buckets.take(OTHER, NOW));
        assertEquals(0, buckets.take(ONE, NOW + 10_000));
        assertEquals(10, buckets.take(ONE, NOW + 10_000));
    }

    @Test
    void a_token_that_was_given_back_can_be_taken_again() {
        assertEquals(0, buckets.take(ONE, NOW));
        assertEquals(0, buckets.take(ONE, NOW));
        buckets.giveBack(ONE);
        assertEquals(0, buckets.take(ONE, NOW));
        assertEquals(10, buckets.take(ONE, NOW));
    }

    @Test
    void nothing_is_given_to_one_who_is_not_remembered() {
        buckets.giveBack(ONE);
        assertEquals(0, buckets.size());
    }
}
