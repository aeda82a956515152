package vn.loa.text.encoding;

import java.text.Normalizer;
import java.util.Map;

/**
 * The letters of VNI for Windows. Most are a vowel and a second character that has all its marks ("eá" is ế); some are
 * one character ("ñ" is đ).
 */
final class Vni {
    private static final String GRAVE = "\u0300";
    private static final String ACUTE = "\u0301";
    private static final String CIRCUMFLEX = "\u0302";
    private static final String TILDE = "\u0303";
    private static final String BREVE = "\u0306";
    private static final String HOOK = "\u0309";
    private static final String DOT_BELOW = "\u0323";

    /** The second characters, in small letters, with the marks that they put on the vowel. */
    private static final Map<Character, String> TONES = Map.of('ø', GRAVE, 'ù', ACUTE, 'û', HOOK, 'õ', TILDE, 'ï', DOT_BELOW);
    private static final Map<Character, String> WITH_CIRCUMFLEX = Map.of('â', CIRCUMFLEX, 'à', CIRCUMFLEX + GRAVE,
            'á', CIRCUMFLEX + ACUTE, 'å', CIRCUMFLEX + HOOK, 'ã', CIRCUMFLEX + TILDE, 'ä', CIRCUMFLEX + DOT_BELOW);
    private static final Map<Character, String> WITH_BREVE = Map.of('ê', BREVE, 'è', BREVE + GRAVE, 'é', BREVE + ACUTE,
            'ú', BREVE + HOOK, 'ü', BREVE + TILDE, 'ë', BREVE + DOT_BELOW);
    /** The letters that are one character; "ô" and "ö" may have a tone behind them. */
    private static final String ALONE = "ñôöæóòîÑÔÖÆÓÒÎ";
    private static final String LETTERS = "đơưỉĩịỵĐƠƯỈĨỊỴ";

    private Vni() {}

    static String toUnicode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String marks = i + 1 < text.length() ? marks(c, text.charAt(i + 1)) : null;
            int alone = ALONE.indexOf(c);
            char letter = alone < 0 ? c : LETTERS.charAt(alone);
            if (marks == null) {
                out.append(letter);
            } else {
                out.append(Normalizer.normalize(letter + marks, Normalizer.Form.NFC));
                i++;
            }
        }
        return out.toString();
    }

    /** The marks that the second character puts on the first; null when it is no mark of it. */
    private static String marks(char first, char second) {
        char vowel = Character.toLowerCase(first);
        char mark = Character.toLowerCase(second);
        if ("aeouyôö".indexOf(vowel) >= 0 && TONES.containsKey(mark)) {
            return TONES.get(mark);
        }
        if ("aeo".indexOf(vowel) >= 0 && WITH_CIRCUMFLEX.containsKey(mark)) {
            return WITH_CIRCUMFLEX.get(mark);
        }
        return vowel == 'a' ? WITH_BREVE.get(mark) : null;
    }
}
