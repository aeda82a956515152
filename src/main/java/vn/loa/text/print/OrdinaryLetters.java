package vn.loa.text.print;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spells words that stand in capitals as the running text of the same document spells them. */
public final class OrdinaryLetters {
    private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]++");
    private static final int LONGEST_TEXT = 200_000;

    private final List<String> paragraphs;

    public OrdinaryLetters(List<String> paragraphs) {
        this.paragraphs = paragraphs;
    }

    /** The words as the running text has them somewhere; unchanged when it does not repeat them. */
    public String find(String words) {
        int length = words.length();
        char first = Character.toLowerCase(words.charAt(0));
        for (String paragraph : paragraphs) {
            for (int i = 0; i + length <= paragraph.length(); i++) {
                if (Character.toLowerCase(paragraph.charAt(i)) == first && paragraph.regionMatches(true, i, words, 0, length)
                        && !Capitals.only(paragraph.substring(i, i + length), 0)) {
                    return paragraph.substring(i, i + length);
                }
            }
        }
        return words;
    }

    /**
     * The words as the running text has them somewhere, or else in small letters but for the first one and those that
     * the running text writes with capitals inside its sentences ("Hậu Giang").
     */
    public String spell(String words) {
        String repeated = find(words);
        if (!repeated.equals(words)) {
            return repeated;
        }
        Map<String, String> spellings = spellings();
        StringBuilder spelled = new StringBuilder();
        Matcher word = WORD.matcher(words);
        int from = 0;
        while (word.find()) {
            String small = word.group().toLowerCase(Locale.ROOT);
            String ordinary = spellings.getOrDefault(small, small);
            spelled.append(words, from, word.start())
                    .append(spelled.length() == 0 ? Character.toUpperCase(ordinary.charAt(0)) + ordinary.substring(1) : ordinary);
            from = word.end();
        }
        return spelled.append(words, from, words.length()).toString();
    }

    /** How the sentences of the text spell each word that never stands in them in small letters. */
    private Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        int read = 0;
        for (String paragraph : paragraphs) {
            read += paragraph.length();
            if (read > LONGEST_TEXT) {
                break;
            }
            if (!Capitals.only(paragraph, 0)) {
                learn(paragraph, spellings);
            }
        }
        return spellings;
    }

    private static void learn(String paragraph, Map<String, String> spellings) {
        Matcher word = WORD.matcher(paragraph);
        for (int count = 0; word.find(); count++) {
            String written = word.group();
            String small = written.toLowerCase(Locale.ROOT);
            if (written.equals(small)) {
                spellings.put(small, small);
            } else if (count > 0) {
                spellings.putIfAbsent(small, written);
            }
        }
    }
}
