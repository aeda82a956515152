package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.TextWords;

/** A heading ends with its line, even if that line is full. A sentence continues on the next line. */
class HeadingLineTest {

    /** Wrapped as proportional type is: lines of one width have 72 to 80 characters. */
    private static final String PRINT = """
            CÔNG BÁO/Số 12/Ngày 01-02-2030
            7

            Căn cứ Luật Cây xanh ngày 20 tháng 6 năm 2029 và các văn bản hướng dẫn
            thi hành Luật này;

            Điều 1. Lấy ý kiến của trường học, trạm y tế và các hội có liên quan
            Xã và ấp muốn trồng cây ở trước cửa nhà của người khác thì phải hỏi chủ nhà
            ít nhất là mười ngày trước khi đào hố, và ghi câu trả lời của chủ nhà vào sổ
            trồng cây của ấp để người dân trong ấp cùng biết.
            Điều 2. Kết nối, chia sẻ danh sách cây xanh với Cổng Thông tin của Cục
            Cây xanh và Công viên, Sở Xây dựng và các xã có nhiều cây
            Danh sách cây được chia sẻ từ sổ trồng cây của ấp lên Cổng thông tin, mỗi tháng
            một lần vào ngày đầu tháng, trừ những tháng mà ấp không trồng thêm cây nào.
            Điều 3. Cách chăm cây
            1. Nhóm việc về nâng cao chất lượng và hiệu quả chăm sóc cây non
            - Đổi mới cách tưới, cách bón phân và cách che nắng cho cây non ở các tuyến
            đường có nhiều xe; mỗi tuần tưới ba lần.
            2. Giao trưởng ấp phối hợp với các trường học, trạm y tế và Hội Cây xanh
            - Hoa kiểng của xã cắt cành khô vào đầu mùa mưa, và báo cho xã biết những
            cây có thể đổ để xã cho người đến xem rồi chống đỡ hoặc trồng cây khác.
            Điều 4. Trưởng các ấp, hiệu trưởng các trường học và trạm trưởng trạm y tế
            Xã Cây thi hành Nghị định này.
            """;

    private final DirectiveText text = DirectiveText.parse(TextBlocks.paragraphs(PRINT));

    private String heading(String eId) {
        return section(eId).heading();
    }

    private List<String> paragraphs(String eId) {
        return section(eId).paragraphs().stream().map(Paragraph::text).toList();
    }

    private Section section(String eId) {
        return text.sections().stream().filter(section -> section.eId().value().equals(eId)).findFirst().orElseThrow();
    }

    @Test
    void a_capital_begins_a_paragraph_where_the_heading_had_room_for_it() {
        assertEquals("Lấy ý kiến của trường học, trạm y tế và các hội có liên quan", heading("art_1"));
        assertEquals(1, paragraphs("art_1").size());
    }

    @Test
    void a_heading_of_two_lines_goes_on_inside_a_name() {
        assertEquals("Kết nối, chia sẻ danh sách cây xanh với Cổng Thông tin của Cục Cây xanh và Công viên, Sở Xây"
                + " dựng và các xã có nhiều cây", heading("art_2"));
        assertEquals(1, paragraphs("art_2").size());
    }

    @Test
    void a_dash_item_begins_below_a_heading() {
        assertEquals("Nhóm việc về nâng cao chất lượng và hiệu quả chăm sóc cây non", heading("art_3__para_1"));
        assertEquals(1, paragraphs("art_3__para_1").size());
    }

    @Test
    void a_dash_inside_a_name_and_a_name_behind_a_full_line_begin_nothing() {
        assertEquals(1, paragraphs("art_3__para_2").size());
        assertEquals(List.of("Trưởng các ấp, hiệu trưởng các trường học và trạm trưởng trạm y tế Xã Cây thi hành Nghị"
                + " định này."), paragraphs("art_4"));
    }

