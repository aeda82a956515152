package vn.loa.imports.html;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The order of a page's nodes, and the last words of the line before each text, link and raised element. */
final class HtmlWordsBefore implements NodeVisitor {

    /** More than a unit and its number have. */
    private static final int KEPT = 32;

    private final Map<Node, Integer> order = new IdentityHashMap<>();
    private final Map<Node, String> words = new IdentityHashMap<>();
    private final StringBuilder line = new StringBuilder();

    static HtmlWordsBefore in(Document document) {
        HtmlWordsBefore read = new HtmlWordsBefore();
        document.traverse(read);
        return read;
    }

    @Override
    public void head(Node node, int depth) {
        order.put(node, order.size());
        if (node instanceof TextNode text) {
            words.put(node, line.toString());
            line.append(text.getWholeText());
            if (line.length() > KEPT && !line.substring(line.length() - KEPT).isBlank()) {
                line.delete(0, line.length() - KEPT);
            }
        } else if (node instanceof Element element) {
            endLine(element);
            if (element.nameIs("a") || element.nameIs("sup")) {
                words.put(node, line.toString());
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            endLine(element);
        }
    }

    private void endLine(Element element) {
        if (element.isBlock() || element.nameIs("br")) {
            line.setLength(0);
        }
    }

    int order(Node node) {
        return order.get(node);
    }

    /** Empty at the start of a line. */
    String before(Node node) {
        return words.getOrDefault(node, "");
    }
}
