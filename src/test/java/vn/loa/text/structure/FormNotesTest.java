package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.text.TextWords;

/** The notes of the forms of an annex count from 1 again. */
class FormNotesTest {

    private static final String RULE = " ".repeat(42);
    private static final String LAW = String.join("\n", "THÔNG TƯ", "Về việc chăm sóc cây xanh", "",
            "Điều 1. Người trồng cây1", "Người trồng cây tưới cây mỗi ngày một lần, trừ những ngày có mưa.", RULE,
            "1 Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 Thông tư số 02/2024/TT-BCX ngày 03 tháng 4",
            "năm 2024, có hiệu lực từ ngày 01 tháng 6 năm 2024.", "\f", "Điều 2. Hiệu lực thi hành",
            "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2023./.", "", "Lê Văn Cây", "");

    private static String form(int number, String... lines) {
        return "\fPHỤ LỤC " + "I".repeat(number) + "\nĐƠN XIN TRỒNG CÂY\n\n" + String.join("\n", lines) + "\n";
    }

    private static List<String> notes(DirectiveText text) {
        return text.allSections().stream().flatMap(section -> section.notes().stream())
                .map(note -> note.eId().value() + " " + note.offset() + " " + note.paragraphs().get(0).text()).toList();
    }

    private static String words(DirectiveText text) {
        return String.join(" ", text.allParagraphs().stream().map(Paragraph::text).toList());
    }

    private static DirectiveText read(String text) {
        return DirectiveText.parse(TextBlocks.read(text));
    }

    @Test
    void notes_behind_a_rule_hang_on_the_marks_of_their_form() {
        DirectiveText text = read(LAW + form(1, "Tên người trồng1: Số cây2:", "", RULE, "1 Ghi họ và tên.", "2 Ghi bằng số.")
                + form(2, "Loài cây1:", "", "______________", "1 Ghi tên thường gọi."));
        assertEquals(List.of("annex_I__note_1 15 Ghi họ và tên.", "annex_I__note_2 23 Ghi bằng số.", "annex_II__note_1 8 Ghi tên thường gọi."),
                notes(text).subList(1, 4));
        assertTrue(text.annexes().get(0).paragraphs().stream().anyMatch(paragraph -> paragraph.text().contains("Tên người trồng: Số cây:")));
    }

    @Test
    void notes_without_a_rule_stand_in_the_last_block_of_a_page() {
        DirectiveText text = read(LAW + form(1, "Tên người trồng1:", "Nơi trồng:", "", "(Ký tên)", "", "1 Ghi họ và tên của người trồng cây."));
        assertEquals("annex_I__note_1 15 Ghi họ và tên của người trồng cây.", notes(text).get(1));
    }

    @Test
    void rows_of_a_table_are_no_notes() {
        DirectiveText text = read(LAW + form(1, "Loài cây1:", "", "1 Cây bàng", "2 Cây phượng", "", "Cộng", "", "(Ký tên)"));
        assertEquals(1, notes(text).size());
        assertTrue(text.annexes().get(0).paragraphs().stream().anyMatch(paragraph -> paragraph.text().contains("Cây phượng")));
    }

    @Test
    void text_behind_a_forms_notes_is_text() {
        DirectiveText text = read(LAW + form(1, "Loài cây1:", "", RULE, "1 Ghi tên thường gọi.", "", "Bảng kê số cây đã trồng", "", "Cộng"));
        assertEquals("annex_I__note_1 8 Ghi tên thường gọi.", notes(text).get(1));
        assertTrue(text.annexes().get(0).paragraphs().stream().anyMatch(paragraph -> paragraph.text().contains("Bảng kê")));
    }

    @Test
    void a_form_may_count_on_from_the_one_before_and_have_two_notes_of_one_number() {
        DirectiveText text = read(LAW + form(1, "Loài cây3:", "", "3 Ghi tên thường gọi của loài cây.")
                + form(2, "Nơi trồng1:", "Người tưới cây1:", "", "1 Ghi tên công viên.", "1 Ghi họ và tên của người tưới cây."));
        assertEquals(List.of("annex_I__note_3 8 Ghi tên thường gọi của loài cây.", "annex_II__note_1 9 Ghi tên công viên.",
                "annex_II__note_1_2 14 Ghi họ và tên của người tưới cây."), notes(text).subList(1, 4));
    }

    @Test
    void a_mark_may_have_the_number_of_a_word_processor_beside_it() {
        String print = LAW + form(1, "Loài cây điều chỉnh12", "Nơi trồng:.........24 thuộc xã", "", RULE, "1 Ghi tên thường gọi.", "2 Ghi tên công viên.");
        DirectiveText text = read(print);
        assertEquals(List.of("annex_I__note_1 19 Ghi tên thường gọi.", "annex_I__note_2 39 Ghi tên công viên."), notes(text).subList(1, 3));
        TextWords.assertKept(print);
    }

