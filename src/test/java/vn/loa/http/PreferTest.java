package vn.loa.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTest {

    private static Prefer of(String... lines) {
        Iterable<String> values = List.of(lines);
        return Prefer.of(MultiMap.caseInsensitiveMultiMap().add("prefer", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "return=minimal|MINIMAL", "return=representation|REPRESENTATION", "RETURN = Minimal|MINIMAL", "return=\"minimal\"|MINIMAL",
        "respond-async, return=minimal|MINIMAL", "return=minimal; foo=\"a,b\"|MINIMAL", "wait=10;x=\"a, return=minimal\"|-",
        "return=minimal, return=representation|MINIMAL", "return=nothing, return=minimal|-", "return|-", "returns=minimal|-",
        "return=\"minimal|-", "return=minimalist|-", ",,return=minimal|MINIMAL", "x=\"\\\"\", return=minimal|MINIMAL", "''|-", "\"|-"})
    void the_first_preference_for_what_is_returned_counts(String header, Prefer expected) {
        assertEquals(expected, of(header));
    }

    @Test
    void it_may_stand_in_any_line() {
        assertEquals(Prefer.MINIMAL, of("respond-async", "return=minimal"));
        assertNull(of());
    }

    @Test
    void a_long_header_is_read_quickly() {
        assertNull(of("\",".repeat(8000)));
        assertEquals(Prefer.MINIMAL, of(",".repeat(16000) + "return=minimal"));
    }
}
