package vn.loa.directive.rendering;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.directive.CitationView;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.directive.TableView;
import vn.loa.directive.edit.UniqueIds;
import vn.loa.html.BodyBlock;
import vn.loa.html.XmlWriter;

/**
 * Renders a directive as Akoma Ntoso 1.0 (the OASIS standard; its namespace says 3.0): an {@code act}, or a
 * {@code portion} of one. Annexes are {@code attachments}. Sections and paragraphs keep their eIds. A citation is a
 * {@code ref} to the article here that carries the document, or else to the document's IRI ({@link AknIri}).
 */
final class DirectiveAkn {

    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private static final Map<String, String> ELEMENTS = Map.of("part", "part", "chapter", "chapter", "section",
            "section", "subsection", "subsection", "article", "article", "clause", "paragraph", "point", "point");
    private static final Map<String, String> INLINE = Map.of("b", "b", "strong", "b", "i", "i", "em", "i", "u", "u",
            "sub", "sub", "sup", "sup");

    private final RevisionText document;
    private final UniqueIds ids;
    private final XmlWriter xml = new XmlWriter();
    private final AknMeta meta;

    private DirectiveAkn(RevisionText document) {
        this.document = document;
        this.ids = new UniqueIds(document.sections());
        this.meta = new AknMeta(document, xml, ids);
    }

    static String render(RevisionText document) {
        DirectiveAkn akn = new DirectiveAkn(document);
        akn.xml.start("akomaNtoso", "xmlns", NAMESPACE);
        if (document.isWhole()) {
            akn.act();
        } else {
            akn.portion();
        }
        return akn.xml.finish();
    }

    private void act() {
        xml.start("act", "name", document.head() == null ? "van-ban" : AknIri.slug(document.head().type()));
        meta.write();
        AknPreface.write(document, xml);
        List<BodyBlock> opening = BodyBlock.of(document.opening());
        List<SectionNode> text = document.text();
        boolean isFlat = text.isEmpty();
        if (!isFlat) {
            blocks("preamble", opening);
        }
        xml.start("body", "period", meta.force().period());
        if (isFlat) {
            // The schema requires a section in the body. A directive without sections has its text in a container
            // instead.
            xml.start("hcontainer", "name", "text").start("content");
            blocks(opening);
            xml.end().end();
        }
        text.forEach(this::section);
        xml.end();
        blocks("conclusions", BodyBlock.of(document.closing()));
        attachments(document.annexes());
        xml.end();
    }

    private void attachments(List<SectionNode> annexes) {
        if (annexes.isEmpty()) {
            return;
        }
        xml.start("attachments");
        for (SectionNode annex : annexes) {
            SectionView section = annex.section();
            xml.start("attachment", "eId", ids.section(section.eId()));
            label(section);
            xml.start("doc", "name", section.kind());
            meta.writeComponent(section.eId());
            xml.start("mainBody", "period", meta.force().period(section.force()));
            if (section.paragraphs().isEmpty() && annex.inside().isEmpty()) {
                xml.empty("p");
            }
            paragraphs(section);
            annex.inside().forEach(this::section);
            xml.end().end().end();
        }
        xml.end();
    }

    /** Writes a portion. The schema allows one element in it, so several sections stand in a container. */
    private void portion() {
        List<SectionNode> top = SectionNode.nest(document.sections());
        xml.start("portion", "includedIn", meta.expression());
        meta.write();
        xml.start("portionBody", "period", meta.force().period());
        if (top.size() != 1) {
            xml.start("hcontainer", "name", "range");
        }
        top.forEach(this::section);
        if (top.size() != 1) {
            xml.end();
        }
        xml.end().end();
    }

    private void blocks(String element, List<BodyBlock> blocks) {
        if (!blocks.isEmpty()) {
            xml.start(element);
            blocks(blocks);
            xml.end();
        }
    }

    private void blocks(List<BodyBlock> blocks) {
        Map<String, List<CitationView>> cited = TextRun.byParagraph(document.bodyCitations());
        blocks.forEach(block -> block(block, cited));
    }

    private void block(BodyBlock block, Map<String, List<CitationView>> cited) {
        if (block.isTable()) {
            table(block, cited);
            return;
        }
        xml.start("p", "eId", ids.paragraph(block.eId()));
        List<CitationView> citations = block.eId() == null ? null : cited.get(block.eId());
        if (citations != null && block.plainText().isPresent()) {
            runs(block.plainText().get(), citations);
        } else {
            block.inline().forEach(this::inline);
        }
        xml.end();
    }