    @Test
    void nothing_of_the_print_is_lost() {
        TextWords.assertKept(PRINT);
        TextWords.assertAddressesAreUnique(text);
    }

    private static Section first(String print) {
        return DirectiveText.parse(TextBlocks.paragraphs("Căn cứ Luật Cây xanh;\n\n" + print + "\nĐiều 2. Xã thi hành.")).sections().get(0);
    }

    @Test
    void a_sentence_that_repeats_the_heading_or_begins_as_sentences_do_is_below_it() {
        assertEquals("Mục đích của việc dạy cách tưới nước, cách bón phân và cách tỉa cành",
                first("Điều 1. Mục đích của việc dạy cách tưới nước, cách bón phân và cách tỉa cành\nCách tưới nước, cách bón phân được dạy "
                        + "cho người dân trước khi trồng cây\nđể người dân biết chăm sóc cây.").heading());
        assertEquals("Nội dung của sổ trồng cây do các ấp lập và gửi cho xã mỗi tháng một lần",
                first("Điều 1. Nội dung của sổ trồng cây do các ấp lập và gửi cho xã mỗi tháng một lần\nTrừ trường hợp xã có yêu cầu khác, "
                        + "sổ trồng cây ghi tên đường và số cây\nđã trồng trong tháng.").heading());
    }

    @Test
    void a_line_between_a_heading_and_the_first_clause_that_ends_no_sentence_is_the_headings() {
        Section article = first("Điều 1. Cách chấm điểm, xếp hạng, thi đua\nQuỹ trồng cây của các ấp trong xã\n1. Ấp tự chấm điểm.\n2. Xã xếp hạng.");
        assertEquals("Cách chấm điểm, xếp hạng, thi đua Quỹ trồng cây của các ấp trong xã", article.heading());
        assertEquals(List.of(), article.paragraphs());
    }

    @Test
    void an_introduction_between_a_heading_and_the_first_clause_stays_a_paragraph() {
        Section article = first("Điều 1. Cách tính công\nHằng năm các ấp trong xã chấm điểm cho người trồng cây và tưới cây như sau:\n1. Ấp tự chấm điểm cho từng người trồng cây và tưới cây trong ấp của mình.\n2. Xã xếp hạng.");
        assertEquals("Cách tính công", article.heading());
        assertEquals(1, article.paragraphs().size());
    }

    @Test
    void a_first_clause_opens_below_a_heading_of_two_lines_that_ends_in_a_word_like_part() {
        DirectiveText read = DirectiveText.parse(TextBlocks.paragraphs("Căn cứ Luật Cây xanh;\n\nĐiều 1. Quy định về cập nhật thông tin, báo cáo của các ấp, "
                + "các trường học\nthực hiện dự án thành phần\n1. Khi dự án được duyệt: ấp ghi sổ trồng cây.\n2. Xã kiểm tra.\nĐiều 2. Xã thi hành."));
        assertEquals(List.of("art_1", "art_1__para_1", "art_1__para_2", "art_2"),
                read.sections().stream().map(section -> section.eId().value()).toList());
    }

    @Test
    void numbers_in_words_are_numbers() {
        List<Section> read = DirectiveText.parse(List.of("Phần thứ nhất", "QUY ĐỊNH CHUNG", "Chương một", "CÂY XANH", "Điều thứ mười một. Trồng cây.",
                "Điều thứ mười hai. Tưới cây.", "Chương hai", "CÂY KIỂNG", "Điều thứ mười ba. Tỉa cây.")).sections();
        assertEquals(List.of("part_1", "part_1__chp_1", "art_11", "art_12", "part_1__chp_2", "art_13"),
                read.stream().map(section -> section.eId().value()).toList());
        assertEquals(1, DirectiveText.parse(List.of("Điều 1. Trồng cây.", "Chương hai của Nghị định này còn hiệu lực.", "Điều 2. Tưới cây."))
                .sections().get(0).paragraphs().size() - 1);
    }
}
