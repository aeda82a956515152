package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Table;

/**
 * A line of a rendered page: the text between two block boundaries or line breaks; or a table of data.
 *
 * @param text on one line, never empty; that of a table has a line for each row
 * @param linked the number of its characters inside links
 * @param parent the innermost block element around it
 * @param nodes its texts, pictures and line breaks; a table itself
 * @param table null for words
 * @param broken whether only a single line break parts it from the line above
 */
public record HtmlBlock(String text, int linked, Element parent, List<Node> nodes, Table table, boolean broken) {

    /** In characters. Shorter lines are labels, captions and menus more often than text. */
    private static final int MIN_TEXT_LENGTH = 60;
    private static final String ENDS = ".;:!?…";

    public static List<HtmlBlock> of(Element root) {
        return joined(HtmlLines.of(root));
    }

    /** Joins the lines of a sentence that a line break divides. */
    private static List<HtmlBlock> joined(List<HtmlBlock> lines) {
        List<HtmlBlock> joined = new ArrayList<>(lines.size());
        for (HtmlBlock line : lines) {
            HtmlBlock above = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (line.broken && above != null && above.table == null && above.goesOn(line.text)) {
                joined.set(joined.size() - 1, above.with(line));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private boolean goesOn(String next) {
        return ENDS.indexOf(text.charAt(text.length() - 1)) < 0 && Character.isLowerCase(next.codePointAt(0))
                && !DirectiveText.isNumbered(next);
    }

    private HtmlBlock with(HtmlBlock next) {
        List<Node> all = new ArrayList<>(nodes);
        all.addAll(next.nodes);
        return new HtmlBlock(text + " " + next.text, linked + next.linked, parent, all, null, broken);
    }

    /** The same place with other words. */
    HtmlBlock with(String words, Table theTable) {
        return new HtmlBlock(words, linked, parent, nodes, theTable, broken);
    }

    /** Whether the element contains a block or a line break, so that it is more than one paragraph. */
    public static boolean holdsBlocks(Element element) {
        return element.stream().skip(1).anyMatch(inside -> inside.isBlock() || inside.nameIs("br"));
    }

    /** The elements around the line, innermost first. */
    public Stream<Element> ancestors() {
        return Stream.iterate(parent, Objects::nonNull, Element::parent);
    }

    public boolean isIn(Element element) {
        return ancestors().anyMatch(ancestor -> ancestor == element);
    }

    /**
     * Whether nearly all of the line is links, as in a menu or a list of articles. A paragraph is text even if all of
     * it is a link.
     */
    public boolean isLinks() {
        return linked > 0 && !parent.nameIs("p") && linked * 10 >= text.replaceAll("[\\s|›»>/·-]", "").length() * 8;
    }

    public boolean isText() {
        return text.length() >= MIN_TEXT_LENGTH;
    }
}
