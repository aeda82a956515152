package vn.loa.text.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/** The size of all citations of a text stays in proportion to the text, whatever the text says. */
class CitationLimitsTest {
    private static final int SIZE = 60_000;

    private static List<Paragraph> paragraphs(String piece, int length) {
        String text = piece.repeat(length / piece.length());
        return IntStream.range(0, SIZE / text.length())
                .mapToObj(i -> new Paragraph(new EId("sec_1__p_" + (i + 1)), text)).toList();
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    @ParameterizedTest
    @ValueSource(strings = {"theo Chỉ thị số 19-CT/TU về việc a ", "số 1-CT/TU về “ ", "“Nghị định số 1/2020/NĐ-CP về ",
            "số 1-CT/TU về “a” ", "Nghị định số 1/2020/NĐ-CP ngày 1/2/2020 quy định a ",
            "Luật sửa đổi Luật A năm 2013 số 1/2020/QH14 về a ", "Luật A số 1/2020/QH14 quy định ", "1-CT/TU ",
            "Nghị quyết Đại hội lần thứ XIII ", "Ngày 1 tháng 2 năm 2020, A ban hành Chỉ thị số 1-CT/TU về ",
            "các Nghị quyết số 1-NQ/TU, 2-NQ/TU, 3-NQ/TU, 4-NQ/TU của Ban Thường vụ Tỉnh ủy ",
            "điểm a đến y khoản 1 đến 60 Điều 1 Nghị định số 1/2020/NĐ-CP ", "Điều 1 đến 60 Luật A năm 2013, ",
            "điểm a đến y khoản 1 đến 60 Điều này "})
    void citations_hold_no_more_than_a_small_multiple_of_the_text(String piece) {
        for (int length : List.of(piece.length(), 3000, SIZE)) {
            List<Paragraph> text = paragraphs(piece, length);
            List<Citation> found = CitationFinder.citations(text, null);
            assertTrue(found.size() <= CitationFinder.most(text) + 1, () -> found.size() + " citations");
            int titles = found.stream().mapToInt(citation -> length(citation.title())).sum();
            assertTrue(titles <= 7 * SIZE, () -> titles + " characters of titles");
            int issuers = found.stream().mapToInt(citation -> length(citation.issuer())).sum();
            assertTrue(issuers <= 4 * SIZE, () -> issuers + " characters of issuers");
            int parts = found.stream().mapToInt(citation -> citation.pinpoints().size()).sum();
            assertTrue(parts <= 500 + SIZE / 20, () -> parts + " parts");
            int ownParts = CitationFinder.selfReferences(text, "Luật").stream()
                    .mapToInt(reference -> reference.pinpoints().size()).sum();
            assertTrue(ownParts <= 500 + SIZE / 20, () -> ownParts + " parts of itself");
        }
    }

    @Test
    void a_title_that_names_six_documents_is_whole() {
        String six = "sửa đổi Thông tư số 1/2020/TT-BTC quy định về a, Thông tư số 2/2020/TT-BTC quy định về b, Thông tư số "
                + "3/2020/TT-BTC quy định về c, Thông tư số 4/2020/TT-BTC quy định về d, Thông tư số 5/2020/TT-BTC quy định về "
                + "đ, Thông tư số 6/2020/TT-BTC quy định về e";
        List<Citation> found = CitationFinder.citations(
                List.of(new Paragraph(new EId("p_1"), "Thông tư số 9/2022/TT-BTC về việc " + six + ".")), null);
        assertEquals(7, found.size());
        assertEquals("việc " + six, found.get(0).title());
    }

    @Test
    void a_title_ends_before_the_seventh_document_that_it_would_name() {
        String piece = "Chỉ thị số 19-CT/TU về việc a theo ";
        List<Citation> found = CitationFinder.citations(
                List.of(new Paragraph(new EId("p_1"), piece.repeat(9))), null);
        assertEquals(("việc a theo " + piece.repeat(6)).strip(), found.get(0).title());
        assertEquals("việc a theo", found.get(8).title());
    }

    @Test
    void what_stands_behind_too_many_citations_is_not_read() {
        List<Paragraph> text = paragraphs("1-CT/TU ", 1000);
        assertEquals(2_000 + text.stream().mapToInt(paragraph -> paragraph.text().length()).sum() / 32,
                CitationFinder.most(text));
        assertEquals(CitationFinder.most(text) + 1, CitationFinder.citations(text, null).size());
    }
}
