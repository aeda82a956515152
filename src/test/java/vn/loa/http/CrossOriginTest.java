package vn.loa.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrossOriginTest {

    @Test
    void where_all_may_read_answers_do_not_depend_on_the_origin() {
        CrossOrigin all = new CrossOrigin(List.of("*"), "ETag");
        assertNull(all.vary(List.of()));
        assertEquals("Accept, Accept-Encoding", all.vary(List.of("Accept", "Accept-Encoding")));
    }

    @Test
    void where_some_may_caches_are_told_that_they_do() {
        CrossOrigin some = new CrossOrigin(List.of("https://portal.example", "https://www.example.vn"), "ETag");
        assertEquals("Origin", some.vary(List.of()));
        assertEquals("Accept-Encoding, Origin", some.vary(List.of("Accept-Encoding")));
    }
}
