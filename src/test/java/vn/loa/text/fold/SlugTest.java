package vn.loa.text.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tăng cường sự lãnh đạo của Đảng | tang-cuong-su-lanh-dao-cua-dang
            Chỉ thị số 22-CT/TU             | chi-thi-so-22-ct-tu
            “Đổi mới” – sáng tạo!           | doi-moi-sang-tao
            Ðắk R'Lấp                       | dak-r-lap
            ***                             | bai-viet
            Привет                          | bai-viet""")
    void a_title_becomes_its_folded_words(String title, String slug) {
        assertEquals(slug, Slug.of(title).value());
    }

    @Test
    void a_long_title_is_cut_between_two_words() {
        Slug slug = Slug.of("nghiêm ".repeat(40));
        assertEquals("nghiem-".repeat(17).substring(0, 118), slug.value());
    }

    @Test
    void a_single_long_word_is_cut_at_the_limit() {
        assertEquals(Slug.MAX_LENGTH, Slug.of("x".repeat(500)).value().length());
    }

    @Test
    void a_suffix_makes_another_name_that_is_not_too_long() {
        assertEquals("chi-thi-2", Slug.of("Chỉ thị").withSuffix(2).value());
        Slug longest = Slug.of("x".repeat(500)).withSuffix(12);
        assertTrue(longest.value().length() <= Slug.MAX_LENGTH && longest.value().endsWith("x-12"));
        assertThrows(IllegalArgumentException.class, () -> Slug.of("a").withSuffix(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "A", "chỉ-thị", "a b", "a/b", "a\n"})
    void anything_else_is_refused(String text) {
        assertTrue(Slug.parse(text).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Slug(text));
    }

    @Test
    void parsing_takes_what_was_printed() {
        assertEquals("a-1-b", Slug.parse("a-1-b").orElseThrow().toString());
        assertTrue(Slug.parse(null).isEmpty());
        assertFalse(Slug.parse("x".repeat(120)).isEmpty());
        assertTrue(Slug.parse("x".repeat(121)).isEmpty());
    }
}
