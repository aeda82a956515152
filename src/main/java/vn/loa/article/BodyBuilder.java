package vn.loa.article;

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
import vn.loa.text.VietnameseText;

/**
 * Builds a new tree from what is allowed of a parsed one, nested so that writing and parsing it again cannot change
 * it: inline elements only inside blocks (what wraps several blocks is repeated in each), paragraphs and headings
 * without blocks inside, list items and table parts only where they belong. The words stay, in their order, except
 * inside elements that never show them.
 */
final class BodyBuilder implements NodeFilter {
    /** Of the new tree: the elements of a long code with every word in a span would be fewer. */
    static final int MAX_ELEMENTS = 200_000;
    /** Blocks inside each other; far below the depth at which parsers begin to flatten. */
    private static final int MAX_DEPTH = 60;
    /** Inline elements inside each other: each is repeated in every block that they wrap. */
    private static final int MAX_INLINE = 12;
    /** What they hold is no text, or is shown only where scripts, plug-ins or frames are not. */
    private static final Set<String> REMOVED_WHOLE = Set.of("script", "style", "noscript", "template", "iframe",
            "frame", "frameset", "noframes", "noembed", "object", "embed", "applet", "audio", "video", "canvas", "svg",
            "math", "title", "datalist");
    /** Not blocks for the parser, but their words stand apart. */
    private static final Set<String> APART =
            Set.of("option", "optgroup", "select", "button", "textarea", "legend", "summary", "xmp", "rt", "rp");
    /** Blocks for the parser, but they may stand inside a line. */
    private static final Set<String> IN_LINE = Set.of("ins", "del");

    private final BodyPolicy policy;
    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Runnable> closings = new ArrayDeque<>();
    /** The inline elements around what comes next, and those of them that are open in the current block. */
    private final List<BodyNode> wanted = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private int elements;

    /** An open block; implied when the text did not have it. */
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

    /** Opens what the element becomes; the answer closes it. */
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

    /** Words before and behind stand apart: in a heading by a space, elsewhere as paragraphs of their own. */
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

    /** Goes up or down through implied blocks to where the part may stand; false when there is no such place. */
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

    /** Opens the item or cell that words and blocks in a list or table need around them. */
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

    /** The innermost of the wanted inline elements, opened here as far as they are not. */
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
