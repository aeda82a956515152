package vn.loa.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node of a body's new tree, an element or a text. Also holds the rules which elements may contain which. */
final class BodyNode {
    /**
     * The combining long solidus composes with the character before it. Before a text, this character is the ">" of a
     * tag.
     */
    private static final char LONG_SOLIDUS = '\u0338';
    private static final char GRAPHEME_JOINER = '\u034F';
    /** Blocks with words and no other blocks. */
    private static final Set<String> LEAVES = Set.of("p", "h2", "h3", "h4", "h5", "h6", "pre", "caption");
    /** Blocks with other blocks inside, which may begin with words. */
    private static final Set<String> WORDS_FIRST = Set.of("li", "dt", "dd", "td", "th", "blockquote", "figcaption");
    private static final Set<String> FLOW = Set.of("body", "div", "figure");
    /** Blocks with certain parts only. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "ul", Set.of("li"), "ol", Set.of("li"), "dl", Set.of("dt", "dd"),
            "table", Set.of("caption", "thead", "tbody", "tfoot"), "thead", Set.of("tr"), "tbody", Set.of("tr"),
            "tfoot", Set.of("tr"), "tr", Set.of("td", "th"));
    /** The part that is added around other content of a list or table. */
    private static final Map<String, String> USUAL_PART = Map.of("ul", "li", "ol", "li", "dl", "dd", "table", "tbody",
            "thead", "tr", "tbody", "tr", "tfoot", "tr", "tr", "td");
    private static final Set<String> PART_NAMES =
            Set.of("li", "dt", "dd", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption");
    private static final Set<String> OUTERMOST = Set.of("ul", "ol", "dl", "table", "hr");

    final String name;
    /** The text of a text node; null for an element. */
    final String text;
    final Map<String, String> attributes;
    List<BodyNode> children = new ArrayList<>();

    private BodyNode(String name, String text, Map<String, String> attributes) {
        this.name = name;
        this.text = text;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    static BodyNode element(String name, Map<String, String> attributes) {
        return new BodyNode(name, null, attributes);
    }

    /** A text node that stays the same when the HTML around it is normalised. The text must not be empty. */
    static BodyNode text(String text) {
        return new BodyNode("", text.charAt(0) == LONG_SOLIDUS ? GRAPHEME_JOINER + text : text, Map.of());
    }

    static boolean isBlockName(String name) {
        return LEAVES.contains(name) || WORDS_FIRST.contains(name) || FLOW.contains(name) || PARTS.containsKey(name)
                || OUTERMOST.contains(name);
    }

    /** Whether the element may stand only inside certain others: li, td. */
    static boolean isPartName(String name) {
        return PART_NAMES.contains(name);
    }

    static String usualPart(String name) {
        return USUAL_PART.get(name);
    }

    boolean isText() {
        return text != null;
    }

    boolean isBlock() {
        return !isText() && isBlockName(name);
    }

    boolean isLeaf() {
        return LEAVES.contains(name);
    }

    boolean isVoid() {
        return is("br") || is("img") || is("hr");
    }

    /** Whether the element is a list, a table, or an element between a table and its cells. */
    boolean isFrame() {
        return PARTS.containsKey(name);
    }

    boolean mayBeginWithWords() {
        return WORDS_FIRST.contains(name);
    }

    boolean is(String otherName) {
        return name.equals(otherName);
    }

    boolean mayHold(String block) {
        if (isFrame()) {
            return PARTS.get(name).contains(block);
        }
        return !isLeaf() && (!isPartName(block) || is("figure") && block.equals("figcaption"));
    }

    /** Whether the node shows a word or, with {@code pictures}, a picture. */
    boolean shows(boolean pictures) {
        return isText() ? !text.isBlank() : pictures && is("img")
                || children.stream().anyMatch(child -> child.shows(pictures));
    }
}
