package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import vn.loa.text.fold.VietnameseText;

/**
 * Takes out of a page what its readers do not see, and what is declared not to be the article: navigation, readers' comments,
 * related articles, share bars. Says which words of it were hidden.
 */
public final class HtmlTidy {

    private static final String NEVER_TEXT = "script, style, noscript, svg, select, button, input, label, iframe, datalist, "
            + "audio, video, canvas, map";
    private static final String NOT_SHOWN = "[hidden], template, object, textarea, dialog:not([open]), [aria-hidden=true]";
    /** Words that a style hides; Word writes a style of its own. */
    private static final Pattern HIDING = Pattern.compile(
            "(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|mso-hide\\s*:\\s*all)", Pattern.CASE_INSENSITIVE);
    /** Elements and WAI-ARIA roles that are declared not to be the article. */
    private static final String BOILERPLATE = "nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], "
            + "[role=complementary], [role=search], body > header";
    /** Words of class names and ids that mark such elements on portals without them. */
    private static final Set<String> WORDS = Set.of("menu", "nav", "navbar", "breadcrumb", "breadcrumbs",
            "footer", "sidebar", "related", "comment", "comments", "share", "social", "banner", "search", "pagination");
    /** The same in class names of several words, which are written with hyphens, underscores, capitals or nothing between. */
    private static final List<String> JOINED = List.of("tinlienquan", "tinkhac", "tincungchuyenmuc", "baivietlienquan",
            "tinbailienquan", "binhluan", "ykienbandoc", "ykiendocgia", "phanhoi", "danhgia", "lienquan", "chiase", "othernews", "relatednews",
            "newsrelated", "newsother", "relatedpost", "relatedarticle", "taglist", "listtag", "posttags", "fblike", "fbshare", "fbcomment",
            "sharebar", "socialshare", "addthis", "zaloshare", "tukhoa", "docthem", "xemthem");
    private static final String MAIN = "body, main, article, form, h1";
    /** In characters. Where less would be left, what hides the text is a style that a script takes away. */
    private static final double HIDES_ALL = 0.5;

    private final Document document;
    private final List<String> hidden = new ArrayList<>();

    public HtmlTidy(Document document) {
        this.document = document;
    }

    /** The words that readers do not see, an element each. */
    public List<String> hidden() {
        return hidden;
    }

    public void removeWhatIsNotShown() {
        document.select(NEVER_TEXT).remove();
        int all = document.body().text().length();
        Elements notShown = document.body().select(NOT_SHOWN);
        document.body().select("[style]").stream().filter(element -> HIDING.matcher(element.attr("style")).find())
                .forEach(notShown::add);
        for (Element element : notShown) {
            String words = VietnameseText.line(element.nameIs("textarea") ? element.wholeText() : element.text());
            boolean inside = element.parents().stream().anyMatch(notShown::contains);
            if (!inside && (words == null || words.length() < all * HIDES_ALL || element.nameIs("template"))) {
                if (words != null) {
                    hidden.add(words);
                }
                element.remove();
            }
        }
    }

    public void removeBoilerplate() {
        int all = document.body().text().length();
        document.body().select(BOILERPLATE).remove();
        for (Element element : document.body().select("[class], [id]")) {
            if (element.hasParent() && isNamedBoilerplate(element) && element.selectFirst("h1") == null
                    && element.text().length() < all * HIDES_ALL) {
                element.remove();
            }
        }
    }

    private static boolean isNamedBoilerplate(Element element) {
        String names = element.className() + " " + element.id();
        if (element.is(MAIN) || names.isBlank()) {
            return false;
        }
        String lower = names.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Arrays.stream(lower.split("[^a-z]+")).anyMatch(WORDS::contains)
                || Arrays.stream(names.toLowerCase(Locale.ROOT).split("\\s+")).map(name -> name.replaceAll("[^a-z]", ""))
                        .anyMatch(name -> JOINED.stream().anyMatch(name::contains));
    }
}
