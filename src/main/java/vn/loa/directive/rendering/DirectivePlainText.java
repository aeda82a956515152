package vn.loa.directive.rendering;

import java.util.ArrayList;
import java.util.List;
import vn.loa.directive.NoteView;
import vn.loa.directive.ParagraphView;
import vn.loa.html.BodyBlock;

/**
 * Renders a directive as plain text: one line per paragraph and an empty line between paragraphs. The reader's program
 * wraps long lines.
 */
final class DirectivePlainText {

    private final List<String> paragraphs = new ArrayList<>();

    private final RevisionText document;

    private DirectivePlainText(RevisionText document) {
        this.document = document;
    }

    static String render(RevisionText document) {
        DirectivePlainText text = new DirectivePlainText(document);
        text.add(document.notice());
        text.add(document.forceNotice());
        if (document.isWhole()) {
            text.add(document.name());
            text.add(document.origin());
            text.add(document.title());
        }
        text.body(document.opening());
        document.text().forEach(text::section);
        text.body(document.closing());
        document.annexes().forEach(text::section);
        return String.join("\n\n", text.paragraphs) + "\n";
    }

    private void body(String html) {
        // A table has a line for each row, as its text in a section has.
        BodyBlock.of(html).forEach(block -> add((block.isItem() ? "- " : "") + block.text()));
    }

    private void section(SectionNode node) {
        List<ParagraphView> own = node.section().paragraphs();
        add(node.isRunIn() ? node.label() + " " + own.get(0).text() : node.label());
        add(document.forceNotice(node));
        own.stream().skip(node.isRunIn() ? 1 : 0).forEach(paragraph -> add(paragraph.text()));
        for (NoteView note : node.section().notes()) {
            String mark = "[" + note.number() + "] ";
            for (ParagraphView paragraph : note.paragraphs()) {
                add(mark + paragraph.text());
                mark = "";
            }
        }
        node.inside().forEach(this::section);
    }

    private void add(String paragraph) {
        if (!paragraph.isBlank()) {
            paragraphs.add(paragraph);
        }
    }
}
