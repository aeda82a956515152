package vn.loa.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.imports.html.HtmlBlock;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Warning;

/** The markup of an HTML page's text: what the lines alone do not say. Its HTML is as the page wrote it, and not yet safe. */
final class HtmlMarkup {

    private static final Set<String> INLINE = Set.of("a", "b", "strong", "i", "em", "u", "s", "strike", "small", "mark", "ins",
            "del", "sub", "sup", "code", "abbr", "cite", "q");
    private static final Pattern FILE = Pattern.compile("[^?#]*\\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|rar|7z|csv)(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_FILES = 1_000;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_WARNINGS = 20;
    private static final int NEAR = 120;
    /** In pixels; smaller pictures are signs and counters. */
    private static final int SMALLEST_PICTURE = 24;

    private final Element container;
    private final List<HtmlBlock> blocks;

    /** @param blocks those of the text, in order; some may stand outside the container */
    HtmlMarkup(Element container, List<HtmlBlock> blocks) {
        this.container = container;
        this.blocks = List.copyOf(blocks);
        List.of("href", "src").forEach(this::makeAbsolute);
    }

    private void makeAbsolute(String attribute) {
        for (Element element : container.select("[" + attribute + "]")) {
            String absolute = element.attr(attribute).startsWith("#") ? "" : element.absUrl(attribute);
            if (!absolute.isEmpty()) {
                element.attr(attribute, absolute);
            }
        }
    }

    /** The HTML of these lines with their headings, lists, tables and pictures. Takes the others out of the page for ever. */
    String body(int from, int to) {
        List<HtmlBlock> kept = blocks.subList(from, to);
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.forEach(block -> nodes.addAll(block.nodes()));
        Set<Node> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        blocks.stream().filter(block -> block.table() != null).forEach(block -> tables.addAll(block.nodes()));
        StringBuilder html = new StringBuilder();
        kept.stream().filter(block -> !block.isIn(container)).forEach(block -> html.append("<p>").append(inline(block)).append("</p>"));
        for (Node node : container.nodeStream().toList()) {
            boolean table = tables.contains(node);
            boolean words = node instanceof TextNode text && !text.isBlank() && !isInTable(node, nodes);
            if ((words || table) && !nodes.contains(node) || isSmallPicture(node)) {
                node.remove();
            }
        }
        divideParagraphs();
        return html.append(container.outerHtml()).toString();
    }

    private static boolean isInTable(Node node, Set<Node> kept) {
        for (Node around = node.parent(); around != null; around = around.parent()) {
            if (kept.contains(around)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmallPicture(Node node) {
        return node instanceof Element element && element.nameIs("img")
                && (isSmall(element.attr("width")) || isSmall(element.attr("height")));
    }

    private static boolean isSmall(String pixels) {
        return pixels.matches("[0-9]{1,4}") && Integer.parseInt(pixels) < SMALLEST_PICTURE;
    }

    /** Two line breaks, one behind the other, end a paragraph. */
    private void divideParagraphs() {
        for (Element first : container.select("br")) {
            Node next = first.nextSibling();
            while (next instanceof TextNode text && text.isBlank()) {
                next = next.nextSibling();
            }
            if (first.parent() != null && next instanceof Element second && second.nameIs("br")) {
                second.remove();
                first.tagName("p");
            }
        }
    }

    /** The HTML of a line's words, with its links and emphasis. */
    String inline(int index) {
        return inline(blocks.get(index));
    }

    private static String inline(HtmlBlock block) {
        StringBuilder html = new StringBuilder();
        for (Node node : block.nodes()) {
            if (node instanceof TextNode text) {
                StringBuilder words = new StringBuilder(Entities.escape(text.getWholeText()));
                for (Node around = node.parent(); around instanceof Element element && element != block.parent(); around = around.parent()) {
                    if (INLINE.contains(element.normalName())) {
                        words.insert(0, element.shallowClone().outerHtml().replaceFirst("</[a-z]+>$", "")).append("</")
                                .append(element.normalName()).append('>');
                    }
                }
                html.append(words);
            } else {
                html.append(node.outerHtml());
            }
        }
        return html.toString();
    }

    /**
     * What the sections of a directive, which have only words, do not keep of the page: links and pictures, a warning each.
     *
     * @param paragraphs the lines from this one on
     */
    List<Warning> lostInSections(DirectiveText text, List<String> paragraphs, int from) {
        int first = text.preamble().size();
        int last = paragraphs.size() - (text.annexes().isEmpty() ? text.closing().size() : 0);
        List<Warning> warnings = new ArrayList<>();
        Set<Node> links = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = first; i < last && warnings.size() < MOST_WARNINGS; i++) {
            HtmlBlock block = blocks.get(from + i);
            for (Node node : block.nodes()) {
                Element element = node instanceof Element picture ? picture : ((Element) node.parent()).closest("a[href]");
                if (element != null && (element.nameIs("a") || element.nameIs("img")) && links.add(element)) {
                    boolean picture = element.nameIs("img");
                    warnings.add(new Warning(picture ? "picture-left-out" : "link-left-out", picture
                            ? "A section has only words and tables; this picture was left out: " + shown(element.attr("src"))
                            : "A section has only words and tables; of this link the words were kept: " + shown(element.attr("href")),
                            VietnameseText.excerpt(block.text(), NEAR)));
                }
            }
        }
        return warnings;
    }

    private static String shown(String address) {
        return VietnameseText.excerpt(VietnameseText.oneLine(address), LONGEST_WORDS);
    }

    /** The pictures and files of the text, each once. */
    List<FoundFile> files() {
        Map<String, FoundFile> files = new LinkedHashMap<>();
        for (Element element : container.select("img[src], a[href]")) {
            boolean picture = element.nameIs("img");
            String address = VietnameseText.oneLine(element.attr(picture ? "src" : "href"));
            boolean wanted = picture ? !isSmallPicture(element) && !address.startsWith("data:") : FILE.matcher(address).matches();
            if (wanted && !address.isEmpty() && address.length() <= LONGEST_ADDRESS && files.size() < MOST_FILES) {
                String words = VietnameseText.line(picture ? element.attr("alt") : element.text());
                files.putIfAbsent(address, new FoundFile(picture ? FoundFile.Kind.PICTURE : FoundFile.Kind.FILE, address,
                        words == null ? null : VietnameseText.excerpt(words, LONGEST_WORDS)));
            }
        }
        return new ArrayList<>(files.values());
    }
}
