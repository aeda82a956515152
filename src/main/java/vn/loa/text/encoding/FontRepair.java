package vn.loa.text.encoding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.text.structure.Warning;

/**
 * Converts the runs of a document whose fonts name an encoding from before Unicode. All runs are added first, because
 * fonts often keep their names when a text has been converted: only the whole text shows whether the names are still true.
 */
public final class FontRepair {
    private static final int EXCERPT = 200;
    /** The last letter of windows-1252's Latin-1 part; letters beyond it are Unicode already. */
    private static final char LAST = 0xFF;

    private final Map<LegacyEncoding, EncodingGuess> guesses = new EnumMap<>(LegacyEncoding.class);
    private final Map<LegacyEncoding, StringBuilder> converted = new EnumMap<>(LegacyEncoding.class);

    /** @param font the family; null when it is not known */
    public void add(String font, String text) {
        encoding(font).ifPresent(encoding ->
                guesses.computeIfAbsent(encoding, legacy -> new EncodingGuess()).add(text, encoding));
    }

    /** Whether a font of any run names an encoding from before Unicode. */
    public boolean isNeeded() {
        return !guesses.isEmpty();
    }

    /** The run in Unicode. */
    public String convert(String font, String text) {
        Optional<LegacyEncoding> encoding = encoding(font);
        if (encoding.isEmpty() || isUnicode(text) || !guesses.get(encoding.get()).agreesWithFont()) {
            return text;
        }
        String letters = encoding.get().toUnicode(text, font);
        StringBuilder sample = converted.computeIfAbsent(encoding.get(), legacy -> new StringBuilder());
        if (!letters.equals(text) && sample.length() < EXCERPT) {
            sample.append(letters).append(' ');
        }
        return letters;
    }

    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        converted.forEach((encoding, sample) -> {
            if (!sample.isEmpty()) {
                warnings.add(TextRepair.converted(encoding, sample.toString()));
            }
        });
        return warnings;
    }

    private static Optional<LegacyEncoding> encoding(String font) {
        return font == null ? Optional.empty() : LegacyEncoding.ofFont(font);
    }

    private static boolean isUnicode(String text) {
        return text.chars().anyMatch(c -> c > LAST && Character.isLetter(c));
    }
}
