package vn.loa.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.imports.html.HtmlBlock;
import vn.loa.imports.html.HtmlMarks;
import vn.loa.imports.html.HtmlNotes;
import vn.loa.imports.html.HtmlTidy;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.Table;
import vn.loa.text.structure.TextBlocks;

/**
 * Reads an HTML page of a portal. The article's text is the smallest element that contains nearly all long paragraphs;
 * the blocks before it are the head. Scripts, navigation, lists of links and footers are neither.
 */
final class HtmlPage {

    private static final int MAX_ELEMENTS = 100_000;
    private static final int MAX_HEAD_BLOCKS = 3;
    private static final double CONTAINER_SHARE = 0.8;

    private final Document document;
    private final PageSource.Hints hints;
    private final HtmlTidy tidy;
    private final List<HtmlBlock> head = new ArrayList<>();
    private final List<HtmlBlock> content = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private HtmlPage(Document document) {
        this.document = document;
        hints = HtmlHints.read(document);
        tidy = new HtmlTidy(document);
    }

    static PageSource read(String html) {
        Document document = Jsoup.parse(HtmlMarks.cleared(html));
        if (document.getAllElements().size() > MAX_ELEMENTS) {
            throw Problem.of(ProblemType.PAGE_TOO_COMPLEX, "The page has more than " + MAX_ELEMENTS
                    + " elements.").asException();
        }
        if (document.selectFirst("base[href]") == null) {
            address(document).ifPresent(document::setBaseUri);
        }
        return new HtmlPage(document).read();
    }

    /** Where the page says that it stands. */
    private static Optional<String> address(Document document) {
        Element link = document.selectFirst("link[rel=canonical][href]");
        Element meta = document.selectFirst("meta[property=og:url][content]");
        String address = link != null ? link.attr("href") : meta != null ? meta.attr("content") : "";
        return address.matches("https?://[^\\s/]+.*") ? Optional.of(address) : Optional.empty();
    }

    private PageSource read() {
        tidy.removeWhatIsNotShown();
        HtmlNotes notes = HtmlNotes.in(document);
        boolean noted = !notes.isEmpty() && new HtmlPage(document.clone()).isOfficial();
        HtmlMarks marks = noted ? notes.take() : HtmlMarks.none();
        List<HtmlBlock> everything = visible(marks.without(HtmlBlock.of(document.body())));
        tidy.removeBoilerplate();
        Element container = divide();
        List<HtmlBlock> above = List.copyOf(marks.without(head));
        head.clear();
        head.addAll(above);
        List<HtmlBlock> marked = marks.placed(content);
        content.clear();
        content.addAll(marked);
        List<String> texts = texts(content);
        Optional<Subject> official = Letterhead.find(texts);
        if (official.isEmpty()) {
            moveHeadOutOfContent();
            texts = texts(content);
        }
        List<String> around = new ArrayList<>(texts(everything));
        around.removeAll(new HashSet<>(texts));
        TextBlocks print = TextBlocks.read(String.join("\n", texts));
        Map<String, Table> tables = tables();
        boolean printed = !noted && tables.isEmpty() && (!print.dropped().isEmpty() || container.selectFirst("pre") != null);
        PageSource.Hints known = hints.title() == null && official.isPresent()
                ? hints.titled(PlainTextPage.titleOf(official.get()), official.get().title()) : hints;
        return new PageSource(texts(head), printed ? print.paragraphs() : texts, around, leftOut, tidy.hidden(),
                printed ? print.dropped() : List.of(), known, printed ? print.notes() : marks.notes(), tables,
                printed ? null : new HtmlMarkup(container, content), Map.of(), Map.of());
    }

    /** Whether the page has an official document; changes the page. */
    private boolean isOfficial() {
        tidy.removeBoilerplate();
        divide();
        return Letterhead.find(texts(content)).isPresent();
    }

    /** Divides the lines into head and content, and returns the element that holds the content. */
    private Element divide() {
        List<HtmlBlock> blocks = visible(HtmlBlock.of(document.body())).stream().filter(block -> !block.isLinks()).toList();
        Element container = container(blocks);
        divide(blocks, container);
        return container;
    }

    /** The blocks with visible characters. */
    private static List<HtmlBlock> visible(List<HtmlBlock> blocks) {
        return blocks.stream().filter(block -> VietnameseText.line(block.text()) != null).toList();
    }

    private static List<String> texts(List<HtmlBlock> blocks) {
        return blocks.stream().map(HtmlBlock::text).toList();
    }

    private Map<String, Table> tables() {
        Map<String, Table> tables = new HashMap<>();
        content.stream().filter(block -> block.table() != null).forEach(block -> tables.put(block.text(), block.table()));
        return tables;
    }

    private void divide(List<HtmlBlock> blocks, Element container) {
        for (HtmlBlock block : blocks) {
            // Between the title and the text there may be a lead in an element of its own.
            if (block.isIn(container) || block.isText() && content.isEmpty() && isBelowTitle()) {
                content.add(block);
            } else if (content.isEmpty()) {
                head.add(block);
            } else if (block.isText()) {
                leftOut.add(block.text());
            }
        }
    }

    private boolean isBelowTitle() {
        return head.stream().anyMatch(block -> block.text().equals(hints.title()) || PortalPageReader.stampIn(block.text()).isPresent());
    }

    /** Moves blocks to the head up to a publication stamp, which ends the head even inside the text's element. */
    private void moveHeadOutOfContent() {
        for (int i = 0; i < Math.min(content.size(), MAX_HEAD_BLOCKS); i++) {
            if (content.get(i).table() == null && PortalPageReader.stampIn(content.get(i).text()).isPresent()) {
                List<HtmlBlock> above = content.subList(0, i + 1);
                head.addAll(above);
                above.clear();
                return;
            }
        }
    }

    /** Goes down from the body, while one child contains nearly all of the long lines. */
    private Element container(List<HtmlBlock> blocks) {
        Map<Element, Integer> textIn = new IdentityHashMap<>();
        blocks.stream().filter(HtmlBlock::isText).forEach(block -> block.ancestors()
                .forEach(ancestor -> textIn.merge(ancestor, block.text().length(), Integer::sum)));
        double enough = CONTAINER_SHARE * textIn.getOrDefault(document.body(), 0);
        Element container = document.body();
        for (Element next = container; next != null; ) {
            container = next;
            next = enough == 0 ? null : container.children().stream()
                    .filter(child -> textIn.getOrDefault(child, 0) >= enough && HtmlBlock.holdsBlocks(child))
                    .findFirst().orElse(null);
        }
        return container;
    }
}
