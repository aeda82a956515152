package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.directive.rendering.RevisionTexts.section;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import vn.loa.directive.force.ForceReason;
import vn.loa.directive.force.ForceView;

/** Each form says whether a directive and its sections are in force. */
class ForceRenderingTest {

    private static final UUID REPEAL = UUID.fromString("5f7d1c3e-0000-4000-8000-000000000003");
    private static final LocalDate ENDED = LocalDate.of(2024, 1, 15);
    private static final ForceView PARTLY = new ForceView("partly", ENDED, null, LocalDate.of(2026, 7, 1), List.of(REPEAL));
    private static final ForceView REPEALED = new ForceView("ended", ENDED, null, LocalDate.of(2026, 7, 1), List.of(REPEAL));
    private static final Map<UUID, ForceReason> REASONS = Map.of(REPEAL,
            new ForceReason("repeal", "Nghị định", "01/2024/NĐ-CP", null, false, List.of("art_2__para_1__point_đ")));
    private static final RevisionText TEXT = RevisionTexts.withForce(RevisionTexts.whole("<p>Căn cứ.</p>", List.of(), List.of(
            section("art_5", null, 1, "article", "Điều 5.", "Phạm vi", List.of(), "Áp dụng toàn tỉnh."),
            section("art_5__para_1", "art_5", 2, "clause", "1.", null, List.of(), "Một.", "Hai."),
            section("art_6", null, 1, "article", "Điều 6.", null, List.of(), "Ba."))),
            PARTLY, Arrays.asList(REPEALED, REPEALED, null), null, REASONS);
    private static final String WHOLE = "Tình trạng hiệu lực: có hiệu lực một phần từ ngày 15 tháng 01 năm 2024; ở đây chưa biết ngày hết "
            + "hiệu lực, theo các nguồn đến ngày 01 tháng 7 năm 2026. Theo điểm đ khoản 1 Điều 2 Nghị định số 01/2024/NĐ-CP (bãi bỏ).";
    private static final String PART = "Tình trạng hiệu lực của phần này: hết hiệu lực từ ngày 15 tháng 01 năm 2024. "
            + "Theo điểm đ khoản 1 Điều 2 Nghị định số 01/2024/NĐ-CP (bãi bỏ).";

    @Test
    void html_has_a_notice_at_the_top_and_in_a_section_that_differs() {
        Document page = Jsoup.parse(DirectiveHtml.render(TEXT));
        assertEquals(WHOLE, page.select("article > p.force").text());
        assertEquals(List.of(PART), page.select("section p.force").eachText());
        assertEquals(PART, page.select("#art_5 > h2 + p.force").text());
    }

    @Test
    void text_and_markdown_have_them_too() {
        String text = DirectivePlainText.render(TEXT);
        assertTrue(text.startsWith(WHOLE + "\n\n"), text);
        assertTrue(text.contains("Điều 5. Phạm vi\n\n" + PART + "\n\nÁp dụng"), text);
        assertEquals(text.indexOf(PART), text.lastIndexOf(PART));
        String markdown = DirectiveMarkdown.render(TEXT);
        assertTrue(markdown.startsWith(WHOLE), markdown);
        assertTrue(markdown.contains("## Điều 5. Phạm vi\n\n" + PART + "\n\nÁp dụng"), markdown);
    }

    @Test
    void a_section_without_a_heading_has_its_notice_behind_its_first_paragraph() {
        RevisionText text = RevisionTexts.withForce(RevisionTexts.part(List.of(
                section("sec_1", null, 1, "section", "1.", null, List.of(), "Một.", "Hai."))), PARTLY, List.of(REPEALED), null, REASONS);
        assertTrue(DirectivePlainText.render(text).contains("1. Một.\n\n" + PART + "\n\nHai."), DirectivePlainText.render(text));
        assertTrue(DirectiveMarkdown.render(text).contains("1\\. Một.\n\n" + PART + "\n\nHai."), DirectiveMarkdown.render(text));
        assertEquals(PART, Jsoup.parse(DirectiveHtml.render(text)).select("#sec_1 > p:first-child + p.force").text());
    }