    private void table(BodyBlock table, Map<String, List<CitationView>> cited) {
        xml.start("table");
        for (List<BodyBlock.Cell> row : table.rows()) {
            xml.start("tr");
            for (BodyBlock.Cell cell : row) {
                xml.start(cell.header() ? "th" : "td", "colspan", cell.columns(), "rowspan", cell.rows());
                if (cell.blocks().isEmpty()) {
                    xml.empty("p");
                }
                cell.blocks().forEach(block -> block(block, cited));
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }

    /** Writes inline HTML. Emphasis with an Akoma Ntoso element is kept; other elements leave only their words. */
    private void inline(Node node) {
        if (node instanceof TextNode text) {
            xml.text(text.getWholeText());
        } else if (node instanceof Element element && element.nameIs("br")) {
            xml.empty("eol");
        } else if (node instanceof Element element) {
            String name = INLINE.get(element.normalName());
            if (name != null) {
                xml.start(name);
            }
            if (element.nameIs("img")) {
                xml.text(BodyBlock.alternative(element));
            }
            element.childNodes().forEach(this::inline);
            if (name != null) {
                xml.end();
            }
        }
    }

    private void section(SectionNode node) {
        SectionView section = node.section();
        String element = ELEMENTS.getOrDefault(section.kind(), "hcontainer");
        xml.start(element, "eId", ids.section(section.eId()),
                "name", element.equals("hcontainer") ? section.kind() : null, "period", meta.force().period(section.force()));
        label(section);
        if (!section.paragraphs().isEmpty()) {
            // Paragraphs before inner sections are the introduction.
            xml.start(node.inside().isEmpty() ? "content" : "intro");
            paragraphs(section);
            xml.end();
        }
        node.inside().forEach(this::section);
        xml.end();
    }

    private void label(SectionView section) {
        boolean notes = section.paragraphs().isEmpty() && !section.notes().isEmpty();
        xml.start("num").text(section.marker());
        if (notes && section.heading() == null) {
            notes(section);
        }
        xml.end();
        if (section.heading() != null) {
            xml.start("heading");
            runs(section.heading(), TextRun.byParagraph(section.citations()).get(section.eId()));
            if (notes) {
                notes(section);
            }
            xml.end();
        }
    }

    /** The notes stand inside the last words of their provision's own text. */
    private void notes(SectionView section) {
        Map<String, List<CitationView>> cited = TextRun.byParagraph(section.citations());
        for (NoteView note : section.notes()) {
            xml.start("authorialNote", "marker", note.number(), "eId", ids.section(note.eId()));
            for (ParagraphView paragraph : note.paragraphs()) {
                xml.start("p", "eId", ids.paragraph(paragraph.eId()));
                runs(paragraph.text(), cited.get(paragraph.eId()));
                xml.end();
            }
            xml.end();
        }
    }

    private void paragraphs(SectionView section) {
        Map<String, List<CitationView>> cited = TextRun.byParagraph(section.citations());
        for (ParagraphView paragraph : section.paragraphs()) {
            boolean last = paragraph == section.paragraphs().get(section.paragraphs().size() - 1);
            if (paragraph.isTable()) {
                table(paragraph, cited.get(paragraph.eId()), last ? section : null);
                continue;
            }
            xml.start("p", "eId", ids.paragraph(paragraph.eId()));
            runs(paragraph.text(), cited.get(paragraph.eId()));
            if (last) {
                notes(section);
            }
            xml.end();
        }
    }

    /** @param noted the section whose notes stand behind the table's words; null for none */
    private void table(ParagraphView paragraph, List<CitationView> citations, SectionView noted) {
        Iterator<List<TextRun>> words = TextRun.ofCells(paragraph, citations).iterator();
        xml.start("table", "eId", ids.paragraph(paragraph.eId()));
        for (TableView.Row row : paragraph.rows()) {
            xml.start("tr");
            for (TableView.Cell cell : row.cells()) {
                xml.start(cell.header() == null ? "td" : "th", "colspan", Objects.toString(cell.columnSpan(), null),
                        "rowspan", Objects.toString(cell.rowSpan(), null));
                xml.start("p");
                runs(words.next());
                if (noted != null && !words.hasNext()) {
                    notes(noted);
                }
                xml.end().end();
            }
            xml.end();
        }
        xml.end();
    }

    private void runs(String text, List<CitationView> citations) {
        runs(TextRun.of(text, citations));
    }

    private void runs(List<TextRun> runs) {
        for (TextRun run : runs) {
            if (run.citation() == null) {
                xml.text(run.text());
            } else {
                xml.element("ref", run.text(), "href", href(run.citation()));
            }
        }
    }

    private String href(CitationView citation) {
        String link = RevisionText.linkTo(citation);
        return link != null ? link : "subject".equals(citation.role()) ? meta.work() : AknIri.cited(citation);
    }
}
