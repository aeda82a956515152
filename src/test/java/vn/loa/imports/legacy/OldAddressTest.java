package vn.loa.imports.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldAddressTest {

    private static String key(String address) {
        return OldAddress.parse(address).key();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.vn/tin?id=1&l=vi,        http://www.a.vn/tin?l=vi&id=1",
        "https://a.vn,                      HTTP://WWW.A.VN:80/",
        "https://a.vn./tin,                 https://a.vn:443/tin#phan-2",
        "https://a.vn/tin%c3%aa,            https://a.vn/tinê",
        "https://a.vn/%74in?q=a+b,          https://a.vn/tin?q=a%20b",
        "https://a.vn/tin?,                 https://a.vn/tin",
        "https://a.vn/tin?&id=1&&,          https://a.vn/tin?id=1",
        "https://tên.vn/,                   https://xn--tn-eja.vn/",
        "https://a.vn/a b|c,                https://a.vn/a%20b%7Cc",
    })
    void addresses_of_one_page_are_the_same(String one, String other) {
        assertEquals(key(one), key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.vn/tin,            https://b.vn/tin",
        "https://a.vn/tin,            https://a.vn/Tin",
        "https://a.vn/tin,            https://a.vn/tin/",
        "https://a.vn/tin?id=1,       https://a.vn/tin?id=2",
        "https://a.vn/tin?a=1&a=2,    https://a.vn/tin?a=2&a=1",
        "https://a.vn/a%2Fb,          https://a.vn/a/b",
        "https://a.vn/a+b,            https://a.vn/a%20b",
        "https://a.vn:8080/,          https://a.vn/",
        "https://a.vn/tin?id,         https://a.vn/tin?id=",
    })
    void addresses_of_two_pages_differ(String one, String other) {
        assertNotEquals(key(one), key(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tin", "/tin", "ftp://a.vn/", "https://", "https:///tin", "https://a b.vn/", "https://u:p@a.vn/", "javascript:alert(1)",
            "https://a.vn:port/", "https://[::1", "mailto:a@a.vn"})
    void what_is_no_address_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> OldAddress.parse(text));
    }

    @Test
    void an_address_is_bounded_with_its_letters_escaped() {
        assertEquals(1992, key("https://a.vn/" + "x".repeat(1987)).length());
        assertThrows(IllegalArgumentException.class, () -> OldAddress.parse("https://a.vn/" + "ê".repeat(400)));
        assertThrows(IllegalArgumentException.class, () -> OldAddress.parse("https://a.vn/" + "x".repeat(2000)));
    }

    @Test
    void what_is_no_utf8_stays_as_it_is() {
        assertEquals("a.vn/t%EA", key("https://a.vn/t%ea"));
        assertEquals("a.vn/tin?q=100%25", key("https://a.vn/tin?q=100%"));
    }

    @Test
    void the_location_keeps_the_order_of_the_query() {
        assertEquals("www.a.vn/tin?l=vi&id=1", OldAddress.parse("https://www.A.vn/tin?l=vi&id=1#a").location());
    }
}
