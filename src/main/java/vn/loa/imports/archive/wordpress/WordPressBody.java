package vn.loa.imports.archive.wordpress;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The body of a post as ordinary HTML. Editors of WordPress write no paragraphs: an empty line ends one, and a line end is a
 * line break ({@code wpautop}). Its newer editor writes them, with comments between.
 *
 * @param lost names of shortcodes that were left out
 */
record WordPressBody(String html, List<String> lost) {

    private static final Set<String> INLINE = Set.of("a", "img", "br", "span", "em", "strong", "b", "i", "u", "s", "small", "mark", "ins",
            "del", "sub", "sup", "code", "abbr", "cite", "q", "font", "big", "strike", "tt", "kbd", "label", "input");
    /** Elements in which paragraphs are divided, too. */
    private static final Set<String> CONTAINERS = Set.of("div", "blockquote", "section", "article", "center", "td");

    static WordPressBody of(String content, String post, ExportIndex index) {
        Set<String> lost = new LinkedHashSet<>();
        boolean blocks = content.contains("<!-- wp:");
        Document document = Jsoup.parseBodyFragment(Shortcodes.replaced(content, post, index, lost));
        document.outputSettings().prettyPrint(false);
        document.body().nodeStream(Comment.class).toList().forEach(Node::remove);
        if (!blocks) {
            divide(document.body());
        }
        return new WordPressBody(document.body().html().strip(), List.copyOf(lost));
    }

    /** Makes paragraphs of the words and inline elements between blocks. */
    private static void divide(Element block) {
        List<Node> run = new ArrayList<>();
        for (Node child : new ArrayList<>(block.childNodes())) {
            if (child instanceof TextNode || child instanceof Element element && INLINE.contains(element.normalName())) {
                run.add(child);
                continue;
            }
            paragraphs(run, child, block);
            run.clear();
            if (child instanceof Element element && CONTAINERS.contains(element.normalName())) {
                divide(element);
            } else if (child instanceof Element element && element.nameIs("p")) {
                breakLines(element);
            }
        }
        boolean alone = block.childNodes().size() == run.size() && !block.nameIs("body")
                && run.stream().noneMatch(node -> node instanceof TextNode text && text.getWholeText().strip().contains("\n"));
        if (!alone) {
            paragraphs(run, null, block);
        }
    }

    /** @param before the block before which they stand; null at the end */
    private static void paragraphs(List<Node> run, Node before, Element parent) {
        Element paragraph = new Element("p");
        for (Node node : run) {
            node.remove();
            if (!(node instanceof TextNode text)) {
                paragraph.appendChild(node);
                continue;
            }
            String[] parts = text.getWholeText().replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t\u00a0]*\n\\s*", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    place(paragraph, before, parent);
                    paragraph = new Element("p");
                }
                appendLines(paragraph, parts[i]);
            }
        }
        place(paragraph, before, parent);
    }

    private static void place(Element paragraph, Node before, Element parent) {
        trimBreaks(paragraph);
        boolean empty = paragraph.text().replace('\u00a0', ' ').isBlank() && paragraph.selectFirst("img") == null;
        if (empty) {
            return;
        }
        if (before == null) {
            parent.appendChild(paragraph);
        } else {
            before.before(paragraph);
        }
    }

    /** Line ends around a block are not breaks. */
    private static void trimBreaks(Element paragraph) {
        while (paragraph.childNodeSize() > 0 && isBreak(paragraph.childNode(0))) {
            paragraph.childNode(0).remove();
        }
        while (paragraph.childNodeSize() > 0 && isBreak(paragraph.childNode(paragraph.childNodeSize() - 1))) {
            paragraph.childNode(paragraph.childNodeSize() - 1).remove();
        }
    }

    private static boolean isBreak(Node node) {
        return node instanceof TextNode text && text.isBlank() || node instanceof Element element && element.nameIs("br");
    }

    private static void breakLines(Element paragraph) {
        for (TextNode text : paragraph.textNodes()) {
            String words = text.getWholeText();
            if (words.strip().contains("\n")) {
                Element lines = new Element("span");
                appendLines(lines, words);
                new ArrayList<>(lines.childNodes()).forEach(text::before);
                text.remove();
            }
        }
    }

    private static void appendLines(Element target, String words) {
        String[] lines = words.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Node last = target.childNodeSize() == 0 ? null : target.childNode(target.childNodeSize() - 1);
            if (i > 0 && !(last instanceof Element element && element.nameIs("br"))) {
                target.appendChild(new Element("br"));
            }
            if (!lines[i].isEmpty()) {
                target.appendChild(new TextNode(lines[i]));
            }
        }
    }
}
