package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Table;

/** Collects the lines of a rendered page. Numbers of list items, which a browser adds, are words of their lines. */
final class HtmlLines implements NodeFilter {

    private final List<HtmlBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final HtmlListNumbers numbers = new HtmlListNumbers();
    private List<Node> nodes = new ArrayList<>();
    private Element parent;
    private int linked;
    private int linkDepth;
    private int preformatted;
    private int raised;
    private int lowered;
    /** The line breaks since the last line; a block boundary counts as many. */
    private int breaks = 2;

    private HtmlLines(Element root) {
        this.parent = root;
    }

    static List<HtmlBlock> of(Element root) {
        HtmlLines lines = new HtmlLines(root);
        root.filter(lines);
        lines.flush();
        return lines.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode textNode) {
            words(textNode);
        } else if (node instanceof Element element) {
            List<Table> tables = element.nameIs("table") ? HtmlTable.read(element) : List.of();
            if (!tables.isEmpty()) {
                boundary();
                tables.forEach(table -> blocks.add(new HtmlBlock(table.text(), linkedIn(element), element.parent(),
                        List.of(element), table, false)));
                return FilterResult.SKIP_ENTIRELY;
            }
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    private static int linkedIn(Element table) {
        return table.select("a").stream().mapToInt(link -> link.text().replaceAll("\\s", "").length()).sum();
    }

    private void words(TextNode node) {
        String words = node.getWholeText();
        if (preformatted > 0) {
            lines(node, words);
        } else {
            text.append(raised > 0 ? RaisedFigures.raised(words) : lowered > 0 ? RaisedFigures.lowered(words) : words);
            nodes.add(node);
        }
        if (linkDepth > 0) {
            linked += words.replaceAll("\\s", "").length();
        }
    }

    private void open(Element element) {
        count(element, 1);
        if (element.nameIs("img")) {
            nodes.add(element);
        } else if (element.nameIs("br")) {
            flush();
            breaks++;
            nodes.add(element);
        } else if (element.isBlock()) {
            boundary();
            parent = element;
            numbers.open(element);
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            count(element, -1);
            if (element.isBlock()) {
                boundary();
                numbers.close(element);
                parent = element.parent();
            }
        }
        return FilterResult.CONTINUE;
    }

    private void count(Element element, int one) {
        switch (element.normalName()) {
            case "a" -> linkDepth += one;
            case "pre" -> preformatted += one;
            case "sup" -> raised += one;
            case "sub" -> lowered += one;
            default -> { }
        }
    }

    /** Line ends of preformatted text are line ends of the page. */
    private void lines(TextNode node, String preformattedText) {
        String[] lines = preformattedText.split("\r?\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                boundary();
            }
            text.append(lines[i]);
            nodes.add(node);
        }
    }

    private void boundary() {
        flush();
        breaks = 2;
    }

    private void flush() {
        String line = VietnameseText.oneLine(text.toString());
        if (!line.isEmpty()) {
            blocks.add(new HtmlBlock(numbers.before(line), linked, parent, nodes, null, breaks == 1));
            breaks = 0;
        }
        text.setLength(0);
        nodes = new ArrayList<>();
        linked = 0;
    }
}
