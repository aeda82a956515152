package vn.loa.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/**
 * Gives every block with words an id. A valid id is kept, so that links and citations stay correct. Other blocks get
 * the next free number.
 */
final class BodyParagraphs {
    private static final Pattern PARAGRAPH_EID =
            Pattern.compile("(?:body|preamble|closing)__p_[1-9][0-9]{0,8}(?:__[a-z]{1,20}_[0-9a-z]{1,20}){0,4}");

    private final EId prefix;
    private final Set<String> kept = new HashSet<>();
    private final List<BodyNode> blocks = new ArrayList<>();
    private int last;

    private BodyParagraphs(EId prefix) {
        this.prefix = prefix;
    }

    /** Whether an id has the form of a body paragraph's eId. */
    static boolean isParagraphEId(String id) {
        return id.length() <= EId.MAX_LENGTH && PARAGRAPH_EID.matcher(id).matches();
    }

    static List<Paragraph> assignIds(BodyNode body, String idPrefix, BodyPolicy policy) {
        if (!idPrefix.equals("body") && !idPrefix.equals("preamble")) {
            throw new IllegalArgumentException("not the name of a body: " + idPrefix);
        }
        BodyParagraphs numbering = new BodyParagraphs(new EId(idPrefix));
        numbering.collect(body, policy);
        return numbering.blocks.stream().map(numbering::paragraph).toList();
    }

    /** Collects the blocks with words in document order. If two blocks have the same id, the first keeps it. */
    private void collect(BodyNode block, BodyPolicy policy) {
        String id = block.attributes.get("id");
        boolean words = !block.is("body") && block.children.stream().anyMatch(c -> !c.isBlock() && c.shows(false));
        if (words) {
            blocks.add(block);
        }
        if (id != null && (!words || !kept.add(id))) {
            block.attributes.remove("id");
            policy.warn("paragraph-id-changed", words
                    ? "The id " + id + " stood twice; the second paragraph has got a new one."
                    : "The id " + id + " was removed from an element without words of its own.");
        }
        block.children.stream().filter(BodyNode::isBlock).forEach(child -> collect(child, policy));
    }

    private Paragraph paragraph(BodyNode block) {
        String id = block.attributes.computeIfAbsent("id", key -> nextFree());
        StringBuilder words = new StringBuilder();
        block.children.stream().filter(child -> !child.isBlock()).forEach(child -> words(child, words, UnaryOperator.identity()));
        return new Paragraph(new EId(id), words.toString());
    }

    private String nextFree() {
        String id;
        do {
            id = prefix.paragraph(++last).value();
        } while (kept.contains(id));
        return id;
    }

    /** @param figures raises or lowers the figures of the text: those of a note's mark are no part of the number before it */
    private static void words(BodyNode node, StringBuilder out, UnaryOperator<String> figures) {
        if (node.isText()) {
            out.append(figures.apply(node.text));
        } else if (node.is("br")) {
            out.append(' ');
        } else {
            UnaryOperator<String> inside = node.is("sup") ? RaisedFigures::raised : node.is("sub") ? RaisedFigures::lowered : figures;
            node.children.forEach(child -> words(child, out, inside));
        }
    }
}
