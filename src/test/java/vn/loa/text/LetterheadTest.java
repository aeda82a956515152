package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"QUYẾT ĐỊNH | về cây", "Trồng cây | Ngày 5/2/2030 xã ban hành QUYẾT ĐỊNH",
            "XÃ CÂY | ĐẢNG CỘNG SẢN VIỆT NAM", "A"})
    void other_texts_have_no_letterhead(String lines) {
        assertTrue(Letterhead.find(List.of(lines.split(" \\| "))).isEmpty());
    }
}
