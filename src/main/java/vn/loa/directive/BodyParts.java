package vn.loa.directive;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What stands before a directive's sections, and what stands behind them (who signed, whom it is sent to): from the
 * first block of the body whose address begins with {@code closing__}. Both are safe HTML, and empty when there is
 * nothing.
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
