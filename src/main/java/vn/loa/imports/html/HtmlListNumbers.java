package vn.loa.imports.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.structure.DirectiveText;

/** The numbers that a browser writes before the items of numbered lists (HTML, section 4.4.5: start, type, value, reversed). */
final class HtmlListNumbers {

    private static final Pattern LIST_STYLE = Pattern.compile("list-style(?:-type)?\\s*:\\s*([^;]{1,100})", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("\\s*(-?[0-9]{1,6})\\s*");
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int LETTERS = 26;
    private static final int LARGEST_ROMAN = 3999;

    private final Deque<OpenList> lists = new ArrayDeque<>();
    /** Waits for the first words of its item. */
    private String number;

    private static final class OpenList {
        private final char style;
        private final int step;
        private int next;

        /** @param style of HTML's {@code type}; 0 for a list whose items have no numbers */
        OpenList(char style, int next, int step) {
            this.style = style;
            this.next = next;
            this.step = step;
        }
    }

    void open(Element element) {
        if (element.nameIs("ol")) {
            boolean reversed = element.hasAttr("reversed");
            int items = (int) element.children().stream().filter(child -> child.nameIs("li")).count();
            lists.push(new OpenList(style(element), integer(element, "start", reversed ? items : 1), reversed ? -1 : 1));
        } else if (element.nameIs("ul")) {
            lists.push(new OpenList((char) 0, 1, 1));
        } else if (element.nameIs("li") && !lists.isEmpty()) {
            OpenList list = lists.peek();
            int value = integer(element, "value", list.next);
            list.next = value + list.step;
            number = list.style == 0 ? null : written(value, list.style);
        }
    }

    void close(Element element) {
        if ((element.nameIs("ol") || element.nameIs("ul")) && !lists.isEmpty()) {
            lists.pop();
        }
        if (element.nameIs("li")) {
            number = null;
        }
    }

    /** The line with the number of its item, unless its own words begin with one. */
    String before(String line) {
        String written = number;
        number = null;
        return written == null || DirectiveText.isNumbered(line) ? line : written + ". " + line;
    }

    private static char style(Element list) {
        Matcher css = LIST_STYLE.matcher(list.attr("style"));
        if (css.find()) {
            String style = css.group(1).toLowerCase(Locale.ROOT);
            return style.contains("none") || style.contains("disc") || style.contains("circle") || style.contains("square") ? 0
                    : style.contains("lower-roman") ? 'i' : style.contains("upper-roman") ? 'I'
                    : style.contains("lower-alpha") || style.contains("lower-latin") ? 'a'
                    : style.contains("upper-alpha") || style.contains("upper-latin") ? 'A' : '1';
        }
        String type = list.attr("type").strip();
        return type.length() == 1 && "aAiI".contains(type) ? type.charAt(0) : '1';
    }

    private static int integer(Element element, String attribute, int otherwise) {
        Matcher integer = INTEGER.matcher(element.attr(attribute));
        return integer.matches() ? Integer.parseInt(integer.group(1)) : otherwise;
    }

    private static String written(int value, char style) {
        return switch (style) {
            case 'a' -> value > 0 ? letters(value) : Integer.toString(value);
            case 'A' -> value > 0 ? letters(value).toUpperCase(Locale.ROOT) : Integer.toString(value);
            case 'i' -> value > 0 && value <= LARGEST_ROMAN ? roman(value).toLowerCase(Locale.ROOT) : Integer.toString(value);
            case 'I' -> value > 0 && value <= LARGEST_ROMAN ? roman(value) : Integer.toString(value);
            default -> Integer.toString(value);
        };
    }

    private static String letters(int value) {
        String rest = value > LETTERS ? letters((value - 1) / LETTERS) : "";
        return rest + (char) ('a' + (value - 1) % LETTERS);
    }

    private static String roman(int value) {
        StringBuilder out = new StringBuilder();
        int left = value;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                out.append(ROMAN[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return out.toString();
    }
}
