package vn.loa.text.encoding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The encodings in which Vietnamese was written before Unicode. A text in one of them is in the characters of
 * windows-1252, and only its font shows the letters.
 */
public enum LegacyEncoding {
    /** TCVN 5712:1993, the third set (ABC): one character for each small letter with its tone. */
    TCVN3("TCVN3 (ABC)"),
    /** VNI for Windows: a letter, and one more character for its marks. */
    VNI("VNI");

    private static final Pattern TCVN3_FONT = Pattern.compile("\\.vn[a-z].*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern VNI_FONT = Pattern.compile("vni[- ].*+", Pattern.CASE_INSENSITIVE);

    private final String title;

    LegacyEncoding(String title) {
        this.title = title;
    }

    /** The encoding of the fonts of a family, such as {@code .VnTime} or {@code VNI-Times}. */
    public static Optional<LegacyEncoding> ofFont(String family) {
        String name = bare(family);
        return TCVN3_FONT.matcher(name).matches() ? Optional.of(TCVN3)
                : VNI_FONT.matcher(name).matches() ? Optional.of(VNI) : Optional.empty();
    }

    /** Whether a font of TCVN3 shows capitals for small letters, as {@code .VnTimeH} does. */
    public static boolean isOfCapitals(String family) {
        String name = bare(family);
        return TCVN3_FONT.matcher(name).matches() && name.endsWith("H");
    }

    /** The family without quotation marks, and without the mark of a subset in a PDF ("ABCDEF+.VnTime"). */
    private static String bare(String family) {
        String name = family.strip().replaceAll("^[\"']|[\"']$", "").strip();
        return name.matches("[A-Z]{6}\\+.*") ? name.substring(7) : name;
    }

    /** The letters in Unicode. Characters that the encoding does not have stay as they are. */
    public String toUnicode(String text) {
        return this == TCVN3 ? Tcvn3.toUnicode(text) : Vni.toUnicode(text);
    }

    /** The same for text in a font that may show capitals for small letters. */
    public String toUnicode(String text, String family) {
        String letters = toUnicode(text);
        return isOfCapitals(family) ? letters.toUpperCase(Locale.ROOT) : letters;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
