package vn.loa.visitor.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.http.client.IpAddress;
import vn.loa.visitor.count.Instance;

class AddressRateLimiterTest {

    private static final IpAddress HOME = IpAddress.parse("203.0.113.9").orElseThrow();
    private static final long NOW = 1_784_000_000_000L;

    private final AddressRateLimiter limit = new AddressRateLimiter(Instance.config(
            Map.of("loa.visitor.address-rate", "2", "loa.visitor.address-burst", "10")));

    private int taken(long now, int asked) {
        int taken = 0;
        for (int n = 0; n < asked; n++) {
            taken += limit.take(HOME, now) == 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void a_bucket_holds_its_burst_and_fills_at_its_rate() {
        assertEquals(10, taken(NOW, 100));
        assertEquals(0, taken(NOW + 499, 100));
        assertEquals(1, taken(NOW + 500, 100));
        assertEquals(4, taken(NOW + 2500, 100));
        assertEquals(10, taken(NOW + 60_000, 100));
    }

    @Test
    void a_refusal_says_how_long_to_wait() {
        taken(NOW, 10);
        assertEquals(1, limit.take(HOME, NOW));
        assertEquals(0, limit.take(HOME, NOW + 1000));
    }

    @Test
    void addresses_do_not_share_a_bucket() {
        taken(NOW, 10);
        assertEquals(0, limit.take(IpAddress.parse("203.0.113.10").orElseThrow(), NOW));
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out() {
        taken(NOW, 10);
        assertEquals(10, taken(NOW - 3_600_000, 100));
        assertEquals(1, taken(NOW - 3_600_000 + 500, 100));
    }

    /** The limits of what {@code vn.loa.app.Settings} allows. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1000000", "1000000, 1", "1000000, 1000000"})
    void rate_and_burst_hold_at_their_edges(int rate, int burst) {
        AddressRateLimiter edge = new AddressRateLimiter(Instance.config(Map.of("loa.visitor.address-rate", String.valueOf(rate),
                "loa.visitor.address-burst", String.valueOf(burst))));
        for (int n = 0; n < burst; n++) {
            assertEquals(0, edge.take(HOME, NOW));
        }
        assertTrue(edge.take(HOME, NOW) > 0);
        edge.forgetFull(NOW + 1_000_000_000L);
        assertEquals(0, edge.size());
    }

    /** Each of them sends a hit in ten milliseconds; the one among them sends too many. */
    @Test
    void many_addresses_are_limited_no_more_than_one_and_the_one_no_less() {
        taken(NOW, 10);
        for (int n = 0; n < 200_000; n++) {
            long now = NOW + n / 100;
            assertEquals(0, limit.take(IpAddress.parse("2001:db8:" + Integer.toHexString(n >> 8) + ":"
                    + Integer.toHexString(n & 255) + "::").orElseThrow(), now));
            assertEquals(0, limit.take(IpAddress.parse("10." + (n >> 16) + "." + (n >> 8 & 255) + "." + (n & 255)).orElseThrow(), now));
        }
        assertEquals(0, taken(NOW + 499, 100));
        assertEquals(4, taken(NOW + 2000, 100));
    }

    @Test
    void an_address_is_forgotten_when_its_bucket_is_full_again() {
        taken(NOW, 10);
        limit.take(IpAddress.parse("203.0.113.10").orElseThrow(), NOW);
        assertEquals(2, limit.size());
        limit.forgetFull(NOW + 500);
        assertEquals(1, limit.size());
        assertEquals(1, taken(NOW + 500, 100));
        limit.forgetFull(NOW + 5500);
        assertEquals(0, limit.size());
    }

    @Test
    void an_ipv6_64_is_limited_as_one_and_an_ipv4_address_however_it_is_written() {
        for (int n = 0; n < 10; n++) {
            assertEquals(0, limit.take(IpAddress.parse("2001:db8::" + n).orElseThrow().clientPrefix(), NOW));
        }
        assertEquals(1, limit.take(IpAddress.parse("2001:db8::ffff").orElseThrow().clientPrefix(), NOW));
        assertEquals(0, limit.take(IpAddress.parse("2001:db8:0:1::").orElseThrow().clientPrefix(), NOW));
        taken(NOW, 10);
        assertEquals(1, limit.take(IpAddress.parse("::ffff:203.0.113.9").orElseThrow().clientPrefix(), NOW));
    }
}
