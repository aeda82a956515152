package vn.loa.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import vn.loa.text.fold.VietnameseText;

/**
 * Builds a new tree from the allowed elements of a parsed HTML tree. The new tree is nested so that writing and parsing
 * it again cannot change it:
 * <ul>
 * <li>Inline elements stand only inside blocks. An inline element around several blocks is repeated in each.
 * <li>Paragraphs and headings contain no blocks.
 * <li>List items and table parts stand only inside lists and tables.
 * </ul>
 * All words stay in their order, except the content of elements that browsers never show.
 */
final class BodyBuilder implements NodeFilter {
    /** The most elements of the new tree. A long law with every word in a span has fewer. */
    static final int MAX_ELEMENTS = 200_000;
    /** The deepest nesting of blocks, far below the depth at which parsers begin to flatten. */
    private static final int MAX_DEPTH = 60;
    /** The deepest nesting of inline elements. Each of them is repeated in every block inside it. */
    private static final int MAX_INLINE = 12;
    /** Elements whose content is no text, or is shown only where scripts, plug-ins or frames are not supported. */
    private static final Set<String> REMOVED_WHOLE = Set.of("script", "style", "noscript", "template", "iframe",
            "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "audio", "video", "canvas", "svg",
            "math", "title", "datalist");
    /** Elements that are inline for the parser, but whose words browsers set apart. */
    private static final Set<String> APART =
            Set.of("option", "optgroup", "select", "button", "textarea", "legend", "summary", "xmp", "rt", "rp");
    /** Elements that are blocks for the parser, but may stand inside a line. */
    private static final Set<String> IN_LINE = Set.of("ins", "del");

    private final BodyPolicy policy;
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Runnable> closings = new ArrayDeque<>();
    /** The inline elements around the next text, and those of them that are open in the current block. */
    private final List<BodyNode> wanted = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private int elements;

    /** An open block; implied when the input does not have it. */
    private record Block(BodyNode node, boolean implied) {
    }

    private record Opened(BodyNode wanted, BodyNode node) {
    }

    private BodyBuilder(BodyPolicy policy) {
        this.policy = policy;
    }

