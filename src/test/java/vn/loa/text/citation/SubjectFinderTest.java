package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.Subject;

class SubjectFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ngày 06 tháng 3 năm 2023, Ban Thường vụ Huyện ủy ban hành Chỉ thị số 09- CT/HU về chuyển đổi số. | Chỉ thị | 09-CT/HU | Ban Thường vụ Huyện ủy | 2023-03-06 | chuyển đổi số
            Mới đây, Huyện ủy vừa ban hành Kế hoạch số 15-KH/HU ngày 10/01/2023 “Về hạ tầng”. | Kế hoạch | 15-KH/HU | Huyện ủy | 2023-01-10 | hạ tầng
            Ngày 6/3, Ban Thường vụ Huyện ủy đã ký ban hành Chỉ thị số 09-CT/HU về mạng | Chỉ thị | 09-CT/HU | Ban Thường vụ Huyện ủy | - | mạng
            Chỉ thị số 09-CT/HU ngày 06/3/2023 của Ban Thường vụ Huyện ủy về mạng gồm ba việc. | Chỉ thị | 09-CT/HU | Ban Thường vụ Huyện ủy | 2023-03-06 | mạng gồm ba việc
            Bộ Văn hóa, Thể thao và Du lịch vừa ban hành Thông tư số 1/2018/TT-BVHTTDL về lễ hội | Thông tư | 1/2018/TT-BVHTTDL | Bộ Văn hóa, Thể thao và Du lịch | - | lễ hội
            Hội đồng nhân dân tỉnh thông qua Nghị quyết số 12/2023/NQ-HĐND quy định mức học phí. | Nghị quyết | 12/2023/NQ-HĐND | Hội đồng nhân dân tỉnh | - | quy định mức học phí""")
    void the_lead_announces_the_document(String lead, String type, String number, String issuer, String issuedOn,
            String title) {
        Subject subject = SubjectFinder.find(List.of("Tiêu đề bài viết", lead)).orElseThrow();
        assertEquals(type, subject.type());
        assertEquals(number, subject.number().toString());
        assertEquals(issuer, subject.issuer());
        assertEquals(issuedOn, subject.issuedOn() == null ? null : subject.issuedOn().toString());
        assertEquals(title, subject.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thực hiện Nghị quyết số 05-NQ/TU của Tỉnh ủy về rừng, xã họp.", "Tin trong ngày.",
            "Theo kế hoạch ban hành kèm theo Quyết định số 12/QĐ-UBND, xã họp.", "",
            "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;"})
    void a_lead_that_only_mentions_documents_announces_none(String lead) {
        assertTrue(SubjectFinder.find(List.of(lead)).isEmpty());
    }

    @Test
    void what_is_announced_late_is_not_the_subject() {
        List<String> paragraphs = new ArrayList<>(Collections.nCopies(10, "Lời."));
        paragraphs.add("Ngày 6/3/2023, Huyện ủy ban hành Chỉ thị số 9-CT/HU về mạng.");
        assertTrue(SubjectFinder.find(paragraphs).isEmpty());
        assertTrue(SubjectFinder.find(List.of()).isEmpty());
    }

    @Test
    void a_subject_of_nothing_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Subject(null, null, null, null, null));
    }
}
