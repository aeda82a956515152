package vn.loa.imports.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files of a mirror stood. */
class MirrorAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "trangcu.example/index.html | https://trangcu.example/",
        "trangcu.example/tin/van-thu.html | https://trangcu.example/tin/van-thu.html",
        "trangcu.example/chi-tiet-tin?id=123&l=vi | https://trangcu.example/chi-tiet-tin?id=123&l=vi",
        "trangcu.example/chi-tiet-tin@id=123&l=vi | https://trangcu.example/chi-tiet-tin?id=123&l=vi",
        "trangcu.example/chi-tiet-tin%3Fid=123&l=vi.html | https://trangcu.example/chi-tiet-tin?id=123&l=vi",
        "trangcu.example/xem.aspx?id=1.html | https://trangcu.example/xem.aspx?id=1",
        "trangcu.example/xem.aspx.html | https://trangcu.example/xem.aspx",
        "trangcu.example/index.html?p=7 | https://trangcu.example/?p=7",
        "mirror/trangcu.example/a.html | https://trangcu.example/a.html",
        "http/trangcu.example/a.html | http://trangcu.example/a.html",
        "trangcu.example+8080/a.html | https://trangcu.example:8080/a.html",
        "trangcu.example/~an@nhom/a.html | https://trangcu.example/~an@nhom/a.html",
        "trangcu.example/tin tức/bài #1.html | https://trangcu.example/tin%20t%E1%BB%A9c/b%C3%A0i%20%231.html",
        "10.1.2.3/a.html | https://10.1.2.3/a.html"})
    void the_folder_is_the_host_and_the_query_is_in_the_name(String path, String address) {
        assertEquals(address, MirrorAddress.of(path).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "tin/a.html", "Tin tuc.files/a.png", "v1.2/a.html", "trangcu.example", "a/b/c/trangcu.example/x.html",
            "bai.html/a.html"})
    void without_a_host_nothing_is_claimed(String path) {
        assertNull(MirrorAddress.of(path).address());
    }

    @Test
    void where_the_name_leaves_it_open_other_addresses_are_told_too() {
        assertEquals(List.of("https://trangcu.example/tin"), MirrorAddress.of("trangcu.example/tin.html").others());
        assertEquals(List.of("https://trangcu.example/tin/index.html"), MirrorAddress.of("trangcu.example/tin/index.html").others());
        assertEquals(List.of("https://trangcu.example/a.php.html"), MirrorAddress.of("trangcu.example/a.php.html").others());
    }
}
