package vn.loa.text.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    @Test
    void decomposed_letters_become_composed() {
        String decomposed = Normalizer.normalize("Nghị quyết của Đảng ủy", Normalizer.Form.NFD);
        assertEquals("Nghị quyết của Đảng ủy", VietnameseText.normalise(decomposed));
    }

    @Test
    void special_spaces_become_spaces_and_runs_of_them_stay() {
        assertEquals("số  22 CT  x", VietnameseText.normalise("số\u00A0\u202F22\u2009CT\u3000 x"));
    }

    @Test
    void zero_width_characters_soft_hyphens_and_controls_go() {
        assertEquals("Chỉ thị", VietnameseText.normalise("\uFEFFChỉ\u00AD\u200B t\u0000h\u2060ị\u200E"));
    }

    @Test
    void every_line_end_becomes_a_line_feed() {
        assertEquals("a\nb\nc\nd\n\ne", VietnameseText.normalise("a\r\nb\rc\u2028d\f\u0085e"));
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character_and_a_whole_one_stays() {
        assertEquals("a\uFFFDb\uD83D\uDE00\uFFFD", VietnameseText.normalise("a\uDE00b\uD83D\uDE00\uD83D"));
    }

    @ParameterizedTest
    @CsvSource({"QÐ-UBND, QĐ-UBND", "HÐND, HĐND", "QyÐ, QyĐ", "Ðảng, Đảng", "ðảng, đảng", "Guðrún, Guðrún"})
    void eth_becomes_the_d_with_stroke_it_stands_for(String typed, String meant) {
        assertEquals(meant, VietnameseText.normalise(typed));
    }

    @Test
    void one_line_has_single_spaces_only_and_none_at_the_ends() {
        assertEquals("a b c d", VietnameseText.oneLine("\n a\t b \r\n\r\n c\u00A0\u00A0d  "));
        assertEquals("", VietnameseText.oneLine(" \u00A0\n\t "));
    }

    @ParameterizedTest
    @CsvSource({"Chỉ thị, chi thi", "ĐƯỜNG THỦY, duong thuy", "hoà bình, hoa binh", "Hòa Bình, hoa binh",
            "ÐÔNG, dong", "quý, quy", "Uỷ ban, uy ban"})
    void folding_leaves_lower_case_without_accents(String text, String folded) {
        assertEquals(folded, VietnameseText.fold(text));
    }

    @Test
    void folding_treats_composed_and_decomposed_text_alike() {
        String text = "Đẩy mạnh học tập, nghị quyết ở Thừa Thiên Huế";
        assertEquals(VietnameseText.fold(text), VietnameseText.fold(Normalizer.normalize(text, Normalizer.Form.NFD)));
    }

    @Test
    void an_excerpt_ends_between_two_words() {
        assertEquals("Ban Thường…", VietnameseText.excerpt("Ban Thường vụ", 12));
        assertEquals("Ban Thường vụ", VietnameseText.excerpt(" Ban  Thường vụ ", 13));
        assertEquals("", VietnameseText.excerpt("Ban", 0));
    }

    @Test
    void an_excerpt_of_one_long_word_never_splits_a_character() {
        assertEquals("…", VietnameseText.excerpt("\uD83D\uDE00\uD83D\uDE00", 2));
        assertEquals("\uD83D\uDE00…", VietnameseText.excerpt("\uD83D\uDE00\uD83D\uDE00", 3));
    }

    @Test
    void a_long_run_of_marks_is_broken_up_and_stays_so() {
        String once = VietnameseText.normalise("a" + "\u0323\u0301".repeat(100));
        assertTrue(once.length() >= 200);
        assertEquals(once, VietnameseText.normalise(once));
    }
}
