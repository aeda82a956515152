package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EIdTest {

    @Test
    void addresses_are_built_from_the_top_down() {
        assertEquals("sec_3", EId.of("sec", "3").toString());
        assertEquals("sec_3__p_2", EId.of("sec", "3").paragraph(2).value());
        assertEquals("art_5__para_2__point_đ", EId.of("art", "5").child("para", "2").child("point", "đ").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec_3", "sec_3__p_2", "preamble__p_1", "art_7a", "chp_II", "art_5__para_2__point_đ",
            "sec_2_2", "sec_66.25"})
    void an_address_is_read_as_it_was_printed(String text) {
        assertEquals(text, EId.parse(text).orElseThrow().value());
    }

    @Test
    void an_address_is_composed_but_never_folded() {
        assertEquals("chp_Ấ", EId.parse(Normalizer.normalize("chp_Ấ", Normalizer.Form.NFD)).orElseThrow().value());
        assertNotEquals(EId.parse("point_d"), EId.parse("point_đ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "3", "_a", "sec 3", "sec/3", "..", "sec_\u0000", "sec_\uD800", "sec_<b>"})
    void anything_else_is_refused(String text) {
        assertTrue(EId.parse(text).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new EId(text));
    }

    @Test
    void nonsense_is_refused_where_addresses_are_built() {
        EId section = EId.of("sec", "3");
        assertThrows(IllegalArgumentException.class, () -> section.paragraph(0));
        assertThrows(IllegalArgumentException.class, () -> section.child("", "1"));
        assertThrows(IllegalArgumentException.class, () -> section.child("p", ""));
        assertThrows(IllegalArgumentException.class, () -> EId.of("sec", "a b"));
        assertTrue(EId.parse(null).isEmpty());
        assertTrue(EId.parse("x".repeat(121)).isEmpty());
    }
}
