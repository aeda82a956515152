package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.text.TextWords;

/** The notes at the foot of a consolidated text's pages hang on the provisions that have their marks. */
class PageNotesTest {

    private final String print = print();
    private final DirectiveText text = DirectiveText.parse(TextBlocks.read(print));

    private static String print() {
        try (InputStream in = PageNotesTest.class.getResourceAsStream("/prints/van-ban-hop-nhat-hai-trang.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private SectionNote note(String number) {
        return text.sections().stream().flatMap(section -> section.notes().stream())
                .filter(note -> note.number().equals(number)).findFirst().orElseThrow();
    }

    private static String placed(SectionNote note) {
        return note.eId().value() + " " + note.part() + " " + note.at().value() + " " + note.offset();
    }

    @Test
    void each_note_hangs_on_the_words_that_have_its_mark() {
        assertEquals(List.of("art_1__note_2 HEADING art_1 18", "art_1__note_3 TEXT art_1__p_1 145",
                "art_2__para_2__note_4 MARKER art_2__para_2 0", "art_2__para_3__note_5 MARKER art_2__para_3 0",
                "art_2__para_3__note_6 TEXT art_2__para_3__p_1 81", "art_3__note_7 MARKER art_3 0",
                "art_4__note_8 HEADING art_4 17"),
                text.sections().stream().flatMap(section -> section.notes().stream()).map(PageNotesTest::placed).toList());
    }

    @Test
    void a_note_of_the_title_stands_apart() {
        assertEquals(List.of("note_1__p_1"), text.notes().stream().map(paragraph -> paragraph.eId().value()).toList());
        assertTrue(text.notes().get(0).text().startsWith("[1] Văn bản này được hợp nhất từ ba Thông tư"));
    }

    @Test
    void no_word_of_a_note_and_no_mark_is_in_a_provision() {
        String law = String.join("\n", text.allParagraphs().stream().map(Paragraph::text).toList());
        assertFalse(law.contains("Điều này"), law);
        assertTrue(law.contains("năm 2030, và cách ghi"), law);
        assertTrue(law.contains("theo mẫu số 1 ban hành"), law);
        assertEquals(List.of("Phạm vi điều chỉnh", "Người làm vườn", "Hiệu lực thi hành"),
                text.sections().stream().map(Section::heading).flatMap(Stream::ofNullable).toList());
    }

    @Test
    void a_note_goes_on_at_the_foot_of_the_next_page_behind_the_signature() {
        assertEquals(1, note("3").paragraphs().size());
        assertTrue(note("3").paragraphs().get(0).text().endsWith("mà Bộ trưởng Bộ Cây xanh ban hành sau khi lấy ý kiến của những"
                + " người làm vườn ở các tỉnh, thành phố trực thuộc Trung ương và của các công viên lớn."));
        assertEquals("Lê Văn Cây", text.closing().get(text.closing().size() - 1).text());
    }

    @Test
    void a_sentence_goes_on_over_the_notes_at_the_foot_of_its_page() {
        assertTrue(text.sections().get(0).paragraphs().get(0).text().endsWith("cây nào phải chờ đến buổi chiều."));
    }

    @Test
    void a_note_may_quote_whole_articles() {
        assertEquals(List.of("“Điều 2. Hiệu lực thi hành", "1. Thông tư này có hiệu lực kể từ ngày 01 tháng 01 năm 2032.",
                "2. Người làm vườn đã nhận mũ trước ngày đó thì giữ mũ.”"),
                note("8").paragraphs().stream().skip(1).map(Paragraph::text).toList());
    }

    @Test
    void every_word_of_the_print_is_kept() {
        TextWords.assertKept(print);
        TextWords.assertAddressesAreUnique(text);
    }

    @Test
    void the_numbers_of_a_table_are_no_notes() {
        String table = """
                CÔNG BÁO/Số 12/Ngày 03-4-2032
                5

                Điều 1. Cây trồng trong công viên của các tỉnh, thành phố trực thuộc Trung ương
                STT Tên cây 1
                1
                Cây đa

                1 Cây đa trồng ở đầu làng

                2 Cây đề trồng ở cuối làng

                Điều 2. Hiệu lực
                Ngay.
                """;
        assertEquals(List.of(), TextBlocks.read(table).notes());
    }

    @Test
    void a_note_that_says_what_was_repealed_is_none_of_the_text_even_without_its_mark_and_behind_a_lost_one() {
        String print = """
                CÔNG BÁO/Số 12/Ngày 03-4-2032
                5

                Điều 1. Cây trồng1
                1. Trồng cây đa ở đầu làng.

                1 Điều này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số 9/2031/TT-BCX.

                CÔNG BÁO/Số 12/Ngày 03-4-2032
                6

                2. Trồng cây đề ở cuối làng.
                Điều 2. Hiệu lực
                Ngay.

                3 Nội dung “Hộ khẩu của cây” được bãi bỏ theo quy định tại khoản 2 Điều 1 của
                Thông tư số 9/2031/TT-BCX.
                """;
        TextBlocks read = TextBlocks.read(print);
        assertEquals(List.of(1, 3), read.notes().stream().map(PlacedNote::number).toList());
        assertEquals(-1, read.notes().get(1).paragraph());
        assertFalse(String.join("\n", read.paragraphs()).contains("Hộ khẩu"));
        TextWords.assertKept(print);
    }
}
