package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;

class CitationFinderTest {

    private static List<Citation> in(String text) {
        return CitationFinder.citations(List.of(new Paragraph(new EId("p_1"), text)), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            theo Kế hoạch số 15-KH/HU, ngày 10 tháng 01 năm 2023 của Huyện ủy về mạng. Sau | Kế hoạch số 15-KH/HU, ngày 10 tháng 01 năm 2023 | Kế hoạch | 15-KH/HU | 2023-01-10 | Huyện ủy | mạng
            Nghị định 30/2020/NĐ-CP của Chính phủ, ngày 05/3/2020, về công tác văn thư; và | Nghị định 30/2020/NĐ-CP | Nghị định | 30/2020/NĐ-CP | 2020-03-05 | Chính phủ | công tác văn thư
            Quy định số 7-QĐ/HU của Ban Chấp hành Đảng bộ huyện khóa XII Về nêu gương | Quy định số 7-QĐ/HU | Quy định | 7-QĐ/HU | - | Ban Chấp hành Đảng bộ huyện khóa XII | nêu gương
            Nghị quyết số 26-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XII) về cán bộ. | Nghị quyết số 26-NQ/TW | Nghị quyết | 26-NQ/TW | - | Ban Chấp hành Trung ương Đảng (khóa XII) | cán bộ
            Kế hoạch số 1-KH/HU của Huyện ủy “Về trồng cây; làm đường” và việc khác | Kế hoạch số 1-KH/HU | Kế hoạch | 1-KH/HU | - | Huyện ủy | trồng cây; làm đường
            Quy định số 2-QĐ/HU “Quy định mức thưởng ở xã” là tốt | Quy định số 2-QĐ/HU | Quy định | 2-QĐ/HU | - | - | Quy định mức thưởng ở xã
            Đề án số 3-ĐA/HU của Huyện ủy Về xây cầu ở các xã” và việc khác | Đề án số 3-ĐA/HU | Đề án | 3-ĐA/HU | - | Huyện ủy | xây cầu ở các xã
            Kế hoạch số 4/KH-UBND về phong trào “sạch, xanh” ở TP. Huế và 1.000 hộ. Sau đó | Kế hoạch số 4/KH-UBND | Kế hoạch | 4/KH-UBND | - | - | phong trào “sạch, xanh” ở TP. Huế và 1.000 hộ
            Nghị định số 42/2023/NĐ-CP ngày 29 tháng 6 năm 2023 của Chính phủ điều chỉnh lương hưu thì nộp | Nghị định số 42/2023/NĐ-CP ngày 29 tháng 6 năm 2023 | Nghị định | 42/2023/NĐ-CP | 2023-06-29 | Chính phủ | điều chỉnh lương hưu
            Thông tư số 1/2018/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch về lễ hội | Thông tư số 1/2018/TT-BVHTTDL | Thông tư | 1/2018/TT-BVHTTDL | - | Bộ Văn hóa, Thể thao và Du lịch | lễ hội
            làm theo Quyết định số 749/QĐ-TTg ngày 31 tháng 2 năm 2020 nhé | Quyết định số 749/QĐ-TTg | Quyết định | 749/QĐ-TTg | - | - | -
            Nghị quyết số 05-NQ/TU của Tỉnh ủy đã nêu về rừng | Nghị quyết số 05-NQ/TU | Nghị quyết | 05-NQ/TU | - | Tỉnh ủy | -
            thực hiện nghị quyết số 05 - NQ/TU của Tỉnh ủy | nghị quyết số 05 - NQ/TU | Nghị quyết | 05-NQ/TU | - | Tỉnh ủy | -
            NGHỊ QUYẾT SỐ 12-NQ/TU VỀ RỪNG | NGHỊ QUYẾT SỐ 12-NQ/TU | Nghị quyết | 12-NQ/TU | - | - | RỪNG
            Thông báo kết luận số 35-TB/TU, Chương | Thông báo kết luận số 35-TB/TU | Thông báo | 35-TB/TU | - | - | -
            Chương trình hành động số 12-CTr/TU | Chương trình hành động số 12-CTr/TU | Chương trình | 12-CTr/TU | - | - | -
            Công văn số 706/UBND-VP7 nhắc | Công văn số 706/UBND-VP7 | Công văn | 706/UBND-VP7 | - | - | -
            Nghị định số 30-CP cũ | Nghị định số 30-CP | Nghị định | 30-CP | - | - | -
            Ngày 01 tháng 02 năm 2021, Chính phủ ban hành Nghị định số 9/2021/NĐ-CP về thuế. | Nghị định số 9/2021/NĐ-CP | Nghị định | 9/2021/NĐ-CP | 2021-02-01 | Chính phủ | thuế""")
    void a_numbered_document_is_read_with_what_is_said_of_it(String text, String raw, String type, String number,
            String issuedOn, String issuer, String title) {
        List<Citation> found = in(text);
        assertEquals(1, found.size(), found.toString());
        Citation citation = found.get(0);
        assertEquals(raw, citation.raw());
        assertEquals(Citation.Role.REFERENCE, citation.role());
        assertEquals(type, citation.type());
        assertEquals(number, citation.number().toString());
        assertEquals(issuedOn, citation.issuedOn() == null ? null : citation.issuedOn().toString());
        assertEquals(issuer, citation.issuer());
        assertEquals(title, citation.title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013; | Luật Đất đai ngày 29 tháng 11 năm 2013 | Luật | 2013-11-29 | - | Đất đai
            theo Luật Đất đai năm 2013 và thực tế | Luật Đất đai năm 2013 | Luật | - | - | Đất đai
            theo Bộ luật Dân sự 2015, | Bộ luật Dân sự 2015 | Bộ luật | - | - | Dân sự
            theo Hiến pháp năm 2013. | Hiến pháp năm 2013 | Hiến pháp | - | - | -
            Luật Phòng, chống ma túy năm 2021 | Luật Phòng, chống ma túy năm 2021 | Luật | - | - | Phòng, chống ma túy
            Luật sửa đổi, bổ sung một số điều của Luật Nhà ở ngày 13/6/2014 | Luật sửa đổi, bổ sung một số điều của Luật Nhà ở ngày 13/6/2014 | Luật | 2014-06-13 | - | sửa đổi, bổ sung một số điều của Luật Nhà ở
            Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, nhất là | Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng | Nghị quyết | - | Đại hội đại biểu toàn quốc lần thứ XIII của Đảng | -
            Nghị quyết Đại hội XIII của Đảng đã nêu | Nghị quyết Đại hội XIII của Đảng | Nghị quyết | - | Đại hội XIII của Đảng | -
            Nghị quyết Trung ương 4 khóa XII | Nghị quyết Trung ương 4 khóa XII | Nghị quyết | - | Trung ương 4 khóa XII | -
            Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII về | Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII | Nghị quyết | - | Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII | -""")
    void a_document_without_number_is_read_by_its_name(String text, String raw, String type, String issuedOn,
            String issuer, String title) {
        List<Citation> found = in(text);
        assertEquals(1, found.size(), found.toString());
        Citation citation = found.get(0);
        assertEquals(raw, citation.raw());
        assertEquals(Citation.Role.UNNUMBERED, citation.role());
        assertEquals(type, citation.type());
        assertNull(citation.number());
        assertEquals(issuedOn, citation.issuedOn() == null ? null : citation.issuedOn().toString());
        assertEquals(issuer, citation.issuer());
        assertEquals(title, citation.title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Luật Tổ chức chính quyền địa phương số 77/2015/QH13 | Tổ chức chính quyền địa phương
            Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 | Ban hành văn bản quy phạm pháp luật
            Luật Người lao động đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14 | Người lao động đi làm việc ở nước ngoài theo hợp đồng
            Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14 | Ưu đãi người có công với cách mạng""")
    void a_law_with_a_number_has_its_name_as_title(String text, String name) {
        Citation citation = in(text).get(0);
        assertEquals(text, citation.raw());
        assertEquals(name, citation.title());
        assertEquals(Citation.Role.REFERENCE, citation.role());
    }

    @Test
    void several_numbers_share_one_type_word_and_the_issuer_behind_the_last() {
        List<Citation> found = in("các Nghị quyết số 01-NQ/TU và 02-NQ/TU, số 03-NQ/TU của Tỉnh ủy về rừng");
        assertEquals(List.of("Nghị quyết số 01-NQ/TU", "02-NQ/TU", "số 03-NQ/TU"),
                found.stream().map(Citation::raw).toList());
        assertEquals(List.of("Nghị quyết", "Nghị quyết", "Nghị quyết"), found.stream().map(Citation::type).toList());
        assertEquals(List.of("Tỉnh ủy", "Tỉnh ủy", "Tỉnh ủy"), found.stream().map(Citation::issuer).toList());
        assertNull(found.get(0).title());
        assertEquals("rừng", found.get(2).title());
    }

    @Test
    void an_unmistakable_number_needs_no_type_word_and_has_no_type() {
        List<Citation> found = in("Theo 22- CT/TU; 100 - KL/TW; số31-QĐ/TW; số 80/2015/QH13.");
        assertEquals(List.of("22- CT/TU", "100 - KL/TW", "số31-QĐ/TW", "số 80/2015/QH13"),
                found.stream().map(Citation::raw).toList());
        found.forEach(citation -> assertNull(citation.type()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"giai đoạn 2021 - 2025", "ngày 27/7/2022", "Mẫu …/QĐ-UBND", "mã 12/ABC-XYZ",
            "đạt 1/2 số hộ", "Luật này có hiệu lực từ ngày 01 tháng 7 năm 2014",
            "Luật Đất đai có hiệu lực từ ngày 01/7/2014",
            "Quy định rõ trách nhiệm trong năm 2013", "theo pháp luật năm 2013", "học tập Nghị quyết của Đảng",
            "Theo Luật Đất đai, năm 2013 xã đã làm", "xe 19-COVID", "30-CP", "285/CCTTHC"})
    void what_names_no_document_is_left_alone(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void a_title_ends_where_the_sentence_goes_on_to_the_next_document() {
        List<Citation> found = in(
                "Kế hoạch số 1-KH/HU về rừng, Kế hoạch số 2-KH/HU về biển và Luật Thủy sản năm 2017.");
        assertEquals(List.of("rừng", "biển", "Thủy sản"), found.stream().map(Citation::title).toList());
    }

    @Test
    void a_document_inside_a_title_is_cited_as_well() {
        List<Citation> found = in("Nghị định số 2/2025/NĐ-CP ngày 1/9/2025 của Chính phủ sửa đổi Nghị định số "
                + "1/2020/NĐ-CP ngày 3/2/2020 và Nghị định số 5/2021/NĐ-CP.");
        assertEquals(3, found.size());
        assertEquals("sửa đổi Nghị định số 1/2020/NĐ-CP ngày 3/2/2020 và Nghị định số 5/2021/NĐ-CP",
                found.get(0).title());
    }

    @Test
    void the_first_mention_of_the_subject_is_the_subject_and_later_ones_are_references() {
        Subject subject = new Subject("Chỉ thị", DocumentNumber.parse("09-CT/HU").orElseThrow(), "Huyện ủy",
                VietnameseDates.date("06/3/2023").orElseThrow(), "chuyển đổi số");
        List<Citation> found = CitationFinder.citations(
                List.of(new Paragraph(new EId("p_1"), "Thi hành Chỉ thị số 9- CT/HU nhé."),
                        new Paragraph(new EId("p_2"), "Theo Chỉ thị 09-CT/HU.")), subject);
        assertEquals(List.of(Citation.Role.SUBJECT, Citation.Role.REFERENCE),
                found.stream().map(Citation::role).toList());
        assertEquals("Huyện ủy", found.get(0).issuer());
        assertEquals(subject.issuedOn(), found.get(0).issuedOn());
        assertEquals("chuyển đổi số", found.get(0).title());
        assertNull(found.get(1).issuer());
        assertEquals(new EId("p_2"), found.get(1).paragraphEId());
    }
}
