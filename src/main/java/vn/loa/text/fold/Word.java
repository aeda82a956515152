package vn.loa.text.fold;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word of a text in the forms that searches compare. Texts that are indexed and queries are read alike. Spaces and
 * punctuation separate words.
 *
 * @param text the whole text around the word
 * @param start offset of the word, in UTF-16 code units
 * @param end offset behind the word
 */
public record Word(String text, int start, int end) {

    /**
     * The consonants before a y, and the endings behind it, with which the y may also be written as i. The same holds
     * for y behind "qu" (quý, quí).
     */
    private static final String BEFORE_Y = "bcdghklmnprstvx";
    private static final Set<String> BEHIND_Y = Set.of("", "ch", "nh", "p", "t");
    private static final int LONGEST_BEHIND_Y = 2;
    private static final Pattern TONE = Pattern.compile("([\u0300\u0301\u0303\u0309\u0323])([a-zA-ZđĐ\u0302\u0306\u031b]+)");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f]");
    /**
     * The longest word whose compatibility forms are replaced, in UTF-16 code units afterwards: one sign may stand for
     * eighteen letters, and a lexeme of PostgreSQL has at most 2,046 bytes.
     */
    private static final int LONGEST_REPLACED = 300;

    /** The words of a text, in order. */
    public static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        for (Word word = next(text, 0); word != null; word = next(text, word.end)) {
            words.add(word);
        }
        return words;
    }

    /** The first word from an offset on; null when there are no more. */
    public static Word next(String text, int from) {
        int start = WordBounds.startOfNext(text, from);
        while (start < text.length()) {
            int end = WordBounds.end(text, start);
            if (WordBounds.isWritten(text, start, end)) {
                return new Word(text, start, end);
            }
            start = WordBounds.startOfNext(text, end);
        }
        return null;
    }

    /** The first word from an offset on whose {@link #initial} is one of these; null when there are no more. */
    public static Word next(String text, int from, BitSet initials) {
        int start = WordBounds.startOfNext(text, from);
        while (start < text.length()) {
            int end = WordBounds.end(text, start);
            if (initials.get(initial(text, start)) && WordBounds.isWritten(text, start, end)) {
                return new Word(text, start, end);
            }
            start = WordBounds.startOfNext(text, end);
        }
        return null;
    }

    /**
     * The first letter of {@link #folded}, with i for y; 0 when only folding tells. Comparing initials tells most words
     * apart, at a tenth of the cost of folding.
     */
    public char initial() {
        return initial(text, start);
    }

    private static char initial(String text, int start) {
        char c = text.charAt(start);
        return c < LatinLetters.LETTERS.length ? initial(LatinLetters.LETTERS[c]) : 0;
    }

    /** The initial of a folded word. */
    public static char initial(String folded) {
        return initial(folded.charAt(0));
    }

    private static char initial(char letter) {
        return letter == 'y' ? 'i' : letter == '0' ? 0 : letter;
    }

    /**
     * Whether {@link #folded} may begin so; false is certain. Comparing letters tells nearly all other words apart, and makes
     * nothing.
     */
    public boolean mayBegin(String beginning) {
        for (int i = 0; i < beginning.length(); i++) {
            if (start + i == end) {
                return false;
            }
            char c = text.charAt(start + i);
            char letter = c < LatinLetters.LETTERS.length ? LatinLetters.LETTERS[c] : 0;
            if (letter == 0 || letter == '0' && i == 0) {
                return true;
            }
            char other = beginning.charAt(i);
            if (letter != other && !(isIOrY(letter) && isIOrY(other))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIOrY(char letter) {
        return letter == 'i' || letter == 'y';
    }

    /**
     * The word in lower case without accents, with i for y where both spellings exist, without zeros before digits:
     * "qui".
     */
    public String folded() {
        return tidied(bare());
    }

    /**
     * The word in lower case without accents, as it is written otherwise. A word that is typed so far may begin one in which
     * its y cannot be an i: "quy" is "qui", but begins "quyet".
     */
    public String bare() {
        char[] bare = new char[end - start];
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char letter = c < LatinLetters.LETTERS.length ? LatinLetters.LETTERS[c] : 0;
            if (letter == 0) {
                return MARKS.matcher(apart(text.substring(start, end)))
                        .replaceAll("").replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
            }
            bare[i - start] = letter;
        }
        return new String(bare);
    }

    /**
     * The offset behind the characters that make so many of {@link #folded}. Zeros before digits belong to them, and a
     * character that stands for several letters ("ﬁ") is taken whole.
     */
    public int endOf(int letters) {
        int all = letters(end);
        int wanted = all - folded().length() + letters;
        if (all == end - start) {
            return Math.min(start + wanted, end);
        }
        int offset = start;
        while (offset < end && letters(offset) < wanted) {
            offset = text.offsetByCodePoints(offset, 1);
        }
        while (offset < end && MARKS.matcher(text.substring(offset, offset + 1)).matches()) {
            offset++;
        }
        return offset;
    }

    /** How many the characters before an offset make, without their marks. */
    private int letters(int offset) {
        return MARKS.matcher(apart(text.substring(start, offset))).replaceAll("").length();
    }

    /**
     * A word with its marks behind their letters, and the letters and figures that its compatibility forms stand for: "ﬁ" is
     * "fi", "Ⅳ" is "IV". Some stand for signs that separate words: those are left out.
     */
    private static String apart(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        String replaced = Normalizer.normalize(apart, Normalizer.Form.NFKD);
        if (replaced.length() == apart.length() && replaced.equals(apart) || replaced.length() > LONGEST_REPLACED) {
            return apart;
        }
        StringBuilder letters = new StringBuilder(replaced.length());
        replaced.chars().filter(c -> !WordBounds.divides((char) c)).forEach(c -> letters.append((char) c));
        return MARKS.matcher(letters).replaceAll("").isEmpty() ? apart : letters.toString();
    }

    private static String tidied(String folded) {
        if (folded.charAt(0) == '0') {
            return ZEROS.matcher(folded).replaceFirst("");
        }
        int y = folded.indexOf('y');
        return y >= 0 && isAlsoWrittenI(folded, y) ? folded.replace('y', 'i') : folded;
    }

    private static boolean isAlsoWrittenI(String folded, int y) {
        if (folded.length() - y > LONGEST_BEHIND_Y + 1 || !BEHIND_Y.contains(folded.substring(y + 1))) {
            return false;
        }
        return y == 2 && folded.startsWith("qu") || y <= 3 && hasOnlyConsonants(folded, y);
    }

    private static boolean hasOnlyConsonants(String folded, int end) {
        for (int i = 0; i < end; i++) {
            if (BEFORE_Y.indexOf(folded.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The word with its accents as digits: see {@link #spelled(String)}. */
    public String spelled() {
        return spelled(text.substring(start, end));
    }

    /**
     * The word with its accents as the digits of the VNI input method, the tone at the end: hòa and hoà are both
     * "hoa2".
     */
    public static String spelled(String word) {
        String quick = spelledWithOneTone(word);
        return quick == null ? spelledInFull(word) : quick;
    }

    /** By the tables, an eighth of the time; null for a word with other characters than Vietnamese ones, or two tones. */
    private static String spelledWithOneTone(String word) {
        StringBuilder out = new StringBuilder(word.length() + 4);
        char tone = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= LatinLetters.VIETNAMESE.length || !LatinLetters.VIETNAMESE[c] || tone != 0 && (LatinLetters.TONE_FIGURES[c] != 0 || c <= '9')) {
                return null;
            }
            tone = LatinLetters.TONE_FIGURES[c] != 0 ? LatinLetters.TONE_FIGURES[c] : tone;
            if (LatinLetters.MARK_FIGURES[c] != '9') {
                out.append(LatinLetters.LETTERS[c]);
            }
            if (LatinLetters.MARK_FIGURES[c] != 0) {
                out.append(LatinLetters.MARK_FIGURES[c]);
            }
        }
        if (tone != 0) {
            out.append(tone);
        }
        return out.length() > 1 && out.charAt(0) == '0' ? ZEROS.matcher(out).replaceFirst("") : out.toString();
    }

    /** For any word. */
    static String spelledInFull(String word) {
        String apart = TONE.matcher(apart(word)).replaceAll("$2$1");
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int mark = LatinLetters.VNI_MARKS.indexOf(c);
            if (mark >= 0) {
                out.append(LatinLetters.VNI_FIGURES.charAt(mark));
            } else if (c < '\u0300' || c > '\u036f') {
                out.append(Character.toLowerCase(c));
            }
        }
        return ZEROS.matcher(out).replaceFirst("");
    }

    /**
     * The text in lower case without accents, with one space between words, as the SQL function {@code folded} gives
     * it.
     */
    public static String folded(String text) {
        String quick = LatinLetters.folded(text);
        return quick == null ? foldedInFull(text) : quick;
    }

    /** For any text. */
    static String foldedInFull(String text) {
        StringBuilder out = new StringBuilder();
        String apart = MARKS.matcher(Normalizer.normalize(VietnameseText.withBoundedMarks(text), Normalizer.Form.NFKD)).replaceAll("");
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i) == 'đ' || apart.charAt(i) == 'Đ' ? 'd' : Character.toLowerCase(apart.charAt(i));
            if (!WordBounds.divides(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().trim();
    }
}
