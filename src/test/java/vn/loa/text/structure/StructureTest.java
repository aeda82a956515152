package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.text.print.DroppedLine;

/** The tree of an official text: divisions, lists, what stands before and behind them. */
class StructureTest {

    private static DirectiveText parse(String text) {
        return DirectiveText.parse(TextBlocks.paragraphs("\n\n" + text));
    }

    private static DirectiveText lines(String lines) {
        return DirectiveText.parse(List.of(lines.split(" \\| ")));
    }

    private static String eIds(List<Section> sections) {
        return String.join(" ", sections.stream().map(section -> section.eId().value()).toList());
    }

    private static List<String> texts(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(Paragraph::text).toList();
    }

    @Test
    void a_decree_is_read_from_its_chapters_to_its_points() {
        DirectiveText text = lines("NGHỊ ĐỊNH | Căn cứ Luật Cây xanh; | Chương I | QUY ĐỊNH CHUNG"
                + " | Điều 1. Phạm vi | Văn bản này nói về cây. | Điều 2. Đối tượng"
                + " | 1. Người trồng: | a) Ở xã; | b) Ở phường; | c) Ở tỉnh."
                + " | 2. Người bán. | Chương II | TRỒNG CÂY | Mục 1 | ƯƠM | Điều 3. Ươm ngay. | Mục 2. CHĂM SÓC"
                + " | Tiểu mục 1. Tưới | Điều 4. Tưới mỗi ngày. | Điều 4a. Không tưới khi mưa.");
        assertEquals(List.of("NGHỊ ĐỊNH", "Căn cứ Luật Cây xanh;"), texts(text.preamble()));
        assertEquals("chp_I art_1 art_2 art_2__para_1 art_2__para_1__point_a art_2__para_1__point_b"
                + " art_2__para_1__point_c art_2__para_2 chp_II chp_II__sec_1 art_3 chp_II__sec_2"
                + " chp_II__sec_2__subsec_1 art_4 art_4a", eIds(text.sections()));
        assertEquals(List.of(1, 2, 2, 3, 4, 4, 4, 3, 1, 2, 3, 2, 3, 4, 4),
                text.sections().stream().map(Section::level).toList());
        assertEquals("QUY ĐỊNH CHUNG", text.sections().get(0).heading());
        assertEquals("Điều 2.", text.sections().get(2).marker());
        assertEquals("Đối tượng", text.sections().get(2).heading());
        assertEquals(new EId("chp_II__sec_2__subsec_1"), text.sections().get(13).parentEId());
        assertEquals("CHĂM SÓC", text.sections().get(11).heading());
        assertNull(text.sections().get(10).heading());
    }

