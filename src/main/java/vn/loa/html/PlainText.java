package vn.loa.html;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a body's HTML, as {@link BodyWriter} writes it, in linear time and without a parser. */
public final class PlainText {

    /** Elements that end a line, and void elements that are one. */
    private static final Set<String> LINES = Set.of("p", "h2", "h3", "h4", "h5", "h6", "pre", "li", "dt", "dd", "td", "th",
            "caption", "blockquote", "figcaption", "div", "figure", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot",
            "tr", "hr", "br");
    private static final Map<String, String> ENTITIES =
            Map.of("nbsp", " ", "lt", "<", "gt", ">", "quot", "\"", "amp", "&");
    private static final int LONGEST_ENTITY = 4;

    private PlainText() {
    }

    /** The text with one line for each block; lines may be empty. */
    public static String of(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int i = 0;
        while (i < html.length()) {
            char c = html.charAt(i);
            int end = c == '<' ? html.indexOf('>', i) : c == '&' ? html.indexOf(';', i) : -1;
            String entity = c == '&' && end > i && end - i <= LONGEST_ENTITY + 1
                    ? ENTITIES.get(html.substring(i + 1, end)) : null;
            if (c == '<' && end > i) {
                if (LINES.contains(name(html, i + 1, end))) {
                    out.append('\n');
                }
                i = end + 1;
            } else if (entity != null) {
                out.append(entity);
                i = end + 1;
            } else {
                int next = nextSign(html, i + 1);
                out.append(html.substring(i, next));
                i = next;
            }
        }
        return out.toString().strip();
    }

    /** Where the next tag or entity may begin: what is before it is copied at once. */
    private static int nextSign(String html, int from) {
        int i = from;
        while (i < html.length() && html.charAt(i) != '<' && html.charAt(i) != '&') {
            i++;
        }
        return i;
    }

    /** The element's name in a tag whose brackets stand before {@code start} and at {@code end}. */
    private static String name(String html, int start, int end) {
        int from = html.charAt(start) == '/' ? start + 1 : start;
        int to = from;
        while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
