package vn.loa.text.fold;

/** Where the words of a text begin and end. */
final class WordBounds {

    /** The letters before the m of a unit of length: "km²" is "km2". Behind other words a small figure is the sign of a note. */
    private static final String BEFORE_METRES = "cdhkmCDHKM";

    private WordBounds() {
    }

    /** Where the next word may begin, from an offset on; the text's length for nowhere. */
    static int startOfNext(String text, int from) {
        int start = from;
        while (start < text.length() && divides(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** The offset behind what begins here. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (!divides(text.charAt(end)) || isPower(text, start, end))) {
            end++;
        }
        return end;
    }

    /** Whether it is more than signs. */
    static boolean isWritten(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.LETTER_NUMBER) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPower(String text, int start, int i) {
        char c = text.charAt(i);
        if (c != '²' && c != '³' || i == start || text.charAt(i - 1) != 'm' && text.charAt(i - 1) != 'M') {
            return false;
        }
        int unit = i - 1 > start && BEFORE_METRES.indexOf(text.charAt(i - 2)) >= 0 ? i - 2 : i - 1;
        return unit == start || Character.isDigit(text.charAt(unit - 1));
    }

    /** The characters that separate words: the SQL function {@code folded} replaces the same by spaces. */
    static boolean divides(char c) {
        return c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c <= '\u00bf'
                || c >= '\u2000' && c <= '\u206f';
    }
}
