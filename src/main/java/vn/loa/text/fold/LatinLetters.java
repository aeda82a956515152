package vn.loa.text.fold;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What stands for a Latin letter with its marks, in tables by the character, because folding is most of the time of indexing. */
final class LatinLetters {

    /** The marks of Vietnamese, and đ, each with its figure in the VNI input method at the same place: tones first. */
    static final String VNI_MARKS = "\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306đĐ";
    static final String VNI_FIGURES = "1234567899";
    private static final int TONES = 5;
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f]");

    /** Letters in lower case without their marks; 0 for characters that only full folding handles. */
    static final char[] LETTERS = new char[0x1F00];
    /** For the same characters the figure of a letter's own mark (ê, ơ, đ); 0 for none. */
    static final char[] MARK_FIGURES = new char[0x1F00];
    /** For the same characters the figure of the tone; 0 for none. */
    static final char[] TONE_FIGURES = new char[0x1F00];
    /** For the same characters whether their letter and figures say everything. */
    static final boolean[] VIETNAMESE = new boolean[0x1F00];

    static {
        for (char c = '0'; c < LETTERS.length; c++) {
            if (c < 0x250 || c >= 0x1E00) {
                String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                boolean latin = MARKS.matcher(apart).replaceAll("").length() == 1
                        && apart.equals(Normalizer.normalize(apart, Normalizer.Form.NFKD));
                LETTERS[c] = !latin ? 0 : c == 'đ' || c == 'Đ' ? 'd' : Character.toLowerCase(apart.charAt(0));
                if (latin) {
                    setFigures(c, apart);
                }
            }
        }
    }

    private LatinLetters() {
    }

    /** What {@link Word#folded(String)} makes of a text of Latin letters and ASCII's signs; null for any other. */
    static String folded(String text) {
        char[] out = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char letter = c < '0' ? ' ' : c < LETTERS.length ? LETTERS[c] : 0;
            if (letter == 0) {
                return null;
            }
            if (!WordBounds.divides(letter)) {
                out[length++] = letter;
            } else if (length > 0 && out[length - 1] != ' ') {
                out[length++] = ' ';
            }
        }
        return new String(out, 0, length > 0 && out[length - 1] == ' ' ? length - 1 : length);
    }

    private static void setFigures(char c, String apart) {
        VIETNAMESE[c] = c < 0x80 || c == 'đ' || c == 'Đ' || Character.isLetter(c);
        MARK_FIGURES[c] = c == 'đ' || c == 'Đ' ? '9' : 0;
        for (int i = 1; i < apart.length(); i++) {
            int mark = VNI_MARKS.indexOf(apart.charAt(i));
            VIETNAMESE[c] &= mark >= 0;
            if (mark >= 0 && mark < TONES) {
                TONE_FIGURES[c] = VNI_FIGURES.charAt(mark);
            } else if (mark >= 0) {
                MARK_FIGURES[c] = VNI_FIGURES.charAt(mark);
            }
        }
        // The sign of a letter that has no marks but is none of ASCII (ß, ø) is the letter itself.
        VIETNAMESE[c] &= c < 0x80 || apart.length() > 1 || MARK_FIGURES[c] != 0;
    }
}