    @Test
    void parts_contain_chapters_that_begin_anew() {
        DirectiveText text = lines("Phần thứ nhất | CHUNG | Chương I | A LÀ | Điều 1. Một. | Phần thứ hai | RIÊNG"
                + " | Chương I | B LÀ | Điều 2. Hai.");
        assertEquals("part_1 part_1__chp_I art_1 part_2 part_2__chp_I art_2", eIds(text.sections()));
        assertEquals(List.of(), text.warnings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            I. Một | 1. Hai: | a) Ba; | b) Bốn. | 2. Năm. | II. Sáu. @ sec_I sec_I__para_1 sec_I__para_1__point_a \
            sec_I__para_1__point_b sec_I__para_2 sec_II
            I- Một | 1- Hai. | 2- Ba. | II- Bốn. @ sec_I sec_I__para_1 sec_I__para_2 sec_II
            1. Một: | a) Hai; | b) Ba. | 2. Bốn. @ sec_1 sec_1__point_a sec_1__point_b sec_2
            1. Một: | a/ Hai; | b/ Ba. | 2. Bốn. @ sec_1 sec_1__point_a sec_1__point_b sec_2
            1. Một | - Hai; | - Ba. | 2. Bốn. @ sec_1 sec_2
            1. Một. | 1a. Hai. | 2. Ba. @ sec_1 sec_1a sec_2
            1. M: | a) M; | a1) M; | b) M; | c) M; | d) M; | đ) M; | e) M; | f) M; | g) M. | 2. Hết. @ sec_1 \
            sec_1__point_a sec_1__point_a1 sec_1__point_b sec_1__point_c sec_1__point_d sec_1__point_đ sec_1__point_e \
            sec_1__point_f sec_1__point_g sec_2""")
    void lists_stand_inside_each_other(String text, String eIds) {
        assertEquals(eIds, eIds(lines(text).sections()));
        assertEquals(List.of(), lines(text).warnings());
    }

    @Test
    void dash_items_are_paragraphs_of_the_section_above() {
        assertEquals(List.of("- Hai;", "- Ba."),
                texts(lines("1. Một | - Hai; | - Ba. | 2. Bốn.").sections().get(0).paragraphs()));
    }

    @Test
    void the_mark_of_a_footnote_goes_with_the_marker_that_it_is_set_behind() {
        DirectiveText text = lines("Điều 1. Một: | a) Hai; | b)5 Ba. | Điều 2.3 (bỏ) | Điều 3.4 Tên cây | Bốn."
                + " | 3 Điều này được bỏ. | 4 Tên Điều này được sửa. | 5 Điểm này được sửa.");
        assertEquals("art_1 art_1__point_a art_1__point_b art_2 art_3", eIds(text.sections()));
        assertEquals(List.of("Điều 1.", "a)", "b)5", "Điều 2.3", "Điều 3.4"),
                text.sections().stream().map(Section::marker).toList());
        assertEquals("Ba.", text.sections().get(2).paragraphs().get(0).text());
        assertEquals("(bỏ)", text.sections().get(3).paragraphs().get(0).text());
        assertEquals("Tên cây", text.sections().get(4).heading());
    }

    @Test
    void a_figure_behind_a_number_that_is_no_footnotes_mark_stays_with_the_words() {
        DirectiveText text = lines("Điều 1. Một: | a) Hai; | b)5 Ba. | Điều 2.3 (bỏ) | Điều 3. Bốn.");
        assertEquals("art_1 art_1__point_a art_1__point_b art_2 art_3", eIds(text.sections()));
        assertEquals("5 Ba.", text.sections().get(2).paragraphs().get(0).text());
        assertEquals("3 (bỏ)", text.sections().get(3).paragraphs().get(0).text());
    }

    @Test
    void divisions_in_a_quoted_amendment_open_nothing() {
        assertEquals("art_1 art_1__para_1 art_1__para_2 art_2", eIds(lines("Điều 1. Sửa đổi | 1. Sửa Điều 9 như sau:"
                + " | “Điều 9. Cây | 1. Cây to. | Điều 10. Hoa | a) Hoa nhỏ.”. | 2. Bỏ Điều 11."
                + " | Điều 2. Hiệu lực ngay.")
                .sections()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            Điều 1. A. | Điều 2. B. | Điều 4. C. @ art_1 art_2 art_4 @ 1
            Điều 1. A. | Điều 2. B. | Điều 182. C. | Điều 3. D. @ art_1 art_2 art_3 @ 1
            Điều 1. A. | Điều 2. B. | Điều 2. C. | Điều 3. D. @ art_1 art_2 art_2_2 art_3 @ 1
            Điều 5. A. | Điều 6. B. @ art_5 art_6 @ 0
            Điều 5. A. | Hết. @  @ 1
            Điều 5 của Luật nói khác. | Hết. @  @ 0
            Chương I | A LÀ | Điều 1. A. | Chương III | B LÀ | Điều 2. B. @ chp_I art_1 chp_III art_2 @ 1
            1. Sửa: | Điều 5. Cây. | 2. Bỏ: | Điều 6. Hoa. @ sec_1 sec_2 @ 2""")
    void divisions_out_of_sequence_are_reported(String text, String eIds, int warnings) {
        assertEquals(eIds == null ? "" : eIds, eIds(lines(text).sections()));
        assertEquals(warnings, lines(text).warnings().size());
    }

    @Test
    void a_warning_says_where_the_words_are() {
        Warning warning = lines("Điều 1. A. | Điều 9. B. | Điều 2. C.").warnings().get(0);
        assertEquals(new EId("art_1__p_2"), warning.at());
        assertEquals("Điều 9. B.", warning.near());
    }

    @Test
    void signatures_and_recipients_are_the_closing() {
        DirectiveText text = lines("Điều 1. Một. | Điều 2. Hai./. | Nơi nhận: | - Như trên; | TM. ỦY BAN NHÂN DÂN"
                + " | CHỦ TỊCH | Lê Văn Cây");
        assertEquals(List.of("closing__p_1", "closing__p_2", "closing__p_3", "closing__p_4", "closing__p_5"),
                text.closing().stream().map(paragraph -> paragraph.eId().value()).toList());
        assertEquals(1, text.sections().get(1).paragraphs().size());
    }

    @Test
    void a_list_behind_an_office_is_no_closing() {
        assertEquals("sec_1 sec_2", eIds(lines("CHỦ TỊCH | 1. Một. | 2. Hai.").sections()));
    }

    @Test
    void annexes_are_sections_of_their_own_whose_tables_stay_text() {
        DirectiveText text = lines("Điều 1. Một. | Điều 2. Hai./. | KT. BỘ TRƯỞNG | Lê Văn Cây"
                + " | Phụ lục I | BIỂU MẪU SỐ MỘT | 1. Cây to | 2. Cây nhỏ | Phụ lục II. DANH SÁCH | Không có.");
        assertEquals("art_1 art_2", eIds(text.sections()));
        assertEquals("annex_I annex_II", eIds(text.annexes()));
        assertEquals("BIỂU MẪU SỐ MỘT", text.annexes().get(0).heading());
        assertEquals(List.of("1. Cây to", "2. Cây nhỏ"), texts(text.annexes().get(0).paragraphs()));
        assertEquals("DANH SÁCH", text.annexes().get(1).heading());
        assertEquals(List.of(), text.warnings());
    }

    @Test
    void a_regulation_that_comes_with_a_decision_has_articles_of_its_own() {
        DirectiveText text = lines("Điều 1. Ban hành Quy chế. | Điều 2. Hiệu lực./. | TM. ỦY BAN | Lê Văn Cây"
                + " | QUY CHẾ | Trồng cây | (Kèm theo Quyết định số 5/QĐ-UBND) | Chương I | CHUNG LÀ"
                + " | Điều 1. Cây | 1. To. | 2. Nhỏ. | Điều 2. Hoa.");
        assertEquals("art_1 art_2", eIds(text.sections()));
        assertEquals("annex_1 annex_1__chp_I annex_1__art_1 annex_1__art_1__para_1 annex_1__art_1__para_2"
                + " annex_1__art_2", eIds(text.annexes()));
        assertEquals(2, text.annexes().get(0).paragraphs().size());
    }

    @Test
    void an_address_does_not_depend_on_the_other_sections() {
        String before = eIds(lines("Điều 1. A: | a) B; | b) C. | Điều 2. D.").sections());
        String after = eIds(lines("Chương I | MỚI LÀ | Điều 1. A: | a) B; | a1) Mới; | b) C. | Điều 1a. Mới."
                + " | Điều 2. D.").sections());
        assertEquals("art_1 art_1__point_a art_1__point_b art_2", before);
        assertEquals("chp_I art_1 art_1__point_a art_1__point_a1 art_1__point_b art_1a art_2", after);
    }

    @Test
    void a_print_is_read_without_its_furniture_and_across_its_pages() {
        TextBlocks blocks = TextBlocks.read("""
                CÔNG BÁO/Số 12 + 13/Ngày 01-02-2030
                7

                CHỦ TỊCH XÃ CÂY XANH
                __________

                Căn cứ Luật Cây xanh;
                Điều 1. Trồng cây ở các tuyến đường của xã và ở sân của mọi trường học trong xã
                1. Mỗi nhà trồng một cây ở trước cửa, tưới cây mỗi ngày và báo cho trưởng ấp biết
                khi cây bị đổ. Trưởng ấp ghi tên cây vào sổ theo quy định tại khoản
                2. của Điều này và gửi sổ
                Ký bởi: CÔNG BÁO XÃ
                Cơ quan: VĂN PHÒNG XÃ
                Ngày ký: 2030-02-02 08:00:00 +07:00

                CÔNG BÁO/Số 12 + 13/Ngày 01-02-2030
                8


                về xã mỗi tháng một lần.
                Trường học trồng hoa.
                2. Sổ do xã in sẵn và phát cho các ấp vào tháng giêng hằng năm, mỗi ấp được nhận
                - một quyển sổ to; ấp nào cần thêm thì tự in lấy theo mẫu của xã và báo cho xã hay
                - Riêng trường học dùng sổ của trường./.
                TM. XÃ CÂY XANH
                CHỦ TỊCH
                Lê Văn Cây
                """);
        DirectiveText text = DirectiveText.parse(blocks.paragraphs());
        assertEquals(List.of(1, 2, 5, 12, 13, 14, 16, 17), blocks.dropped().stream().map(DroppedLine::line).toList());
        assertEquals("art_1 art_1__para_1 art_1__para_2", eIds(text.sections()));
        assertEquals("Trường học trồng hoa.", text.sections().get(1).paragraphs().get(1).text());
        assertEquals(2, text.sections().get(1).paragraphs().size());
        assertEquals(3, text.closing().size());
    }
}
