package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.directive.rendering.RevisionTexts.CITED;
import static vn.loa.directive.rendering.RevisionTexts.citation;
import static vn.loa.directive.rendering.RevisionTexts.section;

import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.directive.CitationView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.PinpointView;
import vn.loa.directive.SectionView;

/** One directive in each format. */
class RenderingTest {

    private static final String CITING = "Thực hiện Chỉ thị số 19-CT/TU và Luật số 36/2024/QH15 nghiêm túc.";
    private static final String LEAD = "Căn cứ Chỉ thị số 19-CT/TU, Tỉnh ủy yêu cầu:";
    private static final RevisionText EDITION = RevisionTexts.whole("<p id=\"preamble__p_1\">" + LEAD + "</p><ul><li "
            + "id=\"preamble__p_2\">một <b>hai</b></li></ul>",
            List.of(citation("preamble__p_1", LEAD, "Chỉ thị số 19-CT/TU", "Chỉ thị", "19-CT/TU", CITED)), List.of(
                    section("art_5", null, 1, "article", "Điều 5.", "Phạm vi", List.of(), "Áp dụng toàn tỉnh."),
                    section("art_5__para_1", "art_5", 2, "clause", "1.", null, List.of(
                            citation("art_5__para_1__p_1", CITING, "Chỉ thị số 19-CT/TU", "Chỉ thị", "19-CT/TU", CITED),
                            citation("art_5__para_1__p_1", CITING, "Luật số 36/2024/QH15", "Luật", "36/2024/QH15",
                                    null)),
                            CITING),
                    section("art_5__para_1__point_đ", "art_5__para_1", 3, "point", "đ)", null, List.of(), "Xã;",
                            "phường."),
                    section("art_6", null, 1, "article", "Điều 6.", null, List.of())));

    @Test
    void html_nests_sections_and_links_what_is_published_here() {
        Document page = Jsoup.parse(DirectiveHtml.render(EDITION));
        assertEquals("vi", page.child(0).attr("lang"));
        assertEquals("Chỉ thị số 22-CT/TU", page.title());
        assertEquals("Điều 5. Phạm vi", page.select("article > section#art_5.article > h2").text());
        assertEquals("1. " + CITING, page.select("#art_5 > #art_5__para_1 > p#art_5__para_1__p_1").text());
        assertEquals(2, page.getElementById("art_5__para_1__point_đ").select("> p").size());
        assertEquals("Điều 6.", page.select("#art_6 > h2").text());
        assertEquals(List.of("Chỉ thị số 19-CT/TU", "Chỉ thị số 19-CT/TU"), page.select("a").eachText());
        assertEquals(Collections.nCopies(2, "/api/v1/articles/" + CITED + "/directive"), page.select("a").eachAttr("href"));
        assertEquals("một <b>hai</b>", page.getElementById("preamble__p_2").html());
    }

    @Test
    void plain_text_is_one_line_a_paragraph() {
        assertEquals("""
                Chỉ thị số 22-CT/TU

                Ban Thường vụ Tỉnh ủy, ngày 13 tháng 7 năm 2022

                an toàn giao thông

                Căn cứ Chỉ thị số 19-CT/TU, Tỉnh ủy yêu cầu:

                - một hai

                Điều 5. Phạm vi

                Áp dụng toàn tỉnh.

                1. Thực hiện Chỉ thị số 19-CT/TU và Luật số 36/2024/QH15 nghiêm túc.

                đ) Xã;

                phường.

                Điều 6.
                """, DirectivePlainText.render(EDITION));
    }

