package vn.loa.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.TextBlocks;

/**
 * Reads an HTML page of a portal. The article's text is the smallest element that contains nearly all long paragraphs;
 * the blocks before it are the head. Scripts, navigation, lists of links and footers are neither.
 */
final class HtmlPage {

    private static final String NEVER_TEXT = "script, style, noscript, template, svg, select, button, input, textarea, "
            + "label, iframe, object, figure > img";
    /** Elements and WAI-ARIA roles that are declared not to be the article. */
    private static final String BOILERPLATE = "nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], "
            + "[role=complementary], [role=search], body > header, [hidden], [aria-hidden=true]";
    /** Words of class names and ids that mark such elements on portals without them. */
    private static final List<String> BOILERPLATE_WORDS = List.of("menu", "nav", "navbar", "breadcrumb", "breadcrumbs",
            "footer", "sidebar", "related", "comment", "comments", "share", "social", "banner", "search", "pagination",
            "tinlienquan", "tinkhac");
    private static final int MAX_ELEMENTS = 100_000;
    private static final int MAX_HEAD_BLOCKS = 3;
    private static final int MAX_BYLINE_LENGTH = 300;
    private static final double CONTAINER_SHARE = 0.8;

    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    static PageSource read(String html) {
        return new HtmlPage(Jsoup.parse(html)).read();
    }

    private PageSource read() {
        if (document.getAllElements().size() > MAX_ELEMENTS) {
            throw Problem.of(ProblemType.PAGE_TOO_COMPLEX, "The page has more than " + MAX_ELEMENTS
                    + " elements.").asException();
        }
        document.select(NEVER_TEXT).remove();
        List<HtmlBlock> everything = HtmlBlock.of(document.body());
        document.select(BOILERPLATE).remove();
        document.body().select("[class], [id]").stream().filter(HtmlPage::isNamedBoilerplate).forEach(Element::remove);
        List<HtmlBlock> blocks = HtmlBlock.of(document.body()).stream().filter(block -> !block.isLinks()).toList();
        Element container = container(blocks);

        List<String> head = new ArrayList<>();
        List<String> content = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (HtmlBlock block : blocks) {
            // Between the title and the text there may be a lead in an element of its own.
            if (block.isIn(container) || block.isText() && content.isEmpty() && isBelowTitle(head)) {
                content.add(block.text());
            } else if (content.isEmpty()) {
                head.add(block.text());
            } else if (block.isText()) {
                leftOut.add(block.text());
            }
        }
        moveHeadOutOf(content, head);
        List<String> around = new ArrayList<>(everything.stream().map(HtmlBlock::text).toList());
        around.removeAll(new HashSet<>(content));
        TextBlocks print = TextBlocks.read(String.join("\n", content));
        boolean printed = !print.dropped().isEmpty() || container.selectFirst("pre") != null;
        return new PageSource(head, printed ? print.paragraphs() : content, around, leftOut,
                printed ? print.dropped() : List.of(), hints(),
                printed ? print.notes() : List.of());
    }

    private boolean isBelowTitle(List<String> head) {
        String title = title();
        return head.stream().anyMatch(block -> block.equals(title) || PortalPageReader.stampIn(block).isPresent());
    }

    /** Moves blocks to the head up to a publication stamp, which ends the head even inside the text's element. */
    private static void moveHeadOutOf(List<String> content, List<String> head) {
        for (int i = 0; i < Math.min(content.size(), MAX_HEAD_BLOCKS); i++) {
            if (PortalPageReader.stampIn(content.get(i)).isPresent()) {
                List<String> above = content.subList(0, i + 1);
                head.addAll(above);
                above.clear();
                return;
            }
        }
    }

    private static boolean isNamedBoilerplate(Element element) {
        List<String> words = Arrays.asList((element.className() + " " + element.id())
                .replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z]+"));
        return !element.is("body, main, article, form") && BOILERPLATE_WORDS.stream().anyMatch(words::contains);
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

    private PageSource.Hints hints() {
        String site = meta("og:site_name");
        if (site == null && !document.title().isBlank()) {
            site = SiteName.inWindowTitle(VietnameseText.oneLine(document.title())).orElse(null);
        }
        return new PageSource.Hints(site, title(), byline(), stamp(), meta("description"), language(), tags());
    }

    private String title() {
        Element heading = Stream.of("article h1", "main h1", "h1").map(document::selectFirst)
                .filter(Objects::nonNull).findFirst().orElse(null);
        return heading == null ? meta("og:title") : VietnameseText.line(heading.text());
    }

    private String byline() {
        String author = meta("author");
        if (author != null) {
            return VietnameseText.excerpt(author, MAX_BYLINE_LENGTH);
        }
        Element element = document.selectFirst("[rel=author], [itemprop=author]");
        String name = element == null ? null : VietnameseText.line(element.text());
        return name == null ? null : VietnameseText.excerpt(name, MAX_BYLINE_LENGTH);
    }

    private Stamp stamp() {
        Element time = document.selectFirst("article time[datetime], main time[datetime]");
        String timestamp = time == null ? meta("article:published_time") : time.attr("datetime");
        return timestamp == null ? null : VietnameseDates.findStamp(timestamp).orElse(null);
    }

    private String language() {
        String language = document.selectFirst("html").attr("lang");
        return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") ? language : null;
    }

    private List<String> tags() {
        String keywords = meta("keywords");
        return keywords == null ? List.of() : Arrays.stream(keywords.split("[,;]")).map(String::strip).toList();
    }

    private String meta(String name) {
        Element meta = document.selectFirst("meta[name=" + name + "], meta[property=" + name + "]");
        return meta == null ? null : VietnameseText.line(meta.attr("content"));
    }
}
