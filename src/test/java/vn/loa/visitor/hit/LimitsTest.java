package vn.loa.visitor.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.http.client.IpAddress;
import vn.loa.visitor.count.Instance;
import vn.loa.visitor.count.NewVisitorLimit;

class LimitsTest {

    private static final IpAddress HOME = IpAddress.parse("203.0.113.9").orElseThrow();
    private static final IpAddress NEIGHBOURS = HOME.neighbourhood();
    private static final long NOW = 1_784_000_000_000L;

    private final AddressRateLimiter limit = new AddressRateLimiter(Instance.config(
            Map.of("loa.visitor.address-rate", "2", "loa.visitor.address-burst", "10")));
    private final NewVisitorLimit ceiling = new NewVisitorLimit(Instance.config(Map.of("loa.visitor.network-ceiling", "3")));

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

    /** What {@code vn.loa.app.Settings} lets an operator set. */
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
    void an_ipv6_household_is_limited_as_one_and_an_ipv4_address_however_it_is_written() {
        for (int n = 0; n < 10; n++) {
            assertEquals(0, limit.take(IpAddress.parse("2001:db8::" + n).orElseThrow().household(), NOW));
        }
        assertEquals(1, limit.take(IpAddress.parse("2001:db8::ffff").orElseThrow().household(), NOW));
        assertEquals(0, limit.take(IpAddress.parse("2001:db8:0:1::").orElseThrow().household(), NOW));
        taken(NOW, 10);
        assertEquals(1, limit.take(IpAddress.parse("::ffff:203.0.113.9").orElseThrow().household(), NOW));
    }

    @Test
    void a_network_brings_no_more_new_visitors_in_a_minute_than_its_ceiling() {
        long minute = NOW / 1000 / 60 * 60;
        for (int n = 0; n < 3; n++) {
            assertTrue(ceiling.admits(NEIGHBOURS, minute));
        }
        assertFalse(ceiling.admits(NEIGHBOURS, minute + 59));
        assertTrue(ceiling.admits(IpAddress.parse("198.51.100.0").orElseThrow(), minute + 59));
        assertTrue(ceiling.admits(NEIGHBOURS, minute + 60));
        assertEquals(1, NewVisitorLimit.secondsLeft(minute + 59));
    }

    @Test
    void visitors_whom_the_database_knew_and_hits_that_were_not_stored_take_no_place() {
        for (int n = 0; n < 10; n++) {
            assertTrue(ceiling.admits(NEIGHBOURS, 0));
            ceiling.takeBack(NEIGHBOURS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 13; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 14; SM-A546E) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0.0 Chrome/120.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 12; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 Zalo android/12120618",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/4.5/190.332; U; vi) Presto/2.12.423 Version/12.16"})
    void browsers_are_readers(String userAgent) {
        assertFalse(new Crawlers().include(userAgent), userAgent);
    }

    @Test
    void whoever_sends_no_user_agent_is_a_program() {
        assertTrue(new Crawlers().include(null));
    }
}
