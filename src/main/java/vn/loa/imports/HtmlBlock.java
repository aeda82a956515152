package vn.loa.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.loa.text.fold.VietnameseText;

/**
 * A line of a rendered page: the text between two block boundaries or line breaks.
 *
 * @param text on one line, never empty
 * @param linked the number of its characters inside links
 * @param parent the innermost block element around it
 */
record HtmlBlock(String text, int linked, Element parent) {

    /** In characters. Shorter lines are labels, captions and menus more often than text. */
    private static final int MIN_TEXT_LENGTH = 60;

    static List<HtmlBlock> of(Element root) {
        LineCollector collector = new LineCollector(root);
        root.traverse(collector);
        collector.flush();
        return collector.blocks;
    }

    /** Whether the element contains a block or a line break, so that it is more than one paragraph. */
    static boolean holdsBlocks(Element element) {
        return element.stream().skip(1).anyMatch(inside -> inside.isBlock() || inside.nameIs("br"));
    }

    /** The elements around the line, innermost first. */
    Stream<Element> ancestors() {
        return Stream.iterate(parent, Objects::nonNull, Element::parent);
    }

    boolean isIn(Element element) {
        return ancestors().anyMatch(ancestor -> ancestor == element);
    }

    /**
     * Whether nearly all of the line is links, as in a menu or a list of articles. A paragraph is text even if all of
     * it is a link.
     */
    boolean isLinks() {
        return linked > 0 && !parent.nameIs("p") && linked * 10 >= text.replaceAll("[\\s|›»>/·-]", "").length() * 8;
    }

    boolean isText() {
        return text.length() >= MIN_TEXT_LENGTH;
    }

    private static final class LineCollector implements NodeVisitor {

        private final List<HtmlBlock> blocks = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Element parent;
        private int linked;
        private int linkDepth;
        private int preformatted;

        LineCollector(Element root) {
            this.parent = root;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                if (preformatted > 0) {
                    lines(textNode.getWholeText());
                } else {
                    text.append(textNode.getWholeText());
                }
                if (linkDepth > 0) {
                    linked += textNode.getWholeText().replaceAll("\\s", "").length();
                }
            } else if (node instanceof Element element) {
                if (element.nameIs("a")) {
                    linkDepth++;
                }
                preformatted += element.nameIs("pre") ? 1 : 0;
                if (element.isBlock() || element.nameIs("br")) {
                    flush();
                    parent = element.nameIs("br") ? parent : element;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.nameIs("a")) {
                    linkDepth--;
                }
                preformatted -= element.nameIs("pre") ? 1 : 0;
                if (element.isBlock()) {
                    flush();
                    parent = element.parent();
                }
            }
        }

        /** Line ends of preformatted text are line ends of the page. */
        private void lines(String preformattedText) {
            String[] lines = preformattedText.split("\r?\n|\r", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    flush();
                }
                text.append(lines[i]);
            }
        }

        private void flush() {
            String line = VietnameseText.oneLine(text.toString());
            if (!line.isEmpty()) {
                blocks.add(new HtmlBlock(line, linked, parent));
            }
            text.setLength(0);
            linked = 0;
        }
    }
}