    static BodyNode build(Element body, BodyPolicy policy) {
        BodyBuilder builder = new BodyBuilder(policy);
        BodyNode root = BodyNode.element("body", Map.of());
        builder.blocks.add(new Block(root, false));
        body.childNodes().forEach(node -> node.filter(builder));
        return root;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            boolean foreign = !element.tag().namespace().equals(Parser.NamespaceHtml);
            if (foreign || REMOVED_WHOLE.contains(element.normalName())) {
                policy.removedWhole(element.normalName());
                return FilterResult.SKIP_ENTIRELY;
            }
            closings.push(open(element));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element) {
            closings.pop().run();
        }
        return FilterResult.CONTINUE;
    }

    /** Opens the allowed form of the element. The returned action closes it. */
    private Runnable open(Element element) {
        String name = BodyPolicy.nameOf(element);
        Map<String, String> attributes = policy.allowed(element).orElse(null);
        boolean apart = element.isBlock() && !IN_LINE.contains(name) || APART.contains(name);
        if (attributes == null) {
            return apart ? boundary() : () -> { };
        }
        if (name.equals("br") || name.equals("img")) {
            if (name.equals("br") ? !top().isFrame() : attributes.containsKey("src")) {
                makeRoom();
                inline().children.add(created(name, attributes));
            }
            return () -> { };
        }
        return BodyNode.isBlockName(name) ? openBlock(name, attributes) : openInline(name, attributes);
    }

    private Runnable openInline(String name, Map<String, String> attributes) {
        boolean pointless = attributes.isEmpty() && (name.equals("a") || name.equals("span"));
        boolean again = wanted.stream().anyMatch(node -> node.is(name)
                && (name.equals("a") || node.attributes.equals(attributes)));
        if (pointless || again || wanted.size() >= MAX_INLINE) {
            return () -> { };
        }
        wanted.add(BodyNode.element(name, attributes));
        return () -> wanted.remove(wanted.size() - 1);
    }

    private Runnable openBlock(String name, Map<String, String> attributes) {
        if (top().isLeaf() && !top().is("p") && (name.equals("p") || name.equals("div"))) {
            return boundary();
        }
        if (BodyNode.isPartName(name)) {
            return makePlaceFor(name) ? push(name, attributes) : boundary();
        }
        if (name.equals("div") && top().isFrame()) {
            return boundary();
        }
        leaveLeaf();
        makeRoom();
        if (blocks.size() >= MAX_DEPTH && !name.equals("p") && !name.equals("hr")) {
            policy.warn("nesting-flattened", "Elements inside more than " + MAX_DEPTH + " others were flattened.");
            return boundary();
        }
        return push(name, attributes);
    }

    private Runnable push(String name, Map<String, String> attributes) {
        BodyNode node = pushed(name, attributes, false);
        int index = blocks.size() - 1;
        return () -> {
            if (blocks.size() > index && blocks.get(index).node == node) {
                popTo(index);
            }
        };
    }

    private BodyNode pushed(String name, Map<String, String> attributes, boolean implied) {
        BodyNode node = created(name, attributes);
        top().children.add(node);
        blocks.add(new Block(node, implied));
        opened.clear();
        return node;
    }

    private void popTo(int size) {
        blocks.subList(size, blocks.size()).clear();
        opened.clear();
    }

    /**
     * Separates the words before the element from those inside, and those inside from those behind: by a space in a
     * heading, by a line break in preformatted text, elsewhere as paragraphs.
     */
    private Runnable boundary() {
        divide();
        return this::divide;
    }

    private void divide() {
        if (top().is("pre")) {
            top().children.add(BodyNode.text("\n"));
        } else if (top().isLeaf() && !top().is("p")) {
            top().children.add(BodyNode.text(" "));
        } else {
            leaveLeaf();
            if (!top().isFrame()) {
                top().children.add(BodyNode.element("div", Map.of()));
            }
        }
        opened.clear();
    }

    private void leaveLeaf() {
        if (top().isLeaf()) {
            popTo(blocks.size() - 1);
        }
    }

    /**
     * Closes implied blocks, or opens missing ones, until the part may stand in the current block; false when it may
     * stand in none.
     */
    private boolean makePlaceFor(String part) {
        int place = blocks.size() - 1;
        while (blocks.get(place).implied && !blocks.get(place).node.mayHold(part)) {
            place--;
        }
        String below = blocks.get(place).node.name;
        int missing = 0;
        while (below != null && !BodyNode.element(below, Map.of()).mayHold(part)) {
            below = BodyNode.usualPart(below);
            missing++;
        }
        if (below == null) {
            return false;
        }
        popTo(place + 1);
        for (int i = 0; i < missing; i++) {
            pushed(BodyNode.usualPart(top().name), Map.of(), true);
        }
        return true;
    }

    /** Opens the item or cell that words and blocks need inside a list or table. */
    private void makeRoom() {
        while (top().isFrame()) {
            pushed(BodyNode.usualPart(top().name), Map.of(), true);
        }
    }

    private void text(String raw) {
        String text = VietnameseText.normalise(BodyHtml.withoutEndMarks(raw));
        if (text.isEmpty()) {
            return;
        }
        if (!text.isBlank()) {
            makeRoom();
            inline().children.add(BodyNode.text(text));
        } else {
            closeUnwanted();
            current().children.add(BodyNode.text(text));
        }
    }

    /** Opens the wanted inline elements in the current block, and returns the innermost. */
    private BodyNode inline() {
        closeUnwanted();
        for (BodyNode node : wanted.subList(opened.size(), wanted.size())) {
            BodyNode copy = created(node.name, node.attributes);
            current().children.add(copy);
            opened.add(new Opened(node, copy));
        }
        return current();
    }

    private void closeUnwanted() {
        int same = 0;
        while (same < opened.size() && same < wanted.size() && opened.get(same).wanted == wanted.get(same)) {
            same++;
        }
        opened.subList(same, opened.size()).clear();
    }

    private BodyNode current() {
        return opened.isEmpty() ? top() : opened.get(opened.size() - 1).node;
    }

    private BodyNode top() {
        return blocks.get(blocks.size() - 1).node;
    }

    private BodyNode created(String name, Map<String, String> attributes) {
        if (++elements > MAX_ELEMENTS) {
            throw new IllegalArgumentException("The body has more than " + MAX_ELEMENTS + " elements.");
        }
        return BodyNode.element(name, attributes);
    }
}
