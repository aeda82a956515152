package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.loa.directive.rendering.RevisionTexts.citation;

import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Table;

/** A table in a section, and one in the body, in each form. */
class TableRenderingTest {

    private static final UUID CITED = UUID.fromString("01a206d2-55d2-76d2-be59-e730755a0683");
    private static final Table TABLE = Table.of(List.of(
            List.of(head("STT", 1, 2), head("Văn bản", 2, 1)), List.of(head("Số", 1, 1), head("Ngày", 1, 1)),
            List.of(cell("1"), cell("Chỉ thị số 19-CT/TU"), cell("")), List.of(cell("2"), cell(""), cell("a | b"))));
    private static final String TEXT = "STT | Văn bản\nSố | Ngày\n1 | Chỉ thị số 19-CT/TU |\n2 | | a | b";
    private static final RevisionText EDITION = RevisionTexts.whole(
            "<table><caption>Bảng</caption><tbody><tr><th id=\"preamble__p_1\">Ấp</th><td colspan=\"2\"><p>một</p><p>hai</p></td></tr>"
                    + "</tbody></table>", List.of(),
            List.of(new SectionView("sec_1", null, 1, "section", "1", "1.", null,
                    List.of(ParagraphView.of(new Paragraph(new EId("sec_1__p_1"), TABLE))),
                    List.of(citation("sec_1__p_1", TEXT, "Chỉ thị số 19-CT/TU", "Chỉ thị", "19-CT/TU", CITED)))));

    private static Table.Cell cell(String text) {
        return new Table.Cell(text, false, 1, 1);
    }

    private static Table.Cell head(String text, int columns, int rows) {
        return new Table.Cell(text, true, columns, rows);
    }

    @Test
    void a_table_s_text_has_a_line_for_each_row_and_each_cell_its_place() {
        assertEquals(TEXT, TABLE.text());
        TABLE.rows().forEach(row -> row.forEach(cell ->
                assertEquals(cell.text(), TEXT.substring(cell.start(), cell.end()))));
    }

    @Test
    void a_long_table_is_divided_between_rows() {
        Table table = Table.of(java.util.Collections.nCopies(10, List.of(cell("mười ký tự"), cell("b"))));
        List<Table> parts = table.parts(40, 100);
        assertTrue(parts.stream().allMatch(part -> part.text().length() <= 40));
        assertEquals(table.text(), String.join("\n", parts.stream().map(Table::text).toList()));
        assertEquals(List.of(3, 3, 3, 1), table.parts(1000, 3).stream().map(part -> part.rows().size()).toList());
    }

    @Test
    void html_has_rows_and_cells() {
        Element page = Jsoup.parse(DirectiveHtml.render(EDITION)).body();
        Element table = page.selectFirst("section > table#sec_1__p_1");
        assertEquals(List.of("STT Văn bản", "Số Ngày", "1 Chỉ thị số 19-CT/TU", "2 a | b"), table.select("tr").eachText());
        assertEquals("2", table.selectFirst("th").attr("rowspan"));
        assertEquals("/api/v1/articles/" + CITED + "/directive", table.selectFirst("td > a").attr("href"));
        assertEquals("1.", page.selectFirst("section > h2").text());
    }

    @Test
    void akoma_ntoso_has_rows_and_cells() {
        String xml = DirectiveAkn.render(EDITION);
        assertTrue(xml.contains("<table eId=\"sec_1__p_1\"><tr><th rowspan=\"2\"><p>STT</p></th><th colspan=\"2\"><p>Văn bản</p></th></tr>"),
                xml);
        assertTrue(xml.contains("<td><p><ref href=\"/api/v1/articles/" + CITED + "/directive\">Chỉ thị số 19-CT/TU</ref></p></td><td><p>"),
                xml);
        assertTrue(xml.contains("<p>Bảng</p><table><tr><th><p eId=\"preamble__p_1\">Ấp</p></th>"
                + "<td colspan=\"2\"><p>một</p><p>hai</p></td></tr></table>"), xml);
        AknSchema.check(xml);
    }

    @Test
    void plain_text_and_markdown_have_a_line_for_each_row() {
        assertTrue(DirectivePlainText.render(EDITION).endsWith("\n\nBảng\n\nẤp | một hai\n\n1.\n\n" + TEXT + "\n"));
        assertTrue(DirectiveMarkdown.render(EDITION).endsWith("""
                | Ấp | một hai | |
                | --- | --- | --- |

                ## 1\\.

                | STT | Văn bản | |
                | --- | --- | --- |
                | Số | Ngày | |
                | 1 | [Chỉ thị số 19-CT/TU](/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive) | |
                | 2 | | a \\| b |
                """), DirectiveMarkdown.render(EDITION));
    }
}
