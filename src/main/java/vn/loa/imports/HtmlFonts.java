package vn.loa.imports;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Selector;
import vn.loa.text.encoding.FontRepair;
import vn.loa.text.encoding.LegacyEncoding;
import vn.loa.text.encoding.TextRepair;
import vn.loa.text.structure.Warning;

/**
 * Converts the text of a page whose fonts name an encoding from before Unicode: {@code <font face=".VnTime">},
 * {@code style="font-family: VNI-Times"}, or a rule of the page's style sheet, as Word writes it.
 */
final class HtmlFonts {

    private static final Pattern HINT = Pattern.compile("\\.vn[a-z]|vni-", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("([^{}]{1,500}+)\\{([^{}]{0,4000}+)\\}");
    private static final Pattern FAMILY = Pattern.compile("(?:^|[;\\s])(?:mso-ascii-)?font-family\\s*+:\\s*+([^;]{1,200}+)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_RULES = 500;

    private final Document document;
    private final Map<Element, String> styled = new IdentityHashMap<>();
    private final FontRepair repair = new FontRepair();

    private HtmlFonts(Document document) {
        this.document = document;
    }

    /** The page with the letters of Unicode. */
    static TextRepair repair(String html) {
        if (!HINT.matcher(html).find()) {
            return new TextRepair(html, List.of());
        }
        HtmlFonts fonts = new HtmlFonts(Jsoup.parse(html));
        fonts.readStyleSheets();
        fonts.eachText((font, text) -> fonts.repair.add(font, text.getWholeText()));
        if (!fonts.repair.isNeeded()) {
            return new TextRepair(html, List.of());
        }
        fonts.eachText((font, text) -> {
            String letters = fonts.repair.convert(font, text.getWholeText());
            if (!letters.equals(text.getWholeText())) {
                text.text(letters);
            }
        });
        List<Warning> warnings = fonts.repair.warnings();
        if (warnings.isEmpty()) {
            return new TextRepair(html, List.of());
        }
        fonts.document.outputSettings().prettyPrint(false);
        return new TextRepair(fonts.document.outerHtml(), warnings);
    }

    private interface TextAction {
        void run(String font, TextNode text);
    }

    /** Goes over the texts with the font of each; null where none is named. */
    private void eachText(TextAction action) {
        Map<Element, String> known = new IdentityHashMap<>();
        document.traverse((node, depth) -> {
            if (node instanceof Element element) {
                String own = own(element);
                Node parent = element.parent();
                known.put(element, own != null ? own : parent instanceof Element above ? known.get(above) : null);
            } else if (node instanceof TextNode text) {
                action.run(known.get(text.parent()), text);
            }
        });
    }

    /** The first family that the element names itself; null for none. */
    private String own(Element element) {
        Matcher family = FAMILY.matcher(element.attr("style"));
        if (family.find()) {
            return first(family.group(1));
        }
        return element.nameIs("font") && element.hasAttr("face") ? first(element.attr("face")) : styled.get(element);
    }

    private static String first(String families) {
        return families.split(",")[0].strip();
    }

    private void readStyleSheets() {
        int rules = 0;
        for (Element sheet : document.select("style")) {
            Matcher rule = RULE.matcher(sheet.data());
            while (rule.find() && rules++ < MOST_RULES) {
                Matcher family = FAMILY.matcher(rule.group(2));
                if (family.find() && LegacyEncoding.ofFont(first(family.group(1))).isPresent()) {
                    style(rule.group(1), first(family.group(1)));
                }
            }
        }
    }

    private void style(String selector, String family) {
        try {
            document.select(selector.replaceAll("/\\*.*?\\*/|<!--", "").strip()).forEach(element -> styled.put(element, family));
        } catch (Selector.SelectorParseException | IllegalArgumentException unknown) {
            // A selector that only a browser knows, such as "@font-face", styles no element here.
        }
    }
}
