package vn.loa.search;

import java.util.HashMap;
import java.util.Map;

/** The words that differ from a folded one by one letter: put in, left out, another one, or two neighbours exchanged. */
final class NearWords {

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
                add(near, before + letter + behind, OTHER);
                add(near, before + letter + word.charAt(i) + behind, LEFT_OUT);
            }
        }
        for (char letter = 'a'; letter <= 'z'; letter++) {
            add(near, word + letter, LEFT_OUT);
        }
        near.remove(word);
        near.remove("");
        return near;
    }

    private static void add(Map<String, Integer> near, String word, int weight) {
        near.merge(word, weight, Math::max);
    }
}
