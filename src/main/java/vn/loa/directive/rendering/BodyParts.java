package vn.loa.directive.rendering;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The two parts of a directive's body, before and after its sections, as safe HTML; empty when there is none. The
 * closing (signatures and recipients) begins with the first block whose id begins with {@code closing__}.
 */
record BodyParts(String opening, String closing) {

    private static final String CLOSING = "closing__";

    /** @param body safe HTML */
    static BodyParts of(String body) {
        if (!body.contains(CLOSING)) {
            return new BodyParts(body, "");
        }
        Element opening = Jsoup.parseBodyFragment(body).body();
        opening.ownerDocument().outputSettings().prettyPrint(false);
        Element closing = new Element("body");
        opening.children().stream()
                .dropWhile(block -> block.select("[id^=" + CLOSING + "]").isEmpty()).findFirst()
                .ifPresent(first -> closing.appendChildren(
                        opening.childNodes().subList(first.siblingIndex(), opening.childNodeSize()).stream().toList()));
        return new BodyParts(opening.html(), closing.html());
    }
}
