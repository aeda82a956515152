package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.http.client.IpAddress;

class NewVisitorLimitTest {

    private static final IpAddress NETWORK = IpAddress.parse("203.0.113.0").orElseThrow();
    private static final long NOW = 1_784_000_000_000L;

    private final NewVisitorLimit limit = new NewVisitorLimit(Instance.config(Map.of("loa.visitor.network-ceiling", "3")));

    @Test
    void a_network_brings_no_more_new_visitors_in_a_minute_than_its_ceiling() {
        long minute = NOW / 1000 / 60 * 60;
        for (int n = 0; n < 3; n++) {
            assertTrue(limit.admits(NETWORK, minute));
        }
        assertFalse(limit.admits(NETWORK, minute + 59));
        assertTrue(limit.admits(IpAddress.parse("198.51.100.0").orElseThrow(), minute + 59));
        assertTrue(limit.admits(NETWORK, minute + 60));
        assertEquals(1, NewVisitorLimit.secondsLeft(minute + 59));
    }

    @Test
    void visitors_who_are_given_back_do_not_count() {
        for (int n = 0; n < 10; n++) {
            assertTrue(limit.admits(NETWORK, 0));
            limit.giveBack(NETWORK);
        }
    }
}
