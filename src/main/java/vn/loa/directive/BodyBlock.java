package vn.loa.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.text.VietnameseText;

/**
 * A block of words of an article's body, for renderings that have no HTML. Lists and tables come as their items and
 * cells, one after the other: together the blocks are all words of the body, in their order.
 *
 * @param tag the HTML element: {@code p}, {@code li}, {@code h2}
 * @param eId its address; null when it has none
 * @param inline texts and elements that hold no block
 */
record BodyBlock(String tag, String eId, List<Node> inline) {

    private static final Set<String> INLINE = Set.of("a", "img", "br", "span", "em", "strong", "b", "i", "u", "s",
            "small", "mark", "ins", "del", "sub", "sup", "code", "abbr", "cite", "q");

    /** @param html safe HTML */
    static List<BodyBlock> of(String html) {
        List<BodyBlock> blocks = new ArrayList<>();
        collect(Jsoup.parseBodyFragment(html).body(), blocks);
        return blocks;
    }

    private static void collect(Element block, List<BodyBlock> blocks) {
        String eId = block.id().isEmpty() ? null : block.id();
        List<Node> run = new ArrayList<>();
        for (Node child : block.childNodes()) {
            if (child instanceof Element element && !INLINE.contains(element.normalName())) {
                eId = flush(block, eId, run, blocks);
                run = new ArrayList<>();
                collect(element, blocks);
            } else {
                run.add(child);
            }
        }
        flush(block, eId, run, blocks);
    }

    /** The address that is left for the next run: words behind an inner block have none. */
    private static String flush(Element block, String eId, List<Node> run, List<BodyBlock> blocks) {
        BodyBlock found = new BodyBlock(block.normalName(), eId, List.copyOf(run));
        if (found.text().isBlank()) {
            return eId;
        }
        blocks.add(found);
        return null;
    }

    boolean isItem() {
        return tag.equals("li");
    }

    /** From 2; 0 when it is no heading. */
    int headingLevel() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? tag.charAt(1) - '0' : 0;
    }

    /** Its words, and those that stand for pictures, on as many lines as {@code <br>} makes. */
    String text() {
        StringBuilder out = new StringBuilder();
        inline.forEach(node -> node.traverse((inner, depth) -> {
            if (inner instanceof TextNode text) {
                out.append(tag.equals("pre") ? text.getWholeText() : text.getWholeText().replace('\n', ' '));
            } else if (inner instanceof Element element && element.nameIs("br")) {
                out.append('\n');
            } else if (inner instanceof Element element && element.nameIs("img")) {
                out.append(alternative(element));
            }
        }));
        return out.toString().lines().map(VietnameseText::oneLine).collect(Collectors.joining("\n")).strip();
    }

    /** The words that stand for a picture, apart from those beside it. */
    static String alternative(Element picture) {
        String words = picture.attr("alt");
        return words.isBlank() ? "" : " " + words + " ";
    }

    /** Its words on one line, as citations count their offsets, when it is nothing but words. */
    Optional<String> plainText() {
        return plainText(inline);
    }

    static Optional<String> plainText(List<Node> inline) {
        return inline.stream().allMatch(TextNode.class::isInstance)
                ? Optional.of(VietnameseText.oneLine(inline.stream().map(node -> ((TextNode) node).getWholeText())
                        .collect(Collectors.joining())))
                : Optional.empty();
    }
}
