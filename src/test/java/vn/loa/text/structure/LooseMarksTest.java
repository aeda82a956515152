package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.TextWords;

/** Marks of notes that do not stand directly behind their word, and notes whose mark nobody finds. */
class LooseMarksTest {

    private static final String RULE = " ".repeat(42);
    private static final String LAW = String.join("\n", "THÔNG TƯ", "Về việc chăm sóc cây xanh", "",
            "Điều 1. Hiệu lực thi hành", "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2033./.", "", "Lê Văn Cây", "");
    private static final String AMENDED = " được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 9/2034/TT-BCX.";

    private static String form(String... lines) {
        return LAW + "\fPHỤ LỤC I\nĐƠN XIN TRỒNG CÂY\n\n" + String.join("\n", lines) + "\n";
    }

    /** A consolidated text of one page. */
    private static String page(String... lines) {
        return "CÔNG BÁO/Số 12/Ngày 03-4-2035\n5\n\n" + String.join("\n", lines) + "\n";
    }

    /** Each note with the words before its mark. */
    private static List<String> notes(String print) {
        TextWords.assertKept(print);
        TextBlocks blocks = TextBlocks.read(print);
        return blocks.notes().stream().map(note -> note.number() + " " + (note.paragraph() < 0 ? "-"
                : blocks.paragraphs().get(note.paragraph()).substring(0, note.offset()))).toList();
    }

    private static String words(String print) {
        return String.join(" ", TextBlocks.read(print).paragraphs());
    }

    @Test
    void a_mark_in_brackets_may_stand_behind_several_words() {
        String print = form("Tên người trồng1:", "1. Mục đích của việc trồng cây(2).", "2. Kế hoạch tưới cây(2).", "3. Người tưới cây (2).", RULE,
                "1 Ghi họ và tên.", "2 Ghi tóm tắt theo đơn.");
        assertEquals(List.of("1 Tên người trồng", "2 1. Mục đích của việc trồng cây"), notes(print));
        assertFalse(words(print).contains("(2)"), words(print));
    }

    @Test
    void a_note_whose_number_stands_in_brackets_hangs_on_a_mark_in_brackets() {
        String print = form("Người tưới cây:___ [ghi tên và địa chỉ](1);", "Số cây (2):", RULE, "(1) Nội dung này chỉ ghi khi có người tưới cây.",
                "(2) Ghi bằng số.");
        assertEquals(List.of("1 Người tưới cây:___ [ghi tên và địa chỉ]", "2 Số cây"), notes(print));
        assertTrue(DirectiveText.parse(TextBlocks.read(print)).annexes().get(0).notes().get(0).paragraphs().get(0).text().startsWith("Nội dung này"));
    }

    @Test
    void a_list_in_brackets_without_marks_or_without_a_rule_is_text() {
        assertEquals(List.of(), notes(form("Số cây:", "Cột (1) (2) (3)", RULE, "(1) Ghi bằng số.")));
        assertEquals(List.of(), notes(form("Số cây(1):", "", "(1) Ghi bằng số.")));
    }

    @Test
    void a_mark_may_stand_behind_a_full_stop() {
        assertEquals(List.of("1 Tên người trồng", "2 Tên người trồng: (ghi nếu cây được trồng ở Việt Nam."),
                notes(form("Tên người trồng1:", "(ghi nếu cây được trồng ở Việt Nam.2):", RULE, "1 Ghi họ và tên.", "2 Ghi tên công viên.")));
    }

    @Test
    void a_mark_may_stand_apart_at_the_end_of_a_line_or_before_a_sign() {
        assertEquals(List.of("1 Tên người trồng", "2 - Tổng diện tích"),
                notes(form("Tên người trồng1:", "", "- Tổng diện tích 2", "- Nguồn vốn", RULE, "1 Ghi họ và tên.", "2 Ghi bằng số.")));
        assertEquals(List.of("1 Tên người trồng", "2 - Tổng diện tích"),
                notes(form("Tên người trồng1:", "", "- Tổng diện tích 2:........", RULE, "1 Ghi họ và tên.", "2 Ghi bằng số.")));
    }

