package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.html.BodyHtml;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Table;

/** Random directives of any shape, some of them invalid. */
final class RandomRevisionTexts {

    private static final List<String> KINDS =
            List.of("part", "chapter", "section", "subsection", "article", "clause", "point", "annex");
    static final String[] WORDS = {"Chỉ thị", "số 22-CT/TU", "30/2020/NĐ-CP", "1.", "- ", "# ", "*", "_a_", "<b>",
        "&amp;", "]]>", "<!--", "\\", "`", "[x](javascript:y)", "|", "đ)", "𝒜", "\uFFFE", "\u0301", "“",
        "  ", "\t", "~~~", "---"};
    static final String[] BODIES = {"", "<p>Lời đầu</p>", "<p>một<br>hai</p>", "<ul><li>a<li>b<ul><li>c</ul>d</ul>",
        "<table><tr><td>ô 1<td>ô 2</table>", "<h2>Đề mục</h2>chữ trần", "<blockquote>x<p>y</p>z</blockquote>",
        "<pre>a\n  b\n# c</pre>", "<p>m<sup>2</sup> <i>n <b>o</b></i> <a href=\"https://e.vn/?a=1&b\">p</a></p>",
        "<p>1. một</p><p>- hai</p>",
        "<p id=preamble__p_1>&lt;script&gt; &amp; \u0338</p>", "<hr><div><div>sâu</div></div>",
        "<p>trước</p><p id=closing__p_1>Nơi nhận</p> <p>sau <b>cùng</b></p>", "<ul><li id=closing__p_2>ký</ul>"};

    private RandomRevisionTexts() {
    }

    /** A directive whose texts are markup in one of the formats. */
    static RevisionText of(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            texts.add((WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)]).strip());
        }
        return edition(random, texts, random.nextInt(3) == 0 ? null : BODIES[random.nextInt(BODIES.length)],
                random.nextInt(12));
    }

    private static ParagraphView table(Random random, String address, List<String> texts) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int row = random.nextInt(4); row >= 0; row--) {
            List<Table.Cell> cells = new ArrayList<>();
            for (int cell = random.nextInt(4); cell >= 0; cell--) {
                cells.add(new Table.Cell(any(random, texts), random.nextBoolean(), 1 + random.nextInt(2), 1 + random.nextInt(2)));
            }
            rows.add(cells);
        }
        return ParagraphView.of(new Paragraph(new EId(address), Table.of(rows)));
    }

    /** @param html the body; null for a part of a directive */
    static RevisionText edition(Random random, List<String> texts, String html, int count) {
        List<SectionView> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SectionView before = sections.isEmpty() || random.nextInt(3) == 0
                    ? null : sections.get(random.nextInt(sections.size()));
            String eId = random.nextInt(9) == 0 ? "sec_0__p_1_" + i
                    : "sec_" + i + (random.nextBoolean() ? "__point_đ" : "");
            List<ParagraphView> paragraphs = new ArrayList<>();
            List<CitationView> citations = new ArrayList<>();
            for (int p = random.nextInt(4); p > 0; p--) {
                String text = any(random, texts);
                String address = random.nextInt(9) == 0 ? "preamble__p_1" : eId + "__p_" + p;
                if (random.nextInt(6) == 0) {
                    ParagraphView table = table(random, address, texts);
                    paragraphs.add(table);
                    citations.addAll(citations(random, address, table.text(), texts));
                } else if (!text.isEmpty()) {
                    paragraphs.add(new ParagraphView(address, text));
                    citations.addAll(citations(random, address, text, texts));
                }
            }
            sections.add(new SectionView(eId, before == null ? null : before.eId(),
                    before == null ? 1 : before.level() + 1, KINDS.get(random.nextInt(KINDS.size())), "1",
                    any(random, texts), random.nextBoolean() ? null : any(random, texts),
                    paragraphs, citations));
        }
        BodyHtml body = html == null ? null : BodyHtml.of(html, "preamble");
        List<CitationView> cited = body == null ? List.of() : body.paragraphs().stream().flatMap(paragraph ->
                citations(random, paragraph.eId().value(), paragraph.text(), texts).stream()).toList();
        DirectiveView head = random.nextInt(9) == 0 ? null : new DirectiveView(any(random, texts),
                random.nextBoolean() ? any(random, texts) : null, random.nextBoolean() ? any(random, texts) : null,
                random.nextBoolean() ? LocalDate.of(2022, 1 + random.nextInt(12), 1 + random.nextInt(28)) : null,
                random.nextBoolean() ? any(random, texts) : null);
        RevisionText edition = RevisionTexts.of(head, body == null ? null : body.html(), cited, sections);
        return random.nextInt(4) > 0 ? edition : RevisionTexts.withdrawn(edition, any(random, texts));
    }

    private static String any(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Citations inside and outside the text; some overlap, some have wrong offsets. */
    private static List<CitationView> citations(Random random, String paragraph, String text, List<String> texts) {
        List<CitationView> citations = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int start = random.nextInt(text.length() + 2) - 1;
            int end = start + random.nextInt(text.length() + 3) - 1;
            boolean inside = start >= 0 && end >= start && end <= text.length();
            citations.add(RevisionTexts.citation(paragraph, start, end,
                    inside ? text.substring(start, end) : any(random, texts),
                    random.nextBoolean() ? any(random, texts) : null, random.nextBoolean() ? any(random, texts) : null,
                    random.nextBoolean() ? UUID.randomUUID() : null));
        }
        return citations;
    }
}
