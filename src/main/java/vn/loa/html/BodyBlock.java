package vn.loa.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.VietnameseText;

/**
 * A block of words of an article's body, for renderings without HTML. Lists become their items, one after the other; a table
 * is one block with rows. Together the blocks are all words of the body, in order.
 *
 * @param tag the HTML element: {@code p}, {@code li}, {@code h2}
 * @param eId null when the block has none
 * @param inline texts and inline elements
 * @param rows of a table; empty for other blocks
 */
public record BodyBlock(String tag, String eId, List<Node> inline, List<List<Cell>> rows) {

    private static final Set<String> INLINE = Set.of("a", "img", "br", "span", "em", "strong", "b", "i", "u", "s",
            "small", "mark", "ins", "del", "sub", "sup", "code", "abbr", "cite", "q");
    private static final String TABLE = "table";

    /**
     * A cell of a table.
     *
     * @param columns how many it reaches over, as written; null for one
     * @param rows likewise
     * @param blocks its words; none is a table
     */
    public record Cell(boolean header, String columns, String rows, List<BodyBlock> blocks) {

        private static Cell of(Element cell) {
            List<BodyBlock> blocks = new ArrayList<>();
            collect(cell, blocks, true);
            return new Cell(cell.nameIs("th"), span(cell, "colspan"), span(cell, "rowspan"), blocks);
        }

        private static String span(Element cell, String attribute) {
            return cell.hasAttr(attribute) ? cell.attr(attribute) : null;
        }

        public int columnSpan() {
            return columns == null ? 1 : Integer.parseInt(columns);
        }

        private String text() {
            return blocks.stream().map(BodyBlock::text).map(VietnameseText::oneLine).collect(Collectors.joining(" "));
        }
    }

    /** @param html safe HTML */
    public static List<BodyBlock> of(String html) {
        List<BodyBlock> blocks = new ArrayList<>();
        collect(Jsoup.parseBodyFragment(html).body(), blocks, false);
        return blocks;
    }

    /** @param flat whether tables, too, become their cells, because a table stands around them */
    private static void collect(Element block, List<BodyBlock> blocks, boolean flat) {
        String eId = block.id().isEmpty() ? null : block.id();
        List<Node> run = new ArrayList<>();
        for (Node child : block.childNodes()) {
            if (child instanceof Element element && !INLINE.contains(element.normalName())) {
                eId = flush(block, eId, run, blocks);
                run = new ArrayList<>();
                if (element.nameIs(TABLE) && !flat) {
                    table(element, blocks);
                } else {
                    collect(element, blocks, flat);
                }
            } else {
                run.add(child);
            }
        }
        flush(block, eId, run, blocks);
    }

    /** Adds the table; its caption stands above it. */
    private static void table(Element table, List<BodyBlock> blocks) {
        List<List<Cell>> rows = new ArrayList<>();
        boolean words = false;
        for (Element part : table.children()) {
            if (part.nameIs("caption")) {
                collect(part, blocks, true);
                continue;
            }
            for (Element row : part.children()) {
                List<Cell> cells = row.children().stream().map(Cell::of).toList();
                words |= cells.stream().anyMatch(cell -> !cell.blocks.isEmpty());
                if (!cells.isEmpty()) {
                    rows.add(cells);
                }
            }
        }
        if (words) {
            blocks.add(new BodyBlock(TABLE, null, List.of(), rows));
        }
    }

    /** Adds a block for the run, and returns the eId for the next run: null once a run with words has taken it. */
    private static String flush(Element block, String eId, List<Node> run, List<BodyBlock> blocks) {
        BodyBlock found = new BodyBlock(block.normalName(), eId, List.copyOf(run), List.of());
        if (found.text().isBlank()) {
            return eId;
        }
        blocks.add(found);
        return null;
    }

    public boolean isItem() {
        return tag.equals("li");
    }

    public boolean isTable() {
        return tag.equals(TABLE);
    }

    /** The level of a heading, from 2; 0 for other blocks. */
    public int headingLevel() {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)) ? tag.charAt(1) - '0' : 0;
    }

    /**
     * The words of the block with the alternative texts of pictures; each {@code <br>} and each row of a table begins a new
     * line.
     */
    public String text() {
        if (isTable()) {
            return rows.stream().map(row -> row.stream().map(Cell::text).collect(Collectors.joining(" | ")))
                    .map(VietnameseText::oneLine).filter(row -> !row.isEmpty()).collect(Collectors.joining("\n"));
        }
        StringBuilder out = new StringBuilder();
        inline.forEach(node -> node.traverse((inner, depth) -> {
            if (inner instanceof TextNode text) {
                String words = tag.equals("pre") ? text.getWholeText() : text.getWholeText().replace('\n', ' ');
                out.append(inside(text, "sup") ? RaisedFigures.raised(words) : inside(text, "sub") ? RaisedFigures.lowered(words) : words);
            } else if (inner instanceof Element element && element.nameIs("br")) {
                out.append('\n');
            } else if (inner instanceof Element element && element.nameIs("img")) {
                out.append(alternative(element));
            }
        }));
        return out.toString().lines().map(VietnameseText::oneLine).collect(Collectors.joining("\n")).strip();
    }

    private static boolean inside(TextNode text, String tag) {
        return text.parent() != null && text.parent().nameIs(tag);
    }

    /** The alternative text of a picture, with spaces around it. */
    public static String alternative(Element picture) {
        String words = picture.attr("alt");
        return words.isBlank() ? "" : " " + words + " ";
    }

    /**
     * The words on one line, in which citations count their offsets; empty when the block has other nodes than text.
     */
    public Optional<String> plainText() {
        return plainText(inline);
    }

    public static Optional<String> plainText(List<Node> inline) {
        return inline.stream().allMatch(TextNode.class::isInstance)
                ? Optional.of(VietnameseText.oneLine(inline.stream().map(node -> ((TextNode) node).getWholeText())
                        .collect(Collectors.joining())))
                : Optional.empty();
    }
}
