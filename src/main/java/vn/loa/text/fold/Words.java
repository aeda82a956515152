package vn.loa.text.fold;

/** Helpers to look at the words of a normalised line. */
public final class Words {
    private Words() {}

    /** Whether the line has these words here, with no letter or digit directly behind them. */
    public static boolean at(String text, int offset, String words) {
        return text.startsWith(words, offset) && isEnd(text, offset + words.length());
    }

    /** Whether the line has one of these words here. */
    public static boolean anyAt(String text, int offset, Iterable<String> words) {
        for (String word : words) {
            if (at(text, offset, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a letter begins a word here. */
    public static boolean isStart(String text, int offset) {
        return Character.isLetter(text.charAt(offset))
                && (offset == 0 || text.charAt(offset - 1) == ' ' || !goesOn(text, offset - 1));
    }

    /** Whether a letter or a combining mark stands here. */
    public static boolean goesOn(String text, int offset) {
        if (offset >= text.length()) {
            return false;
        }
        char c = text.charAt(offset);
        return c != ' ' && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** Whether a word that ends before this offset is complete. */
    public static boolean isEnd(String text, int offset) {
        return offset >= text.length() || !Character.isLetterOrDigit(text.charAt(offset));
    }

    /** The offset of the next space, or the end of the line. */
    public static int end(String text, int offset) {
        int space = text.indexOf(' ', offset);
        return space < 0 ? text.length() : space;
    }

    /** The offset behind spaces and an optional comma at this offset. */
    public static int skipComma(String text, int offset) {
        int i = skipSpaces(text, offset);
        return i < text.length() && text.charAt(i) == ',' ? skipSpaces(text, i + 1) : i;
    }

    public static int skipSpaces(String text, int offset) {
        int i = offset;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
