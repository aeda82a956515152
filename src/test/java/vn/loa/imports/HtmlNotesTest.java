package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionNote;

/** The notes of official texts in HTML are attached to their provisions, as those of prints are. */
class HtmlNotesTest {

    private static final String HEAD = "<p>ỦY BAN NHÂN DÂN<br>XÃ BẾN TRE</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Số: 31/QĐ-UBND</p>"
            + "<p>Bến Tre, ngày 02 tháng 6 năm 2031</p><p>QUYẾT ĐỊNH</p><p>Về việc trồng cây bóng mát</p>";
    private static final String NEXT = "<p>Điều 2. Quyết định này có hiệu lực từ ngày ký.</p><p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p>";

    /** What Word writes. */
    private static final String WORD = HEAD + "<p>Điều 1. Vườn rộng 10<sup>6</sup> m<sup>2</sup><a style='mso-footnote-id:ftn1' href='#_ftn1' "
            + "name='_ftnref1' title=''><span class=MsoFootnoteReference><sup>[1]</sup></span></a> ở các trường học trong xã, theo kế hoạch.</p>"
            + "<p>1. Xã trồng cây<a href='#_ftn2' name='_ftnref2'><sup>2</sup></a>.</p><p>2.<a href='#_ftn3' name='_ftnref3'>[3]</a> (được bãi bỏ)</p>"
            + NEXT + "<div style='mso-element:footnote-list'><hr><div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>"
            + "<sup>[1]</sup></a> Cụm từ này được sửa đổi theo Quyết định số 12/QĐ-UBND.</p><p>“Vườn rộng 5 m<sup>2</sup>”.</p></div>"
            + "<div id=ftn2><p><a href='#_ftnref2' name='_ftn2'>2</a> Khoản này được bổ sung.</p></div>"
            + "<div id=ftn3><p><a href='#_ftnref3' name='_ftn3'>[3]</a> Khoản này được bãi bỏ.</p></div></div>";

    /** Raised figures, and a list that counts them. */
    private static final String RAISED = HEAD + "<p>Điều 1. Vườn rộng 10<sup>6</sup> m<sup>2</sup><sup>1</sup> ở các trường học trong xã, theo kế hoạch.</p>"
            + "<p>1. Xã trồng cây<sup>2</sup>.</p><p>2.<sup>3</sup> (được bãi bỏ)</p>" + NEXT + "<hr><p><sup>1</sup> Cụm từ này được sửa đổi theo "
            + "Quyết định số 12/QĐ-UBND.</p><p>“Vườn rộng 5 m<sup>2</sup>”.</p><p><sup>2</sup> Khoản này được bổ sung.</p>"
            + "<p><sup>3</sup>Khoản này được bãi bỏ.</p>";

    /** Figures in brackets without links. */
    private static final String BRACKETS = HEAD + "<p>Điều 1. Vườn rộng 10<sup>6</sup> m<sup>2</sup>[1] ở các trường học trong xã, theo kế hoạch.</p>"
            + "<p>1. Xã trồng cây [2].</p><p>2.[3] (được bãi bỏ)</p>" + NEXT + "<p>[1] Cụm từ này được sửa đổi theo "
            + "Quyết định số 12/QĐ-UBND.</p><p>“Vườn rộng 5 m<sup>2</sup>”.</p><p>[2] Khoản này được bổ sung.</p>"
            + "<p>[3] Khoản này được bãi bỏ.</p>";

    /** What wikis write. */
    private static final String WIKI = HEAD + "<p>Điều 1. Vườn rộng 10<sup>6</sup> m<sup>2</sup><sup id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup> "
            + "ở các trường học trong xã, theo kế hoạch.</p><p>1. Xã trồng cây<sup id=cite_ref-2><a href='#cite_note-2'>[2]</a></sup>.</p>"
            + "<p>2.<sup id=cite_ref-3><a href='#cite_note-3'>[3]</a></sup> (được bãi bỏ)</p>" + NEXT
            + "<ol><li id=cite_note-1><p><a href='#cite_ref-1'>^</a> Cụm từ này được sửa đổi theo Quyết định số 12/QĐ-UBND.</p>"
            + "<p>“Vườn rộng 5 m<sup>2</sup>”.</p><li id=cite_note-2><a href='#cite_ref-2'>^</a> Khoản này được bổ sung."
            + "<li id=cite_note-3><a href='#cite_ref-3'>^</a> Khoản này được bãi bỏ.</ol>";

    private static PortalPage page(String inside) {
        return PortalPageReader.read(HtmlPage.read("<html><body><div id=tin>" + inside + "</div></body></html>"));
    }

    private static PageArticle article(String inside) {
        return PageArticle.of(page(inside), ZoneId.of("Asia/Ho_Chi_Minh"), Instant.parse("2031-07-01T00:00:00Z"));
    }

