package vn.loa.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Warning;

/**
 * The allow-list of a body's elements and attributes; everything else in HTML is removed. The policy decides about each
 * element of the parsed tree, so no second parser can read the text in another way. Collects a warning for each
 * removal.
 */
final class BodyPolicy {
    private static final int MAX_WARNINGS = 20;
    private static final int MAX_URL_LENGTH = 2048;
    private static final int MAX_TEXT_LENGTH = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9:-]{0,30}");
    private static final String[] TEXT_BLOCKS = {"p", "h2", "h3", "h4", "h5", "h6", "pre", "li", "dt", "dd", "td", "th",
            "caption", "blockquote", "figcaption"};
    private static final String[] OTHER_BLOCKS =
            {"div", "figure", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "hr"};
    private static final String[] INLINE = {"a", "img", "br", "span", "em", "strong", "b", "i", "u", "s", "small",
            "mark", "ins", "del", "sub", "sup", "code", "abbr", "cite", "q"};
    /** Elements that are replaced by allowed ones. The article's title is the page's h1, so the body has no h1. */
    private static final Map<String, String> STANDS_FOR = Map.of("h1", "h2", "strike", "s");
    private static final PolicyFactory POLICY = policy();

    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final Receiver receiver = new Receiver();
    private final HtmlSanitizer.Policy policy = POLICY.apply(receiver, new Listener(), this);

    BodyPolicy() {
        policy.openDocument();
    }

    static String nameOf(Element element) {
        return STANDS_FOR.getOrDefault(element.normalName(), element.normalName());
    }

    /** The attributes that the element keeps; empty when the element itself is not allowed. */
    Optional<Map<String, String>> allowed(Element element) {
        String name = nameOf(element);
        List<String> attributes = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            attributes.add(attribute.getKey());
            attributes.add(VietnameseText.oneLine(BodyHtml.withoutEndMarks(attribute.getValue())));
        }
        receiver.accepted = null;
        policy.openTag(name, attributes);
        policy.closeTag(name);
        return Optional.ofNullable(receiver.accepted);
    }

    /** Adds a warning for an element that is removed with its content. */
    void removedWhole(String name) {
        warn("element-removed", "The element " + printed(name) + " and everything in it were removed.");
    }

    void warn(String code, String message) {
        if (warnings.containsKey(message)) {
            return;
        }
        if (warnings.size() < MAX_WARNINGS) {
            warnings.put(message, new Warning(code, message, null));
        } else {
            warnings.putIfAbsent("", new Warning("more-warnings",
                    "More was removed or changed than these " + MAX_WARNINGS + " warnings say.", null));
        }
    }

    List<Warning> warnings() {
        return List.copyOf(warnings.values());
    }

    /** The element's name for a warning. Input that does not look like a name is not repeated. */
    private static String printed(String name) {
        return NAME.matcher(name).matches() ? name : "(unusual name)";
    }

    private static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements(TEXT_BLOCKS).allowElements(OTHER_BLOCKS).allowElements(INLINE)
                .allowWithoutAttributes("a", "img", "span")
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("id").matching(BodyParagraphs::isParagraphEId).onElements(TEXT_BLOCKS)
                .allowAttributes("href").matching(BodyPolicy::isUrl).onElements("a")
                .allowAttributes("src").matching(BodyPolicy::isPicture).onElements("img")
                .allowAttributes("alt").matching(BodyPolicy::isShort).onElements("img")
                .allowAttributes("width", "height").matching(Pattern.compile("[0-9]{1,4}%?")).onElements("img")
                .allowAttributes("start").matching(Pattern.compile("-?[0-9]{1,6}")).onElements("ol")
                .allowAttributes("type").matching(Pattern.compile("[1aAiI]")).onElements("ol")
                .allowAttributes("colspan", "rowspan").matching(Pattern.compile("[1-9][0-9]{0,2}"))
                .onElements("td", "th")
                .allowAttributes("scope").matching(Pattern.compile("row|col|rowgroup|colgroup")).onElements("th")
                .allowAttributes("lang").matching(Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")).globally()
                .allowAttributes("dir").matching(Pattern.compile("ltr|rtl|auto")).globally()
                .allowAttributes("title").matching(BodyPolicy::isShort).globally()
                .toFactory();
    }

    private static boolean isUrl(String value) {
        return !value.isEmpty() && value.length() <= MAX_URL_LENGTH;
    }

    /**
     * Whether an address is allowed for a picture. The builder's schemes apply to every attribute, so mailto is
     * excluded here.
     */
    private static boolean isPicture(String value) {
        return isUrl(value) && !value.regionMatches(true, 0, "mailto:", 0, "mailto:".length());
    }

    private static boolean isShort(String value) {
        return value.length() <= MAX_TEXT_LENGTH;
    }

    /** Receives the attributes that the policy allows. */
    private static final class Receiver implements HtmlStreamEventReceiver {
        private Map<String, String> accepted;

        @Override
        public void openTag(String name, List<String> attributes) {
            accepted = new LinkedHashMap<>();
            for (int i = 0; i < attributes.size(); i += 2) {
                accepted.put(attributes.get(i), attributes.get(i + 1));
            }
        }

        @Override
        public void openDocument() {
            // the tree is walked elsewhere
        }

        @Override
        public void closeDocument() {
            // the tree is walked elsewhere
        }

        @Override
        public void closeTag(String name) {
            // the tree is walked elsewhere
        }

        @Override
        public void text(String text) {
            // only tags pass through the policy; BodyWriter escapes text
        }
    }

    private static final class Listener implements HtmlChangeListener<BodyPolicy> {
        @Override
        public void discardedTag(BodyPolicy policy, String name) {
            policy.warn("element-removed", "The element " + printed(name) + " was removed; its text was kept.");
        }

        @Override
        public void discardedAttributes(BodyPolicy policy, String name, String... attributes) {
            for (String attribute : attributes) {
                policy.warn("attribute-removed",
                        "The attribute " + printed(attribute) + " of " + printed(name) + " was removed.");
            }
        }
    }
}
