package vn.loa.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Paragraph;

/** Checks that hold for the body made of any input. Independent of the tested code: it has its own lists. */
public final class SafeBody {
    private static final Set<String> ELEMENTS = Set.of("p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
            "blockquote", "pre", "code", "em", "strong", "b", "i", "u", "s", "small", "mark", "ins", "del", "sub",
            "sup", "a", "img", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr",
            "span", "div", "abbr", "cite", "q", "dl", "dt", "dd");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of("a", Set.of("href"),
            "img", Set.of("src", "alt", "width", "height"), "ol", Set.of("start", "type"),
            "td", Set.of("colspan", "rowspan", "id"), "th", Set.of("colspan", "rowspan", "scope", "id"));
    private static final Set<String> ANYWHERE = Set.of("lang", "title", "dir");
    private static final Set<String> TEXT_BLOCKS = Set.of("p", "h2", "h3", "h4", "h5", "h6", "pre", "li", "dt", "dd",
            "td", "th", "caption", "blockquote", "figcaption");
    private static final String NEVER_SHOWN = "script, style, noscript, template, iframe, frameset, frame, noframes, "
            + "noembed, object, embed, applet, audio, video, canvas, svg, math, title, datalist";

    private SafeBody() {}

    /** Makes the input safe and checks the result. */
    public static BodyHtml check(String input) {
        BodyHtml body = BodyHtml.of(input, "body");
        Document document = Jsoup.parseBodyFragment(body.html());
        assertEquals(0, document.head().childNodeSize(), body.html());
        document.body().getAllElements().stream().skip(1).forEach(SafeBody::checkElement);
        document.body().traverse((node, depth) -> assertTrue(!(node instanceof Comment || node instanceof DataNode)));
        checkParagraphs(body, document);
        assertEquals(figures(visible(input)), figures(letters(body.paragraphs().stream().map(Paragraph::text).toList())), input);
        assertTrue(Normalizer.isNormalized(body.html(), Normalizer.Form.NFC), input);
        assertTrue(body.html().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7F), input);

        BodyHtml again = BodyHtml.of(body.html(), "body");
        assertEquals(body.html(), again.html(), input);
        assertEquals(body.paragraphs(), again.paragraphs(), input);
        assertEquals(List.of(), again.warnings(), () -> input + "\n" + body.html());
        return body;
    }

    private static void checkElement(Element element) {
        String name = element.normalName();
        assertTrue(ELEMENTS.contains(name), name);
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            boolean known = ANYWHERE.contains(key) || key.equals("id") && TEXT_BLOCKS.contains(name)
                    || ATTRIBUTES.getOrDefault(name, Set.of()).contains(key);
            assertTrue(known, () -> name + " " + attribute);
            if (key.equals("href") || key.equals("src")) {
                assertTrue(isHarmless(attribute.getValue(), key.equals("href")), attribute.toString());
            }
        }
    }

    /**
     * Parses the URL as browsers do (WHATWG URL): white space and controls are ignored, and the scheme ends at the
     * first colon.
     */
    private static boolean isHarmless(String url, boolean mail) {
        String read = url.replaceAll("[\\x00-\\x20\\x7F\\u00AD\\u200B-\\u200F\\u2028\\u2029\\uFEFF]", "").toLowerCase();
        return read.matches("https?:.*") || mail && read.startsWith("mailto:") || read.matches("[^:]*([/?#].*)?");
    }

    private static void checkParagraphs(BodyHtml body, Document document) {
        List<String> seen = new ArrayList<>();
        for (Element block : document.select("[id]")) {
            Paragraph paragraph = body.paragraphs().get(seen.size());
            assertEquals(paragraph.eId().value(), block.id());
            assertEquals(figures(paragraph.text()), figures(ownWords(block)), body.html());
            assertTrue(!paragraph.text().isEmpty(), body.html());
            seen.add(block.id());
        }
        assertEquals(body.paragraphs().size(), seen.size(), body.html());
        assertEquals(seen.size(), new HashSet<>(seen).size(), body.html());
    }

    /** Raised and lowered figures are characters of their own in the words, as m² is. */
    private static String figures(String words) {
        StringBuilder out = new StringBuilder();
        words.chars().forEach(c -> {
            int figure = Math.max("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c), "₀₁₂₃₄₅₆₇₈₉".indexOf(c));
            out.append((char) (figure < 0 ? c : '0' + figure));
        });
        return out.toString();
    }

    private static String ownWords(Element block) {
        Element own = block.clone();
        own.select(String.join(", ", TEXT_BLOCKS) + ", div, ul, ol, dl, table, figure, hr").stream()
                .filter(inner -> inner != own).forEach(Node::remove);
        own.select("br").forEach(br -> br.replaceWith(new TextNode(" ")));
        return VietnameseText.oneLine(own.wholeText());
    }

    /** The visible text of the input without white space, in document order. */
    private static String visible(String input) {
        Element body = Jsoup.parseBodyFragment(input.replace('\uFFFF', '\uFFFD')).body();
        body.select(NEVER_SHOWN).remove();
        StringBuilder text = new StringBuilder();
        body.traverse((node, depth) -> text.append(node instanceof TextNode words
                ? VietnameseText.normalise(words.getWholeText()) : ""));
        return letters(List.of(text.toString()));
    }

    private static String letters(List<String> texts) {
        String letters = texts.stream().map(text -> VietnameseText.normalise(text).replaceAll("[ \n\t]", ""))
                .collect(Collectors.joining());
        return VietnameseText.normalise(letters.replace("\u034F", ""));
    }
}