    private static List<String> words(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(Paragraph::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORD, RAISED, BRACKETS, WIKI})
    void notes_hang_on_their_provisions(String html) {
        PageArticle article = article(html);
        List<Section> sections = article.content().sections();
        assertEquals(List.of("art_1", "art_1__para_1", "art_1__para_2", "art_2"), sections.stream().map(section -> section.eId().value()).toList());
        Section first = sections.get(0);
        assertEquals("Vườn rộng 10⁶ m² ở các trường học trong xã, theo kế hoạch.",
                first.heading() == null ? first.paragraphs().get(0).text() : first.heading());
        SectionNote note = first.notes().get(0);
        assertEquals(List.of("Cụm từ này được sửa đổi theo Quyết định số 12/QĐ-UBND.", "“Vườn rộng 5 m²”."), words(note.paragraphs()));
        assertEquals(16, note.offset());
        assertEquals(List.of("Xã trồng cây."), words(sections.get(1).paragraphs()));
        assertEquals(List.of("Khoản này được bổ sung."), words(sections.get(1).notes().get(0).paragraphs()));
        assertEquals(12, sections.get(1).notes().get(0).offset());
        assertEquals(List.of("Khoản này được bãi bỏ."), words(sections.get(2).notes().get(0).paragraphs()));
        assertEquals(List.of("(được bãi bỏ)"), words(sections.get(2).paragraphs()));
        assertTrue(article.content().citations().stream().anyMatch(citation -> citation.paragraphEId().value().startsWith("art_1__note_1__p_1")
                && citation.number().toString().equals("12/QĐ-UBND")));
        assertTrue(article.warnings().stream().noneMatch(warning -> warning.code().equals("note-without-mark")
                || warning.code().equals("link-left-out") || warning.code().equals("text-left-out")), article.warnings().toString());
    }

    @Test
    void a_mark_in_a_table_is_a_mark_of_its_cell() {
        PageArticle article = article(HEAD + "<p>Điều 1. Giao cây cho các trường học trong xã theo bảng dưới đây:</p>"
                + "<table border=1><tr><th>Trường<th>Số cây<tr><td>Bến Tre<a href='#_ftn1' name='_ftnref1'>[1]</a><td>5<tr><td>An Hội<td>7</table>"
                + NEXT + "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Trường này được bổ sung.</p></div>");
        Section first = article.content().sections().get(0);
        Paragraph table = first.paragraphs().get(first.paragraphs().size() - 1);
        assertEquals("Trường | Số cây\nBến Tre | 5\nAn Hội | 7", table.text());
        assertEquals(List.of("Trường này được bổ sung."), words(first.notes().get(0).paragraphs()));
        assertEquals(table.text().indexOf(" | 5"), first.notes().get(0).offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Điều 1. Vườn rộng 5 m<sup>2</sup>, dài 10<sup>3</sup> mét.</p><p>1. Diện tích 7 km<sup>2</sup>.</p>" + NEXT,
            "<p>Điều 1. Vườn<sup>1</sup> ở các trường học.</p><p>1. Diện tích 7 km<sup>2</sup>.</p>" + NEXT,
            "<ul><li><a href='#d1'>1</a><li><a href='#d2'>2</a></ul><p id=d1>Điều 1. Vườn ở các trường học.</p><p id=d2>1. Diện tích.</p>" + NEXT,
            "<p>Điều 1. Xem <a href='#x'>2</a> ở dưới.</p><p>1. Vườn.</p><p id=x>2. Cây.</p>" + NEXT})
    void powers_and_other_links_stay_what_they_are(String html) {
        String all = words(article(HEAD + html).content().sections().stream().flatMap(section -> section.citable().stream()).toList()).toString();
        assertTrue(article(HEAD + html).content().sections().stream().allMatch(section -> section.notes().isEmpty()), all);
        assertEquals(html.contains("km<sup>"), all.contains("7 km²"), all);
        assertEquals(html.contains("Vườn<sup>"), all.contains("Vườn¹"), all);
    }

    @Test
    void an_article_keeps_its_raised_figures_and_links() {
        String text = "Mùa mưa năm nay đến sớm, các trường học trong xã cần chăm sóc cây bóng mát trước khi vào năm học";
        PortalPage page = PortalPageReader.read(HtmlPage.read("<html><body><h1>Chăm sóc cây</h1><div><p>" + text
                + "<sup>1</sup>.</p><p>" + text + ".</p><p><sup>1</sup> Theo báo cáo của các trường học trong xã Bến Tre năm 2031.</p></div></body></html>"));
        assertTrue(page.notes().isEmpty());
        assertEquals(text + "¹.", page.paragraphs().get(0));
    }

    @Test
    void what_is_no_note_of_a_torn_list_stays_text() {
        PageArticle article = article(HEAD + "<p>Điều 1. Vườn<sup>1</sup> ở các trường học trong xã.</p>" + NEXT
                + "<p><sup>1</sup> Một.</p><p><sup>2</sup> Hai.</p><p><sup>3</sup> Ba.</p>");
        assertTrue(article.content().sections().get(0).notes().isEmpty());
        assertTrue(article.content().body().contains("Ba."));
    }

    @Test
    void signs_in_a_page_are_no_marks() {
        PageArticle article = article(WORD.replace("theo kế hoạch", "theo \uFDD0\uFDD1\uFDD1\uFDD1kế hoạch\uFDD0"));
        assertEquals(1, article.content().sections().get(0).notes().size());
    }
}
