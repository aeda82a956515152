package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/** Reads sections and citations from a portal's page that was written for this test. */
class PlainDirectiveTest {

    private static List<String> page() throws IOException {
        try (InputStream in = PlainDirectiveTest.class.getResourceAsStream("/text/directive.txt")) {
            return TextBlocks.paragraphs(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_page_is_read_from_its_stamp_to_its_last_citation() throws IOException {
        List<String> page = page();
        assertEquals("2023-03-09T07:15", VietnameseDates.findStamp(page.get(1)).orElseThrow().at().toString());
        assertEquals(List.of("Đang xem: 3", "Trong ngày: 41", "Tổng số: 90210"),
                page.subList(page.size() - 3, page.size()));

        DirectiveText text = DirectiveText.parse(page.subList(2, page.size() - 3));
        assertEquals(2, text.preamble().size());
        assertEquals(List.of("sec_1", "sec_2", "sec_3"), text.sections().stream().map(s -> s.eId().value()).toList());
        assertEquals("Tổ chức thực hiện", text.sections().get(1).heading());
        assertEquals(List.of(), text.warnings());

        List<Paragraph> paragraphs = new ArrayList<>(text.preamble());
        text.sections().forEach(section -> paragraphs.addAll(section.paragraphs()));
        Subject subject = SubjectFinder.find(text.preamble().stream().map(Paragraph::text).toList()).orElseThrow();
        assertEquals("đẩy mạnh chuyển đổi số trong các cơ quan của xã", subject.title());
        assertEquals(List.of("SUBJECT Chỉ thị số 09- CT/HU",
                        "UNNUMBERED Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XII",
                        "REFERENCE Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020",
                        "REFERENCE Kế hoạch số 15-KH/HU, ngày 10 tháng 01 năm 2023"),
                CitationFinder.citations(paragraphs, subject).stream().map(c -> c.role() + " " + c.raw()).toList());
        assertEquals(List.of("sec_3__p_1 Chỉ thị này"), CitationFinder.selfReferences(paragraphs, subject.type())
                .stream().map(reference -> reference.paragraphEId() + " " + reference.raw()).toList());
    }
}
