package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A note of a page.
 *
 * @param elements those that hold its words
 */
record HtmlNote(int number, Mark mark, List<Element> elements) {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** The place of a mark in the page. */
    interface Mark {

        void replace(String sign);

        static Mark of(Element element) {
            return sign -> element.replaceWith(new TextNode(sign));
        }

        /** Figures in brackets in the words of the page. */
        static Mark of(TextNode words, String mark) {
            return sign -> {
                String text = words.getWholeText();
                int at = text.indexOf(mark);
                words.text(at < 0 ? text : text.substring(0, at) + sign + text.substring(at + mark.length()));
            };
        }
    }

    /** The words of the note without its number, a paragraph each. */
    List<String> words() {
        List<String> all = new ArrayList<>();
        elements.forEach(element -> HtmlBlock.of(element).forEach(block -> all.add(block.text())));
        StringBuilder raised = new StringBuilder();
        Integer.toString(number).chars().forEach(figure -> raised.append(RAISED.charAt(figure - '0')));
        Pattern opening = Pattern.compile("^(?:[\\^↑] ?)?(?:(?:" + number + "[.)]? ?)?[\\[(]?(?:" + number + "|" + raised + ")[\\])]?[.:]? ?)?");
        if (!all.isEmpty()) {
            all.set(0, opening.matcher(all.get(0)).replaceFirst(""));
        }
        return all.stream().filter(line -> !line.isBlank()).toList();
    }
}
