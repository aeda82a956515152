package vn.loa.search;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that differ from a folded one by one letter: put in, left out, another one, or two neighbours exchanged. A letter
 * that was left out or wrong is looked for in Vietnamese syllables only: they are a fifth of all strings, and the index is asked
 * for each word.
 */
final class NearWords {

    private static final Pattern SYLLABLE = Pattern.compile("(?:[bcdghklmnpqrstvx]|ch|gh|kh|ng|ngh|nh|ph|th|tr)?[aeiouy]{1,3}"
            + "(?:[cmnpt]|ch|ng|nh)?");

    private static final int SWAPPED = 4;
    private static final int TONE_KEY = 4;
    private static final int LEFT_OUT = 3;
    private static final int OTHER = 2;
    /** The keys that Telex writes tones with: "hoaf" was to be "hòa". */
    private static final String TONE_KEYS = "sfrxj";

    private NearWords() {
    }

    /** Each with its likelihood, as a weight. */
    static Map<String, Integer> of(String word) {
        Map<String, Integer> near = new HashMap<>();
        int last = word.length() - 1;
        for (int i = 0; i <= last; i++) {
            String before = word.substring(0, i);
            String behind = word.substring(i + 1);
            add(near, before + behind, i == last && TONE_KEYS.indexOf(word.charAt(i)) >= 0 ? TONE_KEY : OTHER);
            if (i < last) {
                add(near, before + word.charAt(i + 1) + word.charAt(i) + behind.substring(1), SWAPPED);
            }
            for (char letter = 'a'; letter <= 'z'; letter++) {
                addSyllable(near, before + letter + behind, OTHER);
                addSyllable(near, before + letter + word.charAt(i) + behind, LEFT_OUT);
            }
        }
        for (char letter = 'a'; letter <= 'z'; letter++) {
            addSyllable(near, word + letter, LEFT_OUT);
        }
        near.remove(word);
        near.remove("");
        return near;
    }

    private static void addSyllable(Map<String, Integer> near, String word, int weight) {
        if (SYLLABLE.matcher(word).matches()) {
            add(near, word, weight);
        }
    }

    private static void add(Map<String, Integer> near, String word, int weight) {
        near.merge(word, weight, Math::max);
    }
}
