package vn.loa.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import vn.loa.article.edit.ContentRequest;
import vn.loa.html.BodyHtml;
import vn.loa.imports.file.Emphasis;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Table;

/**
 * The body that is made of a page: what an editor's HTML keeps, a page's HTML keeps too.
 *
 * @param html safe
 * @param paragraphs its words, in which citations are found
 */
record ImportedBody(String html, List<Paragraph> paragraphs) {

    private static final int LOWEST_HEADING = 6;

    /** The paragraphs of an ordinary text, and behind them the notes at the foot of its pages. */
    static ImportedBody ofArticle(PortalPage page) {
        HtmlMarkup markup = page.text().markup();
        if (markup != null) {
            int from = page.text().from();
            BodyHtml body = safe(markup.body(from, from + page.paragraphs().size()), "body");
            if (body != null && !body.html().isEmpty()) {
                return new ImportedBody(body.html(), body.paragraphs());
            }
        }
        EId prefix = new EId("body");
        List<String> all = Stream.concat(page.paragraphs().stream(), page.notes().stream()
                .map(note -> "[" + note.number() + "] " + String.join(" ", note.paragraphs()))).toList();
        return plain(IntStream.range(0, all.size())
                .mapToObj(i -> new Paragraph(prefix.paragraph(i + 1), all.get(i), page.text().tables().get(all.get(i)))).toList(), page.text().headings(),
                page.text().emphases());
    }

    /** What stands before and behind a directive's sections. */
    static ImportedBody around(DirectiveText text, PortalPage page) {
        List<Paragraph> around = Stream.of(text.preamble(), text.closing(), text.notes()).flatMap(List::stream).toList();
        ImportedBody plain = plain(around, Map.of(), Map.of());
        HtmlMarkup markup = page.text().markup();
        if (markup == null || around.stream().anyMatch(paragraph -> paragraph.table() != null)) {
            return plain;
        }
        int closing = Collections.lastIndexOfSubList(page.paragraphs(), text.closing().stream().map(Paragraph::text).toList());
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < around.size(); i++) {
            int behind = i - text.preamble().size();
            int place = behind < 0 ? i : behind < text.closing().size() && closing >= 0 ? closing + behind : -1;
            Paragraph paragraph = around.get(i);
            boolean known = place >= 0 && page.paragraphs().get(place).equals(paragraph.text());
            html.append(html.length() == 0 ? "" : "\n").append("<p id=\"").append(paragraph.eId().value()).append("\">")
                    .append(known ? markup.inline(page.text().from() + place) : Entities.escape(paragraph.text())).append("</p>");
        }
        BodyHtml body = safe(html.toString(), "preamble");
        // Where markup changes words or addresses, the words alone stand.
        return body != null && body.paragraphs().equals(around) ? new ImportedBody(body.html(), around) : plain;
    }

    /** Null when the markup is too much for a body. */
    private static BodyHtml safe(String html, String prefix) {
        try {
            BodyHtml body = BodyHtml.of(html, prefix);
            return body.html().length() <= ContentRequest.LONGEST_BODY ? body : null;
        } catch (IllegalArgumentException tooLarge) {
            return null;
        }
    }

    /**
     * @param headings levels by words; a page's own title stands above them
     * @param emphases bold and italic words, by the words of their paragraph
     */
    private static ImportedBody plain(List<Paragraph> paragraphs, Map<String, Integer> headings, Map<String, List<Emphasis>> emphases) {
        List<Paragraph> words = new ArrayList<>();
        List<String> html = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.table() == null) {
                words.add(paragraph);
                int level = headings.getOrDefault(paragraph.text(), 0);
                String name = level == 0 ? "p" : "h" + Math.min(level + 1, LOWEST_HEADING);
                String letters = level > 0 ? Entities.escape(paragraph.text())
                        : emphasised(paragraph.text(), emphases.getOrDefault(paragraph.text(), List.of()));
                html.add("<" + name + " id=\"" + paragraph.eId().value() + "\">" + letters + "</" + name + ">");
            } else {
                html.add(table(paragraph.eId(), paragraph.table(), words));
            }
        }
        return new ImportedBody(String.join("\n", html), words);
    }

    private static String emphasised(String text, List<Emphasis> emphases) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (Emphasis emphasis : emphases) {
            html.append(Entities.escape(text.substring(from, emphasis.from())))
                    .append(emphasis.strong() ? "<strong>" : "").append(emphasis.em() ? "<em>" : "")
                    .append(Entities.escape(text.substring(emphasis.from(), emphasis.to())))
                    .append(emphasis.em() ? "</em>" : "").append(emphasis.strong() ? "</strong>" : "");
            from = emphasis.to();
        }
        return html.append(Entities.escape(text.substring(from))).toString();
    }

    /** A table in a body; each of its cells has an address of its own. */
    private static String table(EId eId, Table table, List<Paragraph> words) {
        int[] cells = {0};
        return table.rows().stream().map(row -> "<tr>" + row.stream().map(cell -> {
            String name = cell.header() ? "th" : "td";
            StringBuilder html = new StringBuilder("<").append(name);
            if (!cell.text().isEmpty()) {
                Paragraph paragraph = new Paragraph(new EId(eId.value() + "__cell_" + ++cells[0]), cell.text());
                words.add(paragraph);
                html.append(" id=\"").append(paragraph.eId().value()).append('"');
            }
            return html.append(span("colspan", cell.columns())).append(span("rowspan", cell.rows())).append('>')
                    .append(Entities.escape(cell.text())).append("</").append(name).append('>').toString();
        }).collect(Collectors.joining()) + "</tr>").collect(Collectors.joining("", "<table><tbody>", "</tbody></table>"));
    }

    /** As a body may have it, which is less than a table of a section. */
    private static String span(String attribute, int span) {
        return span == 1 ? "" : " " + attribute + "=\"" + Math.min(span, 999) + "\"";
    }
}
