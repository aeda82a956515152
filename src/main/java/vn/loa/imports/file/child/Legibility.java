package vn.loa.imports.file.child;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.imports.file.FileFault;

/** Refuses a PDF whose signs cannot be read as letters: what it says that they are makes no words. */
final class Legibility {

    private static final Pattern WORD = Pattern.compile("[a-z\u0300-\u036F\u0111]{2,12}");
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final int FEWEST_WORDS = 20;
    private static final double FEWEST_WITH_VOWELS = 0.75;
    private static final double FEWEST_LETTERS = 0.6;
    private static final double MOST_UNKNOWN = 0.02;

    private Legibility() {
    }

    /**
     * @param text of the whole file
     * @param unknown signs of it that have no letters
     */
    static void check(CharSequence text, long unknown) {
        long signs = text.chars().filter(c -> !Character.isWhitespace(c)).count();
        long letters = text.chars().filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK).count();
        String plain = Normalizer.normalize(text.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        int words = 0;
        int withVowels = 0;
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            words++;
            withVowels += VOWEL.matcher(word.group()).find() ? 1 : 0;
        }
        boolean senseless = signs > 0 && letters < FEWEST_LETTERS * signs && signs > FEWEST_WORDS
                || words >= FEWEST_WORDS && withVowels < FEWEST_WITH_VOWELS * words;
        if (unknown > MOST_UNKNOWN * (signs + unknown) || senseless) {
            throw new UnreadableFileException(FileFault.UNKNOWN_LETTERS, "The file does not say which letters its signs are"
                    + (unknown > 0 ? " (" + unknown + " of " + Math.max(signs, unknown) + " signs)" : "")
                    + ". Print it again from the program that made it, or send that program's own file.");
        }
    }
}
