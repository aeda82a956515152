package vn.loa.directive;

import java.util.ArrayList;
import java.util.List;

/**
 * A directive as plain text: one line a paragraph, however long, and an empty line between two, so that the reader's
 * program wraps it.
 */
final class DirectivePlainText {

    private final List<String> paragraphs = new ArrayList<>();

    private DirectivePlainText() {
    }

    static String render(DirectiveEdition edition) {
        DirectivePlainText text = new DirectivePlainText();
        if (edition.isWhole()) {
            text.add(edition.name());
            text.add(edition.origin());
            text.add(edition.title());
            BodyBlock.of(edition.body()).forEach(block -> text.add((block.isItem() ? "- " : "") + block.text()));
        }
        SectionNode.nest(edition.sections()).forEach(text::section);
        return String.join("\n\n", text.paragraphs) + "\n";
    }

    private void section(SectionNode node) {
        List<ParagraphView> own = node.section().paragraphs();
        add(node.isRunIn() ? node.label() + " " + own.get(0).text() : node.label());
        own.stream().skip(node.isRunIn() ? 1 : 0).forEach(paragraph -> add(paragraph.text()));
        node.inside().forEach(this::section);
    }

    private void add(String paragraph) {
        if (!paragraph.isBlank()) {
            paragraphs.add(paragraph);
        }
    }
}
