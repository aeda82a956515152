package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectiveTextTest {

    private static DirectiveText parse(String... paragraphs) {
        return DirectiveText.parse(Arrays.asList(paragraphs));
    }

    /** Each number as a paragraph "n. Việc n."; what became sections, as eIds without their prefix. */
    private static String sections(DirectiveText text) {
        return String.join(" ", text.sections().stream().map(section -> section.eId().value().substring(4)).toList());
    }

    @Test
    void loose_paragraphs_belong_to_the_section_above() {
        DirectiveText text = parse("Mở đầu.", "Yêu cầu:", "1. Học.", "Mỗi tuần một buổi.", "2. Làm./.");
        assertEquals(List.of(new Paragraph(new EId("preamble__p_1"), "Mở đầu."),
                new Paragraph(new EId("preamble__p_2"), "Yêu cầu:")), text.preamble());
        Section first = text.sections().get(0);
        assertEquals(new Section(new EId("sec_1"), null, 1, SectionKind.SECTION, "1", "1.", null,
                List.of(new Paragraph(new EId("sec_1__p_1"), "Học."),
                        new Paragraph(new EId("sec_1__p_2"), "Mỗi tuần một buổi."))), first);
        assertEquals("Làm./.", text.sections().get(1).paragraphs().get(0).text());
        assertEquals(List.of(), text.warnings());
    }

    @ParameterizedTest
    @CsvSource({"1. A;2. B, 1 2", "1) A;2) B, 1 2", "1- A;2- B, 1 2", "1/ A;2/ B, 1 2",
            "I. A;II. B;III. C;IV. D, I II III IV", "I- A;II- B, I II",
            "I-MỤC ĐÍCH;II-YÊU CẦU, I II", "1.Học;2.Làm, 1 2", "1. “Học”;2. A, 1 2"})
    void every_kind_of_marker_may_number_the_run(String paragraphs, String numbers) {
        assertEquals(numbers, sections(parse(paragraphs.split(";"))));
    }

    @ParameterizedTest
    @CsvSource({"1. A", "2. A;3. B", "1. A;4. B", "1. A;3. B", "1.5 triệu;2.5 triệu", "1/2 số hộ;2/3 số hộ",
            "1-NQ/TU nói;2-NQ/TU nói", "1 giờ;2 giờ", "I.V. Lê;II.V. Lê", "C. Mác;CI. Mác", "1000. A;1001. B", "A;B"})
    void what_is_no_run_of_two_sections_is_all_preamble(String paragraphs) {
        DirectiveText text = parse(paragraphs.split(";"));
        assertEquals(List.of(), text.sections());
        assertEquals(paragraphs.split(";").length, text.preamble().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 3                 | 1 2 3     | 0
            1 2 5 3               | 1 2 3     | 1
            1 2 2022 3            | 1 2 3     | 1
            1 2 1 3               | 1 2 3     | 1
            1 1 2                 | 1 2       | 1
            1 2 4                 | 1 2 4     | 1
            1 2 4 3 4             | 1 2 3 4   | 1
            1 3 4                 | 1 3 4     | 1
            1 2 2 3               | 1 2 2_2 3 | 1
            1 2 2                 | 1 2       | 1
            1 2 1 2 3 3 4         | 1 2 3 4   | 3
            1 1 2 3 2 1 2 3 3     | 1 2 3     | 6
            2 1 2                 | 1 2       | 1
            1 2 3 1 2 3           | 1 2 3     | 3""")
    void numbers_out_of_sequence_open_no_section_silently(String numbers, String expected, int warnings) {
        DirectiveText text = DirectiveText.parse(
                Arrays.stream(numbers.split(" ")).map(n -> n + ". Việc " + n + ".").toList());
        assertEquals(expected, sections(text));
        assertEquals(Collections.nCopies(warnings, "section-number-out-of-sequence"),
                text.warnings().stream().map(Warning::code).toList());
    }

    @Test
    void a_number_out_of_sequence_stays_in_the_text_and_the_warning_shows_where() {
        DirectiveText text = parse("1. Học.", "2. Làm.", "2020. Một năm khó khăn.");
        assertEquals("2020. Một năm khó khăn.", text.sections().get(1).paragraphs().get(1).text());
        assertEquals("2020. Một năm khó khăn.", text.warnings().get(0).near());
    }

    @Test
    void numbering_of_another_style_is_a_list_inside_the_section() {
        DirectiveText text = parse("I. Mục đích", "1. Học.", "2. Làm.", "II. Yêu cầu", "1. Nhanh.", "2. Tốt.");
        assertEquals("I I__para_1 I__para_2 II II__para_1 II__para_2", sections(text));
        assertEquals(new EId("sec_I"), text.sections().get(1).parentEId());
        assertEquals(2, text.sections().get(1).level());
        assertEquals(SectionKind.CLAUSE, text.sections().get(1).kind());
        assertEquals(List.of(), text.warnings());
    }

    @Test
    void a_short_first_line_with_paragraphs_below_is_the_heading() {
        DirectiveText text = parse("1. Mục đích", "Để ai cũng biết.", "2. Yêu cầu", "3. Thực hiện:", "Ngay.");
        assertEquals("Mục đích", text.sections().get(0).heading());
        assertEquals(List.of(new Paragraph(new EId("sec_1__p_1"), "Để ai cũng biết.")),
                text.sections().get(0).paragraphs());
        assertNull(text.sections().get(1).heading());
        assertEquals("Yêu cầu", text.sections().get(1).paragraphs().get(0).text());
        assertNull(text.sections().get(2).heading());
    }

    @Test
    void a_long_first_line_is_no_heading() {
        DirectiveText text = parse("1. " + "dài ".repeat(31), "Tiếp.", "2. Hết.");
        assertNull(text.sections().get(0).heading());
    }

    @Test
    void a_marker_may_stand_alone() {
        DirectiveText text = parse("1.", "Học.", "2.", "3. Làm.");
        assertEquals("Học.", text.sections().get(0).paragraphs().get(0).text());
        assertEquals(List.of(), text.sections().get(1).paragraphs());
    }

    @Test
    void numbers_inside_a_quoted_amendment_open_no_section() {
        DirectiveText text = parse("1. Sửa Điều 4 như sau: “Điều 4. Việc chung", "2. Mỗi xã một tổ.",
                "3. Mỗi tổ ba người.”.", "2. Có hiệu lực ngay.");
        assertEquals("1 2", sections(text));
        assertEquals(3, text.sections().get(0).paragraphs().size());
        assertEquals(List.of(), text.warnings());
    }

    @Test
    void a_quotation_that_begins_its_paragraph_hides_the_numbers_in_it_too() {
        assertEquals("1 2", sections(parse("1. Bổ sung:", "“9. Một.", "2. Hai.", "10. Ba”;", "2. Hết.")));
        assertEquals("1 2", sections(parse("1. Bổ sung:", "\"9. Một.", "2. Hai.\"", "2. Hết.")));
    }

    @Test
    void an_unclosed_quote_swallows_nothing() {
        assertEquals("1 2 3", sections(parse("1. Sửa như sau: “Điều 4. Việc chung", "2. Làm.", "3. Hết.")));
        assertEquals("1 2 3", sections(parse("1. Theo tinh thần “học đi đôi với làm.", "2. Làm.", "3. Hết”.")));
    }

    @Test
    void a_quote_is_not_trusted_beyond_three_hundred_paragraphs() {
        String[] paragraphs = new String[312];
        Arrays.fill(paragraphs, "Lời.");
        paragraphs[0] = "1. Sửa như sau: “Điều 4.";
        paragraphs[5] = "2. Làm.";
        paragraphs[311] = "Hết”.";
        assertEquals("1 2", sections(parse(paragraphs)));
    }

    @Test
    void warnings_end_at_a_hundred_and_say_so() {
        String[] paragraphs = new String[300];
        Arrays.fill(paragraphs, "77. Lạc.");
        paragraphs[0] = "1. A.";
        paragraphs[1] = "2. B.";
        List<Warning> warnings = parse(paragraphs).warnings();
        assertEquals(101, warnings.size());
        assertEquals("more-warnings", warnings.get(100).code());
    }

    @Test
    void blank_paragraphs_are_left_out_and_nothing_gives_nothing() {
        assertEquals(2, parse("", "1. A", " \u00A0 ", "2. B").sections().size());
        DirectiveText nothing = parse();
        assertTrue(nothing.preamble().isEmpty() && nothing.sections().isEmpty() && nothing.warnings().isEmpty());
    }
}
