package vn.loa.text.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypesTest {

    @ParameterizedTest
    @CsvSource({"chỉ thị, Chỉ thị", "CHI THI, Chỉ thị", "nghị  định, Nghị định", "BỘ LUẬT, Bộ luật",
            "thong tu lien tich, Thông tư liên tịch"})
    void a_type_word_is_known_however_it_is_written(String written, String canonical) {
        assertEquals(canonical, DocumentTypes.canonical(written).orElseThrow());
    }

    @Test
    void other_words_are_no_types() {
        assertTrue(DocumentTypes.canonical("tin tức").isEmpty());
        assertTrue(DocumentTypes.canonical("").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"NQ, Nghị quyết", "qđi, Quy định", "QYĐ, Quy định", "CTr, Chương trình", "NĐ, Nghị định"})
    void a_symbol_hints_at_a_type(String symbol, String type) {
        assertEquals(type, DocumentTypes.usualTypeOf(symbol).orElseThrow());
        assertTrue(DocumentTypes.all().contains(type));
    }

    @Test
    void unknown_symbols_hint_at_nothing() {
        assertTrue(DocumentTypes.usualTypeOf("UBND").isEmpty());
    }

    @Test
    void the_longest_type_word_is_found_and_the_law_in_general_is_not() {
        List<String> found = DocumentTypes.scan("Theo pháp luật, PHÁP LUẬT, luật và Thông tư liên tịch, Bộ luật")
                .stream().map(DocumentTypes.TypeWord::type).toList();
        assertEquals(List.of("Thông tư liên tịch", "Bộ luật"), found);
    }
}
