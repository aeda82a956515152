package vn.loa.text.fold;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Normalises text, so that equal words are equal characters, and derives folded and shortened forms. */
public final class VietnameseText {
    /**
     * Longest run of combining marks left as it is: the limit of the Stream-Safe Text Format (UAX #15, section 13).
     * Normalising a longer run takes quadratic time.
     */
    private static final int MAX_MARKS = 30;
    private static final char GRAPHEME_JOINER = '\u034F';
    private static final char REPLACEMENT = '\uFFFD';
    /** The characters that normalising never changes, whatever stands beside them. Most text has no others. */
    private static final boolean[] PLAIN = new boolean[0x2100];

    static {
        Arrays.fill(PLAIN, ' ', 0x7F, true);
        Arrays.fill(PLAIN, 0xA1, 0x180, true);
        Arrays.fill(PLAIN, 0x1EA0, 0x1EFA, true);
        "ƠơƯư–—‘’“”•…".chars().forEach(c -> PLAIN[c] = true);
        "\u00ADÐð".chars().forEach(c -> PLAIN[c] = false);
    }

    private VietnameseText() {}

    /**
     * The text in NFC, cleaned:
     * <ul>
     * <li>No-break, thin and other special spaces become a space.
     * <li>Zero-width characters, soft hyphens, byte order marks and control characters are removed, because XML and
     *     PostgreSQL do not accept all of them.
     * <li>Every line end becomes LF.
     * <li>An unpaired surrogate becomes U+FFFD.
     * <li>The Icelandic eth becomes đ ({@link #ethToD}).
     * </ul>
     * Line breaks, tabs and runs of spaces stay. Idempotent.
     */
    public static String normalise(String s) {
        if (isPlain(s, true)) {
            return s;
        }
        String cleaned = cleaned(s);
        if (isPlain(cleaned, true)) {
            return cleaned;
        }
        String composed = Normalizer.normalize(withBoundedMarks(cleaned), Normalizer.Form.NFC);
        // Again, because NFC turns a few marks into two.
        return ethToD(withBoundedMarks(composed));
    }

    /** The text normalised as one line: one space for each run of white space, none at the ends. */
    public static String oneLine(String s) {
        int start = 0;
        int stop = s.length();
        while (start < stop && s.charAt(start) == ' ') {
            start++;
        }
        while (stop > start && s.charAt(stop - 1) == ' ') {
            stop--;
        }
        String line = s.substring(start, stop);
        boolean plain = isPlain(line, false);
        if (plain && !line.contains("  ")) {
            return line;
        }
        String text = plain ? line : normalise(s);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n') {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    /**
     * The text as one line, the form in which fields are stored; null for null and for text without a visible
     * character. Required fields are checked in this form, so that invisible text does not count as a value.
     */
    public static String line(String s) {
        return s == null ? null : visible(oneLine(s));
    }

    /** The text normalised, with its line breaks; null for null and for text without a visible character. */
    public static String lines(String s) {
        return s == null ? null : visible(normalise(s).strip());
    }

    private static String visible(String s) {
        return s.codePoints().allMatch(VietnameseText::isBlank) ? null : s;
    }

    /** White space, and characters that are kept inside other text but are invisible alone (Unicode, section 5.21). */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || c == GRAPHEME_JOINER || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5
                || c >= 0x180B && c <= 0x180F || c == 0x2800 || c == 0x3164 || c >= 0xFE00 && c <= 0xFE0F || c == 0xFFA0
                || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /** Lower case without accents, đ as d: "Chỉ thị" gives "chi thi". For search and comparison, never for display. */
    public static String fold(String s) {
        String apart = Normalizer.normalize(normalise(s).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == 'đ') {
                out.append('d');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * The text as one line of at most {@code max} UTF-16 code units. A longer text is cut between two words and ends in
     * "…". Empty when max is below 1.
     */
    public static String excerpt(String s, int max) {
        String line = oneLine(s);
        if (line.length() <= max) {
            return line;
        }
        if (max < 1) {
            return "";
        }
        int cut = line.lastIndexOf(' ', max - 1);
        if (cut <= 0) {
            cut = max - 1;
            while (cut > 0 && !startsCharacter(line, cut)) {
                cut--;
            }
        }
        return line.substring(0, cut) + "…";
    }

    /** Whether a visible character begins here, and not the second half of a surrogate pair or a combining mark. */
    private static boolean startsCharacter(String s, int index) {
        return !Character.isLowSurrogate(s.charAt(index)) && !isMark(s.charAt(index));
    }

    private static boolean isMark(int c) {
        // Most letters of a text stand where Unicode has no marks, and need no look into its tables.
        boolean letter = c < 0x300 || c >= 0x1E00 && c < 0x20D0;
        return !letter && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Whether the text is certainly normalised already. This check is several times faster than normalising. */
    private static boolean isPlain(String s, boolean withLineEnds) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if ((c >= PLAIN.length || !PLAIN[c]) && !(withLineEnds && c == '\n')) {
                return false;
            }
        }
        return true;
    }

    private static String cleaned(String s) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                out.append(c);
            } else if (isLineEnd(c)) {
                out.append('\n');
                i += c == '\r' && i + 1 < s.length() && s.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (Character.isSupplementaryCodePoint(s.codePointAt(i))) {
                i++;
                if (Character.getType(s.codePointAt(i - 1)) != Character.FORMAT) {
                    out.append(c).append(s.charAt(i));
                }
            } else if (Character.isSurrogate(c)) {
                out.append(REPLACEMENT);
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Inserts a grapheme joiner, which is invisible, into every run of combining marks that is too long. */
    static String withBoundedMarks(String s) {
        StringBuilder out = null;
        int marks = 0;
        for (int i = 0, next; i < s.length(); i = next) {
            int c = s.codePointAt(i);
            next = i + Character.charCount(c);
            marks = isMark(c) && c != GRAPHEME_JOINER ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                out = out == null ? new StringBuilder(s).delete(i, s.length()) : out;
                out.append(GRAPHEME_JOINER);
                marks = 1;
            }
            if (out != null) {
                out.appendCodePoint(c);
            }
        }
        return out == null ? s : out.toString();
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Zero-width characters, soft hyphen, direction marks (category Cf) and controls other than the tab. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.CONTROL && c != '\t';
    }

    /**
     * Replaces Ð (U+00D0), which authors type for Đ, and its lower case ð. The capital is always replaced, because it
     * also stands inside symbols (QÐ, HÐND). The small letter is replaced only at the start of a word: Vietnamese has đ
     * only there, Icelandic never has ð there.
     */
    private static String ethToD(String s) {
        if (s.indexOf('Ð') < 0 && s.indexOf('ð') < 0) {
            return s;
        }
        StringBuilder out = new StringBuilder(s);
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == 'Ð') {
                out.setCharAt(i, 'Đ');
            } else if (s.charAt(i) == 'ð' && (i == 0 || !Character.isLetter(s.charAt(i - 1)))) {
                out.setCharAt(i, 'đ');
            }
        }
        return out.toString();
    }
}
