package vn.loa.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {

    private static ProxyConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder().withMapping(ProxyConfig.class)
                .withDefaultValues(settings).build();
        return config.getConfigMapping(ProxyConfig.class);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static void assertReader(String expected, String header, String peer, String... headers) {
        Map<String, String> settings = header == null
                ? Map.of("loa.visitor.trusted-proxies", "127.0.0.1,10.0.0.0/8,2001:db8:5::/48")
                : Map.of("loa.visitor.trusted-proxies", "127.0.0.1,10.0.0.0/8,2001:db8:5::/48", "loa.visitor.forwarded-header", header);
        MultiMap map = MultiMap.caseInsensitiveMultiMap();
        for (int n = 0; n < headers.length; n += 2) {
            map.add(headers[n], headers[n + 1]);
        }
        assertEquals(address(expected), new CallerAddress(config(settings)).of(address(peer), map));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "198.51.100.7|203.0.113.9|198.51.100.7",
        "10.0.0.1|203.0.113.9|203.0.113.9",
        "10.0.0.1|6.6.6.6, 203.0.113.9|203.0.113.9",
        "10.0.0.1|203.0.113.9, 10.1.2.3|203.0.113.9",
        "10.0.0.1|6.6.6.6, 203.0.113.9, 10.1.2.3, 127.0.0.1|203.0.113.9",
        "10.0.0.1|10.1.1.1, 10.2.2.2|10.1.1.1",
        "10.0.0.1|203.0.113.9:4711|203.0.113.9",
        "10.0.0.1|[2001:db8::17]:4711|2001:db8::17",
        "10.0.0.1|2001:db8::17|2001:db8::17",
        "2001:db8:5::1|2001:db8:6::1|2001:db8:6::1",
        "10.0.0.1|unknown|10.0.0.1",
        "10.0.0.1|203.0.113.9, unknown, 10.1.2.3|10.1.2.3",
        "10.0.0.1|203.0.113.9,|10.0.0.1",
        "10.0.0.1|not an address|10.0.0.1",
        "10.0.0.1|localhost|10.0.0.1",
        "10.0.0.1|::ffff:203.0.113.9|203.0.113.9",
        "::ffff:10.0.0.1|203.0.113.9|203.0.113.9"})
    void the_list_is_walked_from_the_right_past_trusted_proxies(String peer, String forwardedFor, String reader) {
        assertReader(reader, null, peer, "X-Forwarded-For", forwardedFor);
    }

    @Test
    void several_lines_are_one_list() {
        assertReader("203.0.113.9", null, "10.0.0.1", "X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "203.0.113.9, 10.1.2.3");
        assertReader("203.0.113.9", null, "10.0.0.1", "Forwarded", "for=6.6.6.6", "Forwarded", "for=203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "for=203.0.113.9|203.0.113.9",
        "For=\"203.0.113.9:80\";proto=https;by=10.0.0.1|203.0.113.9",
        "for=6.6.6.6, proto=http;for=\"[2001:db8::17]:4711\"|2001:db8::17",
        "for=203.0.113.9, for=10.1.2.3|203.0.113.9",
        "for=203.0.113.9, for=_hidden|10.0.0.1",
        "for=203.0.113.9, by=10.1.2.3|10.0.0.1",
        "for=unknown|10.0.0.1"})
    void the_standard_header_is_read_too(String forwarded, String reader) {
        assertReader(reader, null, "10.0.0.1", "Forwarded", forwarded);
    }

    /** A proxy that appends to one of them hands the caller's other one through. */
    @Test
    void where_the_two_headers_disagree_neither_is_believed() {
        assertReader("10.0.0.1", null, "10.0.0.1", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=6.6.6.6");
        assertReader("203.0.113.9", null, "10.0.0.1", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=203.0.113.9");
        assertReader("203.0.113.9", "x-forwarded-for", "10.0.0.1", "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=6.6.6.6");
        assertReader("203.0.113.9", "forwarded", "10.0.0.1", "X-Forwarded-For", "6.6.6.6", "Forwarded", "for=203.0.113.9");
    }

    @Test
    void nobody_is_trusted_unless_it_is_said() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", "203.0.113.9");
        assertEquals(address("127.0.0.1"), new CallerAddress(config(Map.of())).of(address("127.0.0.1"), headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "10.0.0.1/8", "2001:db8::/129", "10.0.0.0/-1"})
    void what_is_no_network_stops_the_start(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.of(text));
    }

    @Test
    void networks_contain_their_addresses_and_no_others() {
        assertTrue(Network.of("10.0.0.0/8").contains(address("10.255.0.1")));
        assertFalse(Network.of("10.0.0.0/8").contains(address("11.0.0.1")));
        assertFalse(Network.of("0.0.0.0/0").contains(address("::1")));
        assertTrue(Network.of("::/0").contains(address("2001:db8::1")));
        assertTrue(Network.of("192.0.2.7").contains(address("192.0.2.7")));
        assertFalse(Network.of("192.0.2.6/31").contains(address("192.0.2.8")));
    }

    @Test
    void an_ipv6_client_is_a_64() {
        assertEquals(address("2001:db8:1:2:aaaa::1").clientPrefix(), address("2001:db8:1:2:bbbb::2").clientPrefix());
        assertFalse(address("2001:db8:1:2::1").clientPrefix().equals(address("2001:db8:1:3::1").clientPrefix()));
        assertFalse(address("192.0.2.1").clientPrefix().equals(address("192.0.2.2").clientPrefix()));
        assertEquals(address("192.0.2.1").networkPrefix(), address("192.0.2.200").networkPrefix());
        assertEquals(address("2001:db8:1:2::1").networkPrefix(), address("2001:db8:1:f::1").networkPrefix());
    }

    @Test
    void neighbours_and_sockets_have_addresses_too() {
        assertEquals(IpAddress.parse("fe80::1"), Optional.of(CallerAddress.peer("fe80::1%eth0")));
        assertEquals(IpAddress.parse("fe80::1"), Optional.of(CallerAddress.peer("fe80::1%2")));
        assertEquals(IpAddress.parse("192.0.2.7"), Optional.of(CallerAddress.peer("192.0.2.7")));
        assertEquals(IpAddress.parse("0.0.0.0"), Optional.of(CallerAddress.peer(null)));
    }
}
