package vn.loa.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of a text as a search compares it: what the SQL functions {@code search_folded} and {@code search_spelled} make
 * of it. Words are what stands between spaces and punctuation.
 *
 * @param start of the word in its text, in UTF-16 code units
 * @param end behind its last unit
 * @param folded lower case without accents, y as i where both are written, without zeros before figures: "qui"
 */
record Word(int start, int end, String folded) {

    private static final Pattern Y_FOR_I = Pattern.compile("([bcdghklmnprstvx]{0,3}|qu)y(ch|nh|p|t)?");
    private static final Pattern TONE = Pattern.compile("([\u0300\u0301\u0303\u0309\u0323])([a-zA-ZđĐ\u0302\u0306\u031b]+)");
    private static final Pattern ZEROS = Pattern.compile("^0+(?=[0-9])");
    private static final Pattern MARKS = Pattern.compile("[\u0300-\u036f]");
    private static final String VNI_MARKS = "\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306đĐ";
    private static final String VNI_FIGURES = "1234567899";
    /** Latin letters without their marks, small; 0 for what must be folded the long way. */
    private static final char[] LETTERS = new char[0x1F00];

    static {
        for (char c = '0'; c < LETTERS.length; c++) {
            if (c < 0x250 || c >= 0x1E00) {
                String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                boolean latin = MARKS.matcher(apart).replaceAll("").length() == 1;
                LETTERS[c] = !latin ? 0 : c == 'đ' || c == 'Đ' ? 'd' : Character.toLowerCase(apart.charAt(0));
            }
        }
    }

    /** The words of a text, in order. */
    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            boolean written = false;
            while (i < text.length() && !divides(text.charAt(i))) {
                int c = text.codePointAt(i);
                written |= Character.isLetterOrDigit(c);
                i += Character.charCount(c);
            }
            if (written) {
                words.add(new Word(start, i, fold(text, start, i)));
            }
            i = Math.max(i, start + 1);
        }
        return words;
    }

    /** The characters that the SQL function {@code folded} turns into spaces. */
    private static boolean divides(char c) {
        return c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c <= '\u00bf'
                || c >= '\u2000' && c <= '\u206f';
    }

    private static String fold(String text, int start, int end) {
        char[] folded = new char[end - start];
        boolean y = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char letter = c < LETTERS.length ? LETTERS[c] : 0;
            if (letter == 0) {
                return tidied(MARKS.matcher(Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFD))
                        .replaceAll("").replace('đ', 'd').replace('Đ', 'd').toLowerCase(java.util.Locale.ROOT), true);
            }
            y |= letter == 'y';
            folded[i - start] = letter;
        }
        return tidied(new String(folded), y);
    }

    private static String tidied(String folded, boolean y) {
        if (folded.charAt(0) == '0') {
            return ZEROS.matcher(folded).replaceFirst("");
        }
        return y ? Y_FOR_I.matcher(folded).results().filter(match -> match.end() - match.start() == folded.length())
                .findFirst().map(match -> match.group(1) + "i" + (match.group(2) == null ? "" : match.group(2)))
                .orElse(folded) : folded;
    }

    /** As it is spelled, accents as the figures of the VNI input method, the tone behind the word: hòa, hoà: "hoa2". */
    static String spelled(String word) {
        String apart = TONE.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("$2$1");
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            int mark = VNI_MARKS.indexOf(c);
            if (mark >= 0) {
                out.append(VNI_FIGURES.charAt(mark));
            } else if (c < '\u0300' || c > '\u036f') {
                out.append(Character.toLowerCase(c));
            }
        }
        return ZEROS.matcher(out).replaceFirst("");
    }

    /** Lower case without accents, words divided by one space: what the SQL function {@code folded} does. */
    static String folded(String text) {
        StringBuilder out = new StringBuilder();
        String apart = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i) == 'đ' || apart.charAt(i) == 'Đ' ? 'd' : Character.toLowerCase(apart.charAt(i));
            if (!divides(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().trim();
    }
}
