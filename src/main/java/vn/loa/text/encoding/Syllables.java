package vn.loa.text.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which syllables Vietnamese can have: an initial, a rime and at most one tone. This tells Vietnamese from the same
 * bytes in another encoding.
 */
final class Syllables {
    private static final Set<String> INITIALS = Set.of("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m",
            "n", "ng", "ngh", "nh", "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x");
    private static final Set<String> RIMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt "
            + "âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
            + "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot "
            + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uach uai uan uang uanh uao uat uau uay uăc uăn uăng uăp uăt "
            + "uâc uân uâng uât uâu uây uc ue uen ueo uet uê uêch uên uênh uêt uêu ui uit um un ung uơ up ut uy uya uych uyên uyêt uynh uyp uyt uyu "
            + "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
            + "y yêm yên yêng yêt yêu").split(" "));
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final int LONGEST = 7;
    private static final int LONGEST_INITIAL = 3;

    private Syllables() {}

    /** Whether the word is one syllable that Vietnamese can have, in small letters or capitals. */
    static boolean has(String word) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return false;
        }
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String toneless = TONES.matcher(apart).replaceAll("");
        if (apart.length() - toneless.length() > 1) {
            return false;
        }
        String letters = Normalizer.normalize(toneless, Normalizer.Form.NFC);
        for (int end = 0; end <= Math.min(LONGEST_INITIAL, letters.length() - 1); end++) {
            if (INITIALS.contains(letters.substring(0, end)) && RIMES.contains(letters.substring(end))) {
                return true;
            }
        }
        return letters.equals("gi");
    }
}