    @Test
    void a_mark_may_stand_apart_before_a_word_between_those_of_the_notes_around_it() {
        String print = form("Tên người trồng1:", "", "Giấy phép tưới cây 2 số:.........", "", "Số cây3:", RULE, "1 Ghi họ và tên.",
                "2 Ghi khi có giấy phép.", "3 Ghi bằng số.");
        assertEquals(List.of("1 Tên người trồng", "2 Giấy phép tưới cây", "3 Số cây"), notes(print));
        assertTrue(words(print).contains("Giấy phép tưới cây số:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- theo Điều 2", "- có 2 người tưới", "- không quá 2", "- Diện tích 2\n\n- Số cây 2", "- QCVN 2", "- trong ngày 2.",
            "- Giấy phép 2/2034", "- Diện tích 2,5", "- m 2"})
    void other_numbers_are_no_marks_and_the_note_is_kept_with_a_warning(String words) {
        String print = form("Tên người trồng1:", "", words, "", "Nơi trồng", RULE, "1 Ghi họ và tên.", "2 Ghi bằng số.");
        assertEquals("2 -", notes(print).get(1));
        DirectiveText text = DirectiveText.parse(TextBlocks.read(print));
        assertEquals(List.of("[2] Ghi bằng số."), text.notes().stream().map(Paragraph::text).toList());
        assertEquals(List.of(ParseWarnings.NOTE_WITHOUT_MARK), text.warnings().stream().map(Warning::code).toList());
    }

    @Test
    void the_head_of_a_table_has_its_mark_apart_on_each_page() {
        String print = form("Loại cây1:", RULE, "1 Ghi tên thường gọi.", "\f", "Kết quả", "thực tế 2", "", "Cây bàng", RULE,
                "2 Ghi số cây đếm được ở công viên.", "\f", "Kết quả", "thực tế 2", "", "Cây phượng");
        assertEquals(List.of("1 Loại cây", "2 Kết quả thực tế"), notes(print));
        assertFalse(words(print).contains("tế 2"), words(print));
    }

    @Test
    void a_note_that_goes_on_behind_a_rule_is_kept_without_its_mark() {
        String print = form("Loại cây1:", RULE, "1 Ghi tên thường gọi.", "\f", "Số cây", "", "12", RULE, "2 Đối với cây đã đổ: không ghi số cây.");
        assertEquals(List.of("1 Loại cây", "2 -"), notes(print));
        assertFalse(words(print).contains("cây đã đổ"));
    }

    @Test
    void marks_in_square_brackets_are_no_part_of_the_words() {
        String print = page("Điều 1. Cây trồng[1]", "1. Trồng cây đa ở đầu làng[2] và cuối làng.", "2.[3] Trồng cây đề.", "3. [4] Trồng cây bàng.", "",
                "[1] Điều này" + AMENDED, "[2] Cụm từ này" + AMENDED, "[3] Khoản này" + AMENDED, "[4] Khoản này" + AMENDED);
        DirectiveText text = DirectiveText.parse(TextBlocks.read(print));
        assertEquals(List.of("art_1__note_1 HEADING 9", "art_1__para_1__note_2 TEXT 23", "art_1__para_2__note_3 MARKER 0", "art_1__para_3__note_4 MARKER 0"),
                text.sections().stream().flatMap(section -> section.notes().stream())
                        .map(note -> note.eId().value() + " " + note.part() + " " + note.offset()).toList());
        assertEquals("Cây trồng", text.sections().get(0).heading());
        assertEquals("Trồng cây đa ở đầu làng và cuối làng.", text.sections().get(1).paragraphs().get(0).text());
        TextWords.assertKept(print);
        assertEquals(List.of("1 Loại cây"), notes(form("Loại cây [1]:", RULE, "[1] Ghi tên thường gọi.")));
        assertEquals(List.of("1 [1] [1] của cây Loại cây"), notes(form("[1]", "[1] của cây", "Loại cây [1]:", RULE, "[1] Ghi tên thường gọi.")));
        assertEquals(List.of("1 -"), notes(page("Điều 1. Cây trồng", "[1] Trồng cây đa.", "[1]", "", "[1] Điều này" + AMENDED)));
    }

    @Test
    void a_note_on_a_provision_may_have_its_mark_apart() {
        assertEquals(List.of("1 Điều 1. Cây trồng", "2 Điều 2. Tưới cây"), notes(page("Điều 1. Cây trồng1", "Trồng cây đa ở đầu làng.", "Điều 2. Tưới cây 2",
                "Cây được tưới 2 lần mỗi ngày.", "", "1 Điều này" + AMENDED, "2 Điều này" + AMENDED)));
        assertEquals(List.of("1 Điều 1. Cây trồng", "2 TỔ CHỨC THỰC HIỆN"), notes(page("Điều 1. Cây trồng1", "Trồng cây đa ở đầu làng.", "",
                "Chương II", "TỔ CHỨC THỰC HIỆN 2", "", "Điều 2. Tưới cây", "Ngay.", "", "1 Điều này" + AMENDED, "2 Tên Chương này" + AMENDED)));
    }

    @Test
    void a_heading_that_the_print_sets_behind_the_notes_of_its_page_is_text() {
        String print = page("Điều 1. Cây trồng1", "Trồng cây đa ở đầu làng.", "Điều 2. Hiệu lực", "Ngay./.", "", "Lê Văn Cây", "", "1 Điều này" + AMENDED)
                + page("DANH SÁCH CÂY ĐÃ TRỒNG", "", "Tổng", "", RULE, "2 Mẫu này" + AMENDED, "Mẫu số 08b2", "") + page("Ghi chú: ghi tên thường gọi.", "");
        assertEquals(List.of("1 Điều 1. Cây trồng", "2 Mẫu số 08b"), notes(print));
        assertTrue(words(print).endsWith("Mẫu số 08b Ghi chú: ghi tên thường gọi."), words(print));
    }
}