    @Test
    void markdown_has_headings_links_and_no_accidental_lists() {
        assertEquals("""
                # Chỉ thị số 22-CT/TU

                Ban Thường vụ Tỉnh ủy, ngày 13 tháng 7 năm 2022

                an toàn giao thông

                Căn cứ [Chỉ thị số 19-CT/TU](/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive), Tỉnh ủy yêu cầu:

                - một hai

                ## Điều 5. Phạm vi

                Áp dụng toàn tỉnh.

                1\\. Thực hiện [Chỉ thị số 19-CT/TU](/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive) và Luật số \
                36/2024/QH15 nghiêm túc.

                đ) Xã;

                phường.

                ## Điều 6.
                """, DirectiveMarkdown.render(EDITION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "*a* _b_ `c`|\\*a\\* \\_b\\_ \\`c\\`", "<b>&amp;|\\<b\\>\\&amp;", "[a](b)|\\[a\\](b)", "# a #|\\# a \\#",
        "- a|\\- a", "+ a|\\+ a", "---|\\---", "===|\\===", "2022. Năm|2022\\. Năm", "1) a|1\\) a", "a\\b|a\\\\b",
        "a ~~b~~ $c$|a \\~\\~b\\~\\~ \\$c\\$", "2021 - 2025|2021 - 2025", "> a|\\> a", ": a|\\: a",
        "30/2020/NĐ-CP|30/2020/NĐ-CP"})
    void what_could_be_markdown_is_escaped(String text, String escaped) {
        SectionView section = section("sec_1", null, 1, "section", "A", text, List.of(), "b", text);
        String[] blocks = DirectiveMarkdown.render(RevisionTexts.part(List.of(section))).split("\n\n");
        assertEquals(escaped, blocks[2].strip());
        assertTrue(blocks[0].startsWith("# A "), blocks[0]);
    }

    @Test
    void akoma_ntoso_says_what_the_document_is() {
        String xml = DirectiveAkn.render(EDITION);
        for (String expected : List.of("<act name=\"chi-thi\">",
                "<FRBRuri value=\"/akn/vn/act/chi-thi/2022-07-13/22-CT-TU\"/>", "<FRBRnumber value=\"22-CT/TU\"/>",
                "<FRBRuri value=\"/akn/vn/act/chi-thi/2022-07-13/22-CT-TU/vie@2022-07-27\"/>",
                "<FRBRuri value=\"/akn/vn/act/chi-thi/2022-07-13/22-CT-TU/vie@2022-07-27.akn\"/>",
                "<FRBRlanguage language=\"vie\"/>", "<docNumber>22-CT/TU</docNumber>",
                "<article eId=\"art_5\"><num>Điều 5.</num><heading>Phạm vi</heading><intro><p eId=\"art_5__p_1\">",
                "<paragraph eId=\"art_5__para_1\"><num>1.</num><intro>",
                "<ref href=\"/api/v1/articles/" + CITED + "/directive\">Chỉ thị số 19-CT/TU</ref>",
                "<ref href=\"/akn/vn/act/luat/2024/36-2024-QH15\">Luật số 36/2024/QH15</ref>",
                "<point eId=\"art_5__para_1__point_đ\"><num>đ)</num><content>",
                "<p eId=\"preamble__p_2\">một <b>hai</b></p>")) {
            assertTrue(xml.contains(expected), () -> expected + " is not in " + xml);
        }
    }

    @Test
    void a_part_is_a_portion_of_its_directive() {
        RevisionText part = RevisionTexts.part(EDITION.sections().subList(1, 3));
        String xml = DirectiveAkn.render(part);
        assertTrue(xml.contains("<portion includedIn=\"/akn/vn/act/chi-thi/2022-07-13/22-CT-TU/vie@2022-07-27\">"),
                xml);
        assertTrue(xml.contains("<portionBody><paragraph eId=\"art_5__para_1\">"), xml);
        assertTrue(DirectiveAkn.render(RevisionTexts.part(EDITION.sections())).contains("<hcontainer name=\"range\">"));
        assertEquals("1. " + CITING + "\n\nđ) Xã;\n\nphường.\n", DirectivePlainText.render(part));
        assertFalse(DirectiveHtml.render(part).contains("<h1"));
    }

    @Test
    void citations_that_overlap_or_lie_outside_the_text_leave_it_as_it_is() {
        String text = "Luật 𝒜 số 1/2020/QH14";
        List<CitationView> bad = List.of(citation("p", 0, 4, "Luật", "Luật", "1/2020/QH14", CITED),
                citation("p", 2, 6, text.substring(2, 6), "Luật", "1/2020/QH14", CITED),
                citation("p", -3, 2, "Lu", "Luật", "1/2020/QH14", CITED),
                citation("p", 9, 900, "số", "Luật", null, CITED),
                citation("p", 8, 8, "", "Luật", null, CITED), citation("p", 9, 11, "SỐ", "Luật", null, CITED),
                citation("p", 6, 8, text.substring(6, 8), "Luật", null, CITED),
                citation("p", 8, 3, "x", "Luật", null, null));
        List<TextRun> runs = TextRun.of(text, bad);
        assertEquals(List.of("Luật", text.substring(4)), runs.stream().map(TextRun::text).toList());
    }

    @Test
    void a_section_whose_parent_was_left_already_stays_where_it_is() {
        List<SectionView> sections = List.of(section("a", null, 1, "section", "1.", null, List.of(), "một"),
                section("b", null, 1, "section", "2.", null, List.of(), "hai"),
                section("a__c", "a", 2, "point", "c)", null, List.of(), "ba"));
        assertEquals("1. một\n\n2. hai\n\nc) ba\n", DirectivePlainText.render(RevisionTexts.part(sections)));
    }

    @Test
    void what_is_withdrawn_begins_with_a_notice_whole_and_in_parts() {
        String notice = "Bài đăng này đã được rút ngày 01 tháng 8 năm 2022. Lý do: Được thay thế.";
        for (RevisionText edition : List.of(EDITION, RevisionTexts.part(EDITION.sections()))) {
            RevisionText withdrawn = RevisionTexts.withdrawn(edition, "Được\nthay thế.");
            assertEquals(notice, Jsoup.parse(DirectiveHtml.render(withdrawn)).select("article > p.withdrawn:first-child").text());
            assertTrue(DirectivePlainText.render(withdrawn).startsWith(notice + "\n\n"));
            assertTrue(DirectiveMarkdown.render(withdrawn).startsWith(notice + "\n\n"));
            assertTrue(DirectiveAkn.render(withdrawn).contains(
                    "<notes source=\"#loa\"><note eId=\"withdrawn\"><p>" + notice + "</p></note></notes></meta>"));
        }
    }

    @Test
    void what_stands_for_a_picture_is_apart_from_the_words_beside_it() {
        RevisionText edition = RevisionTexts.whole("<p>đuôi<img src=\"/m.png\" alt=\"hình\"><a href=\"/n\">nối</a><img "
                + "src=\"/x.png\" alt=\"\">liền</p>", List.of(), List.of());
        assertTrue(DirectivePlainText.render(edition).endsWith("\n\nđuôi hình nốiliền\n"));
        assertTrue(DirectiveMarkdown.render(edition).endsWith("\n\nđuôi hình nốiliền\n"));
        assertTrue(DirectiveAkn.render(edition).contains("<p>đuôi hình nốiliền</p>"));
    }

    @Test
    void no_id_stands_twice() {
        SectionView section = new SectionView("issuer", null, 1, "section", "1", "1.", null,
                List.of(new ParagraphView("issuer", "a"), new ParagraphView("preamble__p_1", "b")), List.of());
        RevisionText edition = RevisionTexts.whole("<p id=\"preamble__p_1\">x</p>", List.of(), List.of(section));
        Document page = Jsoup.parse(DirectiveHtml.render(edition));
        assertEquals(List.of("preamble__p_1", "issuer"), page.select("[id]").eachAttr("id"));
        assertTrue(DirectiveAkn.render(edition).contains("<FRBRauthor href=\"#issuer_2\"/>"));
    }

    @Test
    void the_closing_stands_behind_the_sections_and_before_the_annexes() {
        List<SectionView> sections = List.of(section("sec_1", null, 1, "section", "1.", null, List.of(), "một"),
                section("annex_I", null, 1, "annex", "Phụ lục I", "Biểu mẫu", List.of(), "mẫu"));
        RevisionText edition = RevisionTexts.whole(
                "<p id=\"preamble__p_1\">đầu</p><p id=\"closing__p_1\">Nơi nhận</p><p>cuối</p>", List.of(), sections);
        assertTrue(DirectivePlainText.render(edition)
                .endsWith("đầu\n\n1. một\n\nNơi nhận\n\ncuối\n\nPhụ lục I Biểu mẫu\n\nmẫu\n"));
        assertTrue(DirectiveMarkdown.render(edition).endsWith("Nơi nhận\n\ncuối\n\n## Phụ lục I Biểu mẫu\n\nmẫu\n"));
        assertEquals(List.of("preamble__p_1", "sec_1", "sec_1__p_1", "closing__p_1", "annex_I", "annex_I__p_1"),
                Jsoup.parse(DirectiveHtml.render(edition)).select("[id]").eachAttr("id"));
        String xml = DirectiveAkn.render(edition);
        assertTrue(xml.contains("</body><conclusions><p eId=\"closing__p_1\">Nơi nhận</p><p>cuối</p></conclusions><attachments>"
                + "<attachment eId=\"annex_I\"><num>Phụ lục I</num><heading>Biểu mẫu</heading><doc name=\"annex\"><meta>"), xml);
        assertTrue(xml.contains("<FRBRthis value=\"/akn/vn/act/chi-thi/2022-07-13/22-CT-TU/!annex_I\"/>"), xml);
        assertTrue(xml.contains("<mainBody><p eId=\"annex_I__p_1\">mẫu</p></mainBody></doc></attachment></attachments></act>"), xml);
    }

    @Test
    void an_annex_before_another_section_is_part_of_the_text() {
        List<SectionView> sections = List.of(section("annex_I", null, 1, "annex", "Phụ lục I", null, List.of(), "mẫu"),
                section("sec_1", null, 1, "section", "1.", null, List.of(), "một"),
                section("annex_II", null, 1, "annex", "Phụ lục II", null, List.of(), "biểu"));
        RevisionText edition = RevisionTexts.whole("<p id=\"closing__p_1\">Nơi nhận</p>", List.of(), sections);
        String text = "Phụ lục I mẫu\n\n1. một\n\nNơi nhận\n\nPhụ lục II biểu\n";
        assertTrue(DirectivePlainText.render(edition).endsWith(text));
        assertTrue(DirectiveMarkdown.render(edition).endsWith(text.replace("1.", "1\\.")));
        assertEquals(List.of("annex_I", "sec_1", "annex_II"),
                Jsoup.parse(DirectiveHtml.render(edition)).select("section").eachAttr("id"));
        String xml = DirectiveAkn.render(edition);
        assertTrue(xml.contains("<hcontainer eId=\"annex_I\" name=\"annex\">"), xml);
        assertTrue(xml.contains("<attachment eId=\"annex_II\">"), xml);
    }

    @Test
    void a_directive_of_nothing_but_annexes_has_its_body_as_text() {
        RevisionText edition = RevisionTexts.whole("<p>đầu</p><p id=\"closing__p_1\">Nơi nhận</p>", List.of(),
                List.of(section("annex_1", null, 1, "annex", "Phụ lục", null, List.of())));
        String xml = DirectiveAkn.render(edition);
        assertTrue(xml.contains("<body><hcontainer name=\"text\"><content><p>đầu</p></content></hcontainer></body>"), xml);
        AknSchema.check(xml);
    }

    @Test
    void a_link_leads_to_the_part_of_the_document_that_is_cited() {
        String text = "Theo khoản 2 Điều 5 Luật số 36/2024/QH15.";
        CitationView found = citation("sec_1__p_1", text, "Luật số 36/2024/QH15", "Luật", "36/2024/QH15", CITED);
        PinpointView clause = new PinpointView("5", "2", null, "art_5__para_2");
        for (CitationView.Target target : new CitationView.Target[] {found.target(), null}) {
            CitationView pinpoint = new CitationView(found.paragraphEId(), found.start(), found.end(), found.raw(),
                    found.role(), found.type(), found.number(), null, null, null, List.of(clause), List.of(),
                    target == null ? "unresolved" : "resolved", target, List.of(), null);
            RevisionText part = RevisionTexts.part(List.of(
                    section("sec_1", null, 1, "section", "1.", null, List.of(pinpoint), text)));
            String link = "/api/v1/articles/" + CITED + "/directive#art_5__para_2";
            assertEquals(target != null, DirectiveHtml.render(part).contains("href=\"" + link + "\""));
            assertEquals(target != null, DirectiveMarkdown.render(part).contains("](" + link + ")"));
            assertTrue(DirectiveAkn.render(part).contains("<ref href=\""
                    + (target != null ? link : "/akn/vn/act/luat/2024/36-2024-QH15/!main~art_5__para_2") + "\">"));
        }
    }
}
