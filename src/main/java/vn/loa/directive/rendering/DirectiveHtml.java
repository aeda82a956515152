package vn.loa.directive.rendering;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import vn.loa.directive.CitationView;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.directive.TableView;
import vn.loa.directive.edit.UniqueIds;
import vn.loa.html.BodyBlock;

/**
 * Renders a directive as an HTML page: nested sections, headings by level, an {@code id} for each eId, and links for
 * citations that lead to an article here. A withdrawn article begins with a notice, a {@code p} of the class
 * {@code withdrawn}; what says whether the directive, or a section, is in force is a {@code p} of the class {@code force}. Frontends take the {@code article} element out of the page. Text is added to a jsoup tree and
 * never to markup, so jsoup escapes it.
 */
public final class DirectiveHtml {

    private static final int DEEPEST_HEADING = 6;

    private final RevisionText document;
    private final UniqueIds ids;

    private DirectiveHtml(RevisionText document) {
        this.document = document;
        this.ids = new UniqueIds(document.sections());
    }

    static String render(RevisionText document) {
        return new DirectiveHtml(document).page();
    }

    private String page() {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.child(0).attr("lang", document.language());
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head().appendElement("title").text(document.name());
        article(page.body(), 1);
        return page.outerHtml() + "\n";
    }

    /**
     * Adds the {@code article} element to a page.
     *
     * @param level of the heading with the directive's name
     */
    public static void appendTo(Element parent, RevisionText document, int level) {
        new DirectiveHtml(document).article(parent, level);
    }

    private void article(Element parent, int level) {
        Element article = parent.appendElement("article");
        if (!document.notice().isEmpty()) {
            article.appendElement("p").addClass("withdrawn").text(document.notice());
        }
        force(article, document.forceNotice());
        if (document.isWhole() && document.head() != null) {
            head(article, level);
        }
        int inside = document.isWhole() && document.head() != null ? level + 1 : level;
        body(article, document.opening());
        document.text().forEach(node -> section(article, node, inside));
        body(article, document.closing());
        document.annexes().forEach(node -> section(article, node, inside));
    }

    private static void force(Element parent, String notice) {
        if (!notice.isEmpty()) {
            parent.appendElement("p").addClass("force").text(notice);
        }
    }

    private void head(Element article, int level) {
        Element header = article.appendElement("header");
        line(header, "h" + level, document.name());
        line(header, "p", document.origin());
        line(header, "p", document.title());
    }

    private static void line(Element parent, String tag, String text) {
        if (!text.isEmpty()) {
            parent.appendElement(tag).text(text);
        }
    }

    /** The body is safe HTML. Only its citations become links. */
    private void body(Element article, String html) {
        if (html.isEmpty()) {
            return;
        }
        Element body = article.appendElement("div").html(html);
        Map<String, List<CitationView>> cited = TextRun.byParagraph(document.bodyCitations());
        for (Element block : body.select("[id]")) {
            List<CitationView> citations = cited.get(block.id());
            if (ids.paragraph(block.id()) == null) {
                block.removeAttr("id");
            }
            if (citations != null) {
                BodyBlock.plainText(block.childNodes()).ifPresent(text -> runs(block.empty(), text, citations));
            }
        }
    }

    private void section(Element parent, SectionNode node, int level) {
        SectionView section = node.section();
        Element element = parent.appendElement("section");
        id(element, ids.section(section.eId()));
        element.addClass(section.kind());
        Map<String, List<CitationView>> cited = TextRun.byParagraph(section.citations());
        if (!node.isRunIn()) {
            Element heading = element.appendElement("h" + Math.min(level, DEEPEST_HEADING));
            number(heading, section);
            if (section.heading() != null) {
                heading.appendText(" ");
                runs(heading, section.heading(), cited.get(section.eId()));
            }
            force(element, document.forceNotice(node));
        }
        boolean runIn = node.isRunIn();
        for (ParagraphView paragraph : section.paragraphs()) {
            if (paragraph.isTable()) {
                table(element, paragraph, cited.get(paragraph.eId()));
                continue;
            }
            Element p = element.appendElement("p");
            id(p, ids.paragraph(paragraph.eId()));
            if (runIn) {
                number(p, section);
                p.appendText(" ");
            }
            runs(p, paragraph.text(), cited.get(paragraph.eId()));
            if (runIn) {
                force(element, document.forceNotice(node));
                runIn = false;
            }
        }
        section.notes().forEach(note -> note(element, note, cited));
        node.inside().forEach(inner -> section(element, inner, level + 1));
    }

    private void table(Element parent, ParagraphView paragraph, List<CitationView> citations) {
        Element table = parent.appendElement("table");
        id(table, ids.paragraph(paragraph.eId()));
        Element body = table.appendElement("tbody");
        Iterator<List<TextRun>> words = TextRun.ofCells(paragraph, citations).iterator();
        for (TableView.Row row : paragraph.rows()) {
            Element line = body.appendElement("tr");
            for (TableView.Cell cell : row.cells()) {
                Element td = line.appendElement(cell.header() == null ? "td" : "th");
                span(td, "colspan", cell.columnSpan());
                span(td, "rowspan", cell.rowSpan());
                runs(td, words.next());
            }
        }
    }

    private static void span(Element cell, String attribute, Integer span) {
        if (span != null) {
            cell.attr(attribute, span.toString());
        }
    }

    /** A note stands behind its provision's own text and is none of it. */
    private void note(Element parent, NoteView note, Map<String, List<CitationView>> cited) {
        Element aside = parent.appendElement("aside").addClass("note");
        id(aside, ids.section(note.eId()));
        boolean first = true;
        for (ParagraphView paragraph : note.paragraphs()) {
            Element p = aside.appendElement("p");
            id(p, ids.paragraph(paragraph.eId()));
            if (first) {
                p.appendElement("span").addClass("number").appendText("[" + note.number() + "]");
                p.appendText(" ");
                first = false;
            }
            runs(p, paragraph.text(), cited.get(paragraph.eId()));
        }
    }

    private static void number(Element parent, SectionView section) {
        parent.appendElement("span").addClass("number").appendText(section.marker());
    }

    private static void id(Element element, String id) {
        if (id != null) {
            element.attr("id", id);
        }
    }

    private void runs(Element parent, String text, List<CitationView> citations) {
        runs(parent, TextRun.of(text, citations));
    }

    private void runs(Element parent, List<TextRun> runs) {
        for (TextRun run : runs) {
            String link = document.pageOf(run.citation());
            if (link == null) {
                parent.appendChild(new TextNode(run.text()));
            } else {
                parent.appendElement("a").attr("href", link).appendText(run.text());
            }
        }
    }
}