    @Test
    void akoma_ntoso_has_events_periods_and_a_note() {
        String xml = DirectiveAkn.render(TEXT);
        Element akn = AknSchema.parse(xml);
        Element event = (Element) akn.getElementsByTagNameNS("*", "eventRef").item(0);
        assertEquals("2024-01-15", event.getAttribute("date"));
        assertEquals("amendment", event.getAttribute("type"));
        assertEquals(1, akn.getElementsByTagNameNS("*", "eventRef").getLength());
        assertEquals(2, akn.getElementsByTagNameNS("*", "temporalGroup").getLength());
        Element body = (Element) akn.getElementsByTagNameNS("*", "body").item(0);
        Element article = (Element) akn.getElementsByTagNameNS("*", "article").item(0);
        Element other = (Element) akn.getElementsByTagNameNS("*", "article").item(1);
        assertEquals("#period_1", body.getAttribute("period"));
        assertEquals("#period_2", article.getAttribute("period"));
        assertEquals("", other.getAttribute("period"));
        assertEquals(WHOLE, akn.getElementsByTagNameNS("*", "note").item(0).getTextContent());
        assertTrue(xml.contains("href=\"/akn/ontology/concept/vn/force/ended\""), xml);
    }

    @Test
    void what_commences_in_parts_has_force_from_the_day_of_the_first_of_them() {
        ForceReason first = new ForceReason("commence", null, null, null, true, List.of("art_6"));
        Element akn = AknSchema.parse(DirectiveAkn.render(RevisionTexts.withForce(TEXT, PARTLY, List.of(), null, Map.of(REPEAL, first))));
        assertEquals("generation", ((Element) akn.getElementsByTagNameNS("*", "eventRef").item(0)).getAttribute("type"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            in-force  | 2020-03-05 | -          | -          | có hiệu lực từ ngày 05 tháng 3 năm 2020; ở đây chưa biết ngày hết hiệu lực.
            in-force  | 2020-03-05 | 2023-12-31 | 2026-07-01 | có hiệu lực từ ngày 05 tháng 3 năm 2020 đến hết ngày 31 tháng 12 năm 2023.
            in-force  | -          | -          | 2026-07-01 | có hiệu lực; ở đây chưa biết ngày hết hiệu lực, theo các nguồn đến ngày 01 tháng 7 năm 2026.
            not-yet   | -          | 2026-12-31 | 2026-07-01 | chưa có hiệu lực; có hiệu lực từ ngày 01 tháng 01 năm 2027.
            not-yet   | -          | -          | -          | chưa có hiệu lực.
            suspended | 2020-03-05 | 2023-12-31 | -          | ngưng hiệu lực từ ngày 05 tháng 3 năm 2020 đến hết ngày 31 tháng 12 năm 2023.
            ended     | 2024-01-01 | -          | -          | hết hiệu lực từ ngày 01 tháng 01 năm 2024.
            unknown   | -          | 2020-03-04 | -          | chưa rõ.
            """)
    void the_words_say_since_when_and_until_when(String status, LocalDate since, LocalDate until, LocalDate known, String words) {
        ForceView force = new ForceView(status, since, until, known, List.of());
        assertEquals("Tình trạng hiệu lực: " + words, new ForceNotices(force, null, Map.of()).ofDocument());
        assertEquals("Tình trạng hiệu lực vào ngày 30 tháng 6 năm 2024: " + words,
                new ForceNotices(force, LocalDate.of(2024, 6, 30), Map.of()).ofDocument());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Luật | -       | Đất đai | false | art_3,art_4 | Điều 3, Điều 4 Luật Đất đai
            -    | -       | -       | true  | sec_9       | mục 9 văn bản này
            -    | -       | -       | false | -           | văn bản khác
            -    | 1-CT/TU | -       | true  | annex       | annex số 1-CT/TU
            """)
    void the_reason_names_document_and_provisions(String type, String number, String title, boolean own, String provisions, String words) {
        ForceReason reason = new ForceReason("replace", type, number, title, own, provisions == null ? List.of() : List.of(provisions.split(",")));
        assertTrue(new ForceNotices(PARTLY, null, Map.of(REPEAL, reason)).ofDocument().endsWith(" Theo " + words + " (thay thế)."));
    }

    @Test
    void of_an_unknown_status_akoma_ntoso_has_no_period() {
        RevisionText text = RevisionTexts.withForce(TEXT, ForceView.UNKNOWN, List.of(), null, Map.of());
        String xml = DirectiveAkn.render(text);
        assertFalse(xml.contains("lifecycle") || xml.contains("temporal") || xml.contains("period="), xml);
    }
}
