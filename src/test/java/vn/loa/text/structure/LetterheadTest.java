package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.number.DocumentNumber;

class LetterheadTest {

    private static Subject read(String lines) {
        return Letterhead.find(List.of(lines.split(" \\| "))).orElseThrow();
    }

    @Test
    void the_head_of_a_decision_says_what_it_is() {
        Subject subject = read("ỦY BAN NHÂN DÂN XÃ CÂY | Số: 12/QĐ-UBND | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
                + " | Độc lập - Tự do - Hạnh phúc | Xã Cây, ngày 05 tháng 02 năm 2030 | QUYẾT ĐỊNH"
                + " | Về việc trồng cây ở trường học | theo | Kế hoạch số 3/KH-UBND | CHỦ TỊCH | Căn cứ Luật Cây;"
                + " | Theo đề nghị của Ủy ban nhân dân xã Cây");
        assertEquals(new Subject("Quyết định", DocumentNumber.parse("12/QĐ-UBND").orElseThrow(),
                "Ủy ban nhân dân xã Cây", VietnameseDates.date("05/02/2030").orElseThrow(),
                "trồng cây ở trường học theo Kế hoạch số 3/KH-UBND"), subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            ĐẢNG CỘNG SẢN VIỆT NAM | CHỈ THỊ | về cây @ Chỉ thị
            TỈNH ỦY CÂY | ĐẢNG CỘNG SẢN VIỆT NAM | NGHỊ QUYẾT @ Nghị quyết""")
    void what_the_head_does_not_say_is_not_known(String lines, String type) {
        assertEquals(type, read(lines).type());
        assertEquals(null, read(lines).number());
        assertEquals(null, read(lines).issuedOn());
    }

    @Test
    void a_consolidated_law_is_known_by_what_stands_at_its_end() {
        Subject subject = read("QUỐC HỘI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | LUẬT | CÂY XANH"
                + " | Luật Cây xanh số 81/2031/QH17 được sửa đổi, bổ sung bởi: | Luật số 9/2032/QH17 | Điều 1. Cây"
                + " | VĂN PHÒNG QUỐC HỘI | Số: 12/VBHN-VPQH | XÁC THỰC VĂN BẢN HỢP NHẤT"
                + " | Hà Nội, ngày 24 tháng 11 năm 2032 | CHỦ NHIỆM");
        assertEquals(new Subject("Văn bản hợp nhất", DocumentNumber.parse("12/VBHN-VPQH").orElseThrow(),
                "VĂN PHÒNG QUỐC HỘI", VietnameseDates.date("24/11/2032").orElseThrow(), "Cây xanh"), subject);
    }

    @Test
    void who_consolidated_a_text_stands_above_its_number() {
        Subject subject = read("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | THÔNG TƯ | Về cây"
                + " | Thông tư số 1/2031/TT-BCX của Bộ trưởng Bộ Cây - Hoa và Cỏ được sửa đổi bởi: | Điều 1. Cây"
                + " | BỘ CÂY - HOA VÀ CỎ | Số: 12/VBHN-BCX | XÁC NHẬN VĂN BẢN HỢP NHẤT"
                + " | Hà Nội, ngày 24 tháng 11 năm 2032 | BỘ TRƯỞNG");
        assertEquals("Bộ Cây - Hoa và Cỏ", subject.issuer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"năm 2030", "năm 20304", "năm 203012", "năm 2030[4]"})
    void a_footnotes_mark_behind_the_year_is_no_part_of_it(String year) {
        Subject subject = read("BỘ CÂY | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Hà Nội, ngày 05 tháng 02 " + year
                + " | QUYẾT ĐỊNH | Về cây | Điều 1. Cây");
        assertEquals(VietnameseDates.date("05/02/2030").orElseThrow(), subject.issuedOn());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Luật này được Quốc hội khóa XVII, kỳ họp thứ 2 thông qua ngày 20 tháng 6 năm 2031.             | 20/6/2031
            Nghị quyết này đã được Ủy ban Thường vụ Quốc hội thông qua ngày 20 tháng 6 năm 2031./.         | 20/6/2031
            Luật này được Quốc hội thông qua tại kỳ họp thứ 2.                                             |
            Ngày 20 tháng 6 năm 2031 xã trồng cây.                                                         |""")
    void a_law_whose_head_has_no_date_is_of_the_day_it_was_adopted(String last, String date) {
        Subject subject = read("QUỐC HỘI | Luật số: 81/2031/QH17 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | LUẬT | CÂY XANH"
                + " | Điều 1. Cây | " + last + " | CHỦ TỊCH QUỐC HỘI | Lê Văn Cây");
        assertEquals(VietnameseDates.date(date).orElse(null), subject.issuedOn());
    }

    @Test
    void a_party_directive_says_who_issued_it_below_its_kind() {
        Subject subject = read("TỈNH ỦY CÂY | * | Số 31-CT/TU | ĐẢNG CỘNG SẢN VIỆT NAM | Cây, ngày 13 tháng 7 năm 2031"
                + " | CHỈ THỊ | CỦA BAN THƯỜNG VỤ TỈNH ỦY | về trồng cây | Ban Thường vụ Tỉnh ủy yêu cầu:");
        assertEquals(new Subject("Chỉ thị", DocumentNumber.parse("31-CT/TU").orElseThrow(), "Ban Thường vụ Tỉnh ủy",
                VietnameseDates.date("13/7/2031").orElseThrow(), "trồng cây"), subject);
    }

    @ParameterizedTest
    @CsvSource({"QUYẾT ĐỊNH | về cây", "Trồng cây | Ngày 5/2/2030 xã ban hành QUYẾT ĐỊNH",
            "XÃ CÂY | ĐẢNG CỘNG SẢN VIỆT NAM", "A"})
    void other_texts_have_no_letterhead(String lines) {
        assertTrue(Letterhead.find(List.of(lines.split(" \\| "))).isEmpty());
    }
}
