package vn.loa.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that opens a section of a plain directive: 1. 1) 1- 1/ and I. I) I- I/ at the start of a paragraph.
 *
 * @param value the number it says; 0 never
 * @param number as written: "3", "II"
 * @param raw number and sign: "3."
 * @param style what markers of one run share: "1." for Arabic figures with a full stop
 * @param textStart where the section's own words begin in the paragraph
 */
record SectionMarker(int value, String number, String raw, String style, int textStart) {
    /** Four figures, so that a year is seen, too, and reported as a number out of its place. */
    private static final Pattern ARABIC = Pattern.compile("([0-9]{1,4}+)([.)/-])");
    /** Up to XXXIX; without L and C, which rather begin a name (C. Mác). */
    private static final Pattern ROMAN = Pattern.compile("(X{0,3}+(?:IX|IV|V?I{0,3}+))([.)/-])");

    /** The marker at the start of a normalised line. */
    static Optional<SectionMarker> at(String line) {
        Matcher arabic = ARABIC.matcher(line);
        if (arabic.lookingAt()) {
            int value = Integer.parseInt(arabic.group(1));
            return value > 0 && opensText(line, arabic.end(), true) && DocumentNumberScanner.at(line, 0).isEmpty()
                    ? Optional.of(of(arabic, value, "1", line)) : Optional.empty();
        }
        Matcher roman = ROMAN.matcher(line);
        if (roman.lookingAt() && !roman.group(1).isEmpty() && opensText(line, roman.end(), false)) {
            return Optional.of(of(roman, roman(roman.group(1)), "I", line));
        }
        return Optional.empty();
    }

    private static SectionMarker of(Matcher marker, int value, String kind, String line) {
        int text = marker.end();
        while (text < line.length() && line.charAt(text) == ' ') {
            text++;
        }
        return new SectionMarker(value, marker.group(1), marker.group(), kind + marker.group(2), text);
    }

    /**
     * Whether words begin behind the sign: a space, the end of the line, or, as in "1.Nâng cao", a capital or an
     * opening quote at once; a figure there makes it a decimal, a date or a fraction instead.
     */
    private static boolean opensText(String line, int at, boolean arabic) {
        if (at == line.length() || line.charAt(at) == ' ') {
            return true;
        }
        char next = line.charAt(at);
        // "I.V." is initials; behind a hyphen or slash a word in capitals may follow: "I-MỤC ĐÍCH".
        return (arabic || line.charAt(at - 1) == '-') && (Character.isUpperCase(next) || next == '“' || next == '"');
    }

    private static int roman(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = digit(number.charAt(i));
            boolean before = i + 1 < number.length() && digit < digit(number.charAt(i + 1));
            sum += before ? -digit : digit;
        }
        return sum;
    }

    private static int digit(char c) {
        return c == 'X' ? 10 : c == 'V' ? 5 : 1;
    }
}
