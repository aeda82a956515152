package vn.loa.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element or a text of a body while it is put in order; what is allowed where stands here too. */
final class BodyNode {
    /** Composes with the character before it, and what stands before a text is the ">" of a tag. */
    private static final char LONG_SOLIDUS = '\u0338';
    private static final char GRAPHEME_JOINER = '\u034F';
    /** Hold words, and no other block. */
    private static final Set<String> LEAVES = Set.of("p", "h2", "h3", "h4", "h5", "h6", "pre", "caption");
    /** Hold blocks, or begin with words and go on with blocks. */
    private static final Set<String> WORDS_FIRST = Set.of("li", "dt", "dd", "td", "th", "blockquote", "figcaption");
    private static final Set<String> FLOW = Set.of("body", "div", "figure");
    /** Hold certain parts only. */
    private static final Map<String, Set<String>> PARTS = Map.of(
            "ul", Set.of("li"), "ol", Set.of("li"), "dl", Set.of("dt", "dd"),
            "table", Set.of("caption", "thead", "tbody", "tfoot"), "thead", Set.of("tr"), "tbody", Set.of("tr"),
            "tfoot", Set.of("tr"), "tr", Set.of("td", "th"));
    /** The part in which other content of a list or table is put. */
    private static final Map<String, String> USUAL_PART = Map.of("ul", "li", "ol", "li", "dl", "dd", "table", "tbody",
            "thead", "tr", "tbody", "tr", "tfoot", "tr", "tr", "td");
    private static final Set<String> PART_NAMES =
            Set.of("li", "dt", "dd", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figcaption");
    private static final Set<String> OUTERMOST = Set.of("ul", "ol", "dl", "table", "hr");

    final String name;
    /** Of a text; null for an element. */
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

    /** A text, not empty, that stays the same when the HTML around it is normalised. */
    static BodyNode text(String text) {
        return new BodyNode("", text.charAt(0) == LONG_SOLIDUS ? GRAPHEME_JOINER + text : text, Map.of());
    }

    static boolean isBlockName(String name) {
        return LEAVES.contains(name) || WORDS_FIRST.contains(name) || FLOW.contains(name) || PARTS.containsKey(name)
                || OUTERMOST.contains(name);
    }

    /** Whether it makes sense only inside a certain element: li, td. */
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

    /** A list or a table, or what stands between it and its words. */
    boolean isFrame() {
        return PARTS.containsKey(name);
    }

    boolean mayBeginWithWords() {
        return WORDS_FIRST.contains(name);
    }

    boolean is(String otherName) {
        return name.equals(otherName);
    }

    /** Whether the block may stand directly in this one. */
    boolean mayHold(String block) {
        if (isFrame()) {
            return PARTS.get(name).contains(block);
        }
        return !isLeaf() && (!isPartName(block) || is("figure") && block.equals("figcaption"));
    }

    /** Whether it shows a word or, when pictures count, a picture. */
    boolean shows(boolean pictures) {
        return isText() ? !text.isBlank() : pictures && is("img")
                || children.stream().anyMatch(child -> child.shows(pictures));
    }
}
