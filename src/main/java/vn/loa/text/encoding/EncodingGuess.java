package vn.loa.text.encoding;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Judges whether the words of a text are in an encoding before Unicode. They are if nearly all of their words with
 * characters beyond ASCII are Vietnamese syllables in that encoding, and few are syllables as they stand.
 */
final class EncodingGuess {
    /** Fewer words prove nothing: some words of other languages are Vietnamese syllables in TCVN3 (thé is "thộ"). */
    private static final int FEWEST_WORDS = 8;
    private static final int FEWEST_KINDS = 5;
    /** Of a font's text, which names the encoding, so that a little is enough. */
    private static final double MOST_OF_FONT = 0.6;
    private static final double NEARLY_ALL = 0.9;
    private static final double FEW = 0.5;
    private static final int LONGEST_ABBREVIATION = 5;
    /** In characters. More of a text changes no judgement. */
    private static final int SAMPLE = 100_000;

    private final Set<String> kinds = new HashSet<>();
    private int words;
    private int converted;
    private int right;
    private int sampled;

    /** The encoding of a text whose font is not known; empty for Unicode. */
    static Optional<LegacyEncoding> of(String text) {
        for (LegacyEncoding encoding : LegacyEncoding.values()) {
            EncodingGuess guess = new EncodingGuess();
            guess.add(text, encoding);
            if (guess.isSure()) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    void add(String text, LegacyEncoding encoding) {
        if (sampled < SAMPLE) {
            sampled += text.length();
            words(text.substring(0, Math.min(text.length(), SAMPLE)), word -> {
                count(word, encoding.toUnicode(word));
                return word;
            });
        }
    }

    private void count(String word, String letters) {
        // "Q§-UB" is QĐ-UB, which is no syllable.
        boolean abbreviation = letters.length() <= LONGEST_ABBREVIATION && letters.equals(letters.toUpperCase(Locale.ROOT));
        if (abbreviation && !Syllables.has(letters)) {
            return;
        }
        words++;
        kinds.add(word);
        converted += !letters.equals(word) && Syllables.has(letters) ? 1 : 0;
        right += Syllables.has(word) ? 1 : 0;
    }

    private boolean isSure() {
        return words >= FEWEST_WORDS && kinds.size() >= FEWEST_KINDS && converted >= NEARLY_ALL * words && right <= FEW * words;
    }

    /** Whether text in a font of the encoding is in it. Fonts keep their names when a text has been converted. */
    boolean agreesWithFont() {
        return converted >= MOST_OF_FONT * words;
    }

    /** Replaces each word that has a character beyond ASCII, and that may be in another encoding. */
    static String words(String text, UnaryOperator<String> change) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean beyond = false;
            while (end < text.length() && isOfWord(text.charAt(end))) {
                beyond |= text.charAt(end) > 0x7F;
                end++;
            }
            out.append(beyond ? change.apply(text.substring(i, end)) : text.substring(i, end));
            if (end < text.length()) {
                out.append(text.charAt(end));
            }
            i = end + 1;
        }
        return out.toString();
    }

    /** In the old encodings letters stand in the places of signs. */
    private static boolean isOfWord(char c) {
        return c <= 0x7F ? Character.isLetter(c) : c > 0xA0 && c < 0x250 || c >= 0x300 && c < 0x370 || c >= 0x1E00 && c < 0x1F00;
    }
}