    @Test
    void a_year_a_measure_and_a_name_are_no_marks() {
        String print = LAW + form(1, "Phòng chống Covid19 trong 12m2", "Số 45/2019/QH14 năm 2021", "Loài cây1:", "", RULE, "1 Ghi tên thường gọi.");
        DirectiveText text = read(print);
        assertEquals("annex_I__note_1", notes(text).get(1).split(" ")[0]);
        assertTrue(words(text).contains("Phòng chống Covid19 trong 12m2 Số 45/2019/QH14 năm 2021 Loài cây:"), words(text));
        TextWords.assertKept(print);
    }

    @Test
    void the_head_of_a_table_that_goes_on_has_its_mark_once_more() {
        String print = LAW + form(1, "Số cây", "bị đổ1", "", "(1)", "", RULE, "1 Sau khi có bão.", "\f", "Số cây", "bị đổ1", "", "(1)");
        DirectiveText text = read(print);
        assertEquals(2, notes(text).size());
        assertFalse(words(text).contains("đổ1"), words(text));
        TextWords.assertKept(print);
    }

    @Test
    void notes_behind_a_form_of_two_pages_hang_on_the_marks_of_both_and_may_go_on_over_the_page() {
        String print = LAW + form(1, "Tên người trồng1:", "\f", "Nơi trồng2:", "Người tưới3:", "", "_________", "1 Ghi họ và tên.", "2 Ghi tên công viên.",
                "\f3 Ghi họ và tên của người tưới cây.", "", "Mẫu tờ khai khác");
        DirectiveText text = read(print);
        assertEquals(List.of("annex_I__note_1", "annex_I__note_2", "annex_I__note_3"), notes(text).stream().skip(1).map(note -> note.split(" ")[0]).toList());
        assertTrue(words(text).contains("Mẫu tờ khai khác"));
        TextWords.assertKept(print);
    }

    @Test
    void the_last_rows_of_a_page_are_no_notes_without_marks() {
        String print = LAW + form(1, "Loài cây1:", "", "4 Số cây được trồng mới trong công viên của tỉnh và của các huyện.", "",
                "5 Số cây được tưới hằng ngày trong công viên của tỉnh và của các huyện.");
        assertEquals(1, notes(read(print)).size());
    }

    @Test
    void a_page_number_that_stands_twice_is_no_text() {
        String head = "84\n\nCÔNG BÁO/Số 12/Ngày 03-4-2032\n\n\n84\n";
        TextBlocks blocks = TextBlocks.read("Điều 1. Trồng cây\nCây trồng ở công viên.\n\n" + head + "Cây trồng ở đường phố.\n");
        assertEquals("Điều 1. Trồng cây Cây trồng ở công viên. Cây trồng ở đường phố.", String.join(" ", blocks.paragraphs()));
        assertEquals(3, blocks.dropped().size());
    }

    @Test
    void two_forms_of_one_annex_have_notes_of_one_number() {
        DirectiveText text = read(LAW + form(1, "Tên người trồng1:", "", RULE, "1 Ghi họ và tên.", "\f", "Loài cây1:", "", RULE, "1 Ghi tên thường gọi."));
        assertEquals(List.of("annex_I__note_1 15 Ghi họ và tên.", "annex_I__note_1_2 8 Ghi tên thường gọi."), notes(text).subList(1, 3));
    }

    @Test
    void a_number_behind_a_point_or_in_brackets_is_no_mark() {
        DirectiveText text = read(LAW + form(1, "5.1. Ngày trồng (1)", "Loài cây1:", "", RULE, "1 Ghi tên thường gọi."));
        assertEquals("annex_I__note_1 28 Ghi tên thường gọi.", notes(text).get(1));
        assertTrue(text.allParagraphs().stream().anyMatch(paragraph -> paragraph.text().contains("5.1. Ngày trồng (1)")));
    }

    @Test
    void many_forms_are_read_in_time() {
        String forms = String.join("", IntStream.range(0, 4000).mapToObj(n -> "\fLoài cây:\n" + RULE + "\n1 Ghi tên.\n").toList());
        long start = System.nanoTime();
        assertFalse(notes(read(LAW + form(1, "Loài cây1:", "", RULE, "1 Ghi tên thường gọi.") + forms)).isEmpty());
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    @Test
    void pages_full_of_numbers_are_read_in_time() {
        String marks = String.join("", IntStream.range(1, 200).mapToObj(n -> "cây" + (n % 3 == 0 ? n : 1) + " xanh\n").toList());
        String rows = String.join("", IntStream.range(1, 200).mapToObj(n -> "\n" + n + " Cây\n").toList());
        long start = System.nanoTime();
        TextBlocks.read(("\f" + marks + rows).repeat(200));
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }
}
