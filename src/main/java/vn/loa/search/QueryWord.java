package vn.loa.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.loa.text.fold.Word;

/**
 * A wanted word of a query, where it stands there.
 *
 * @param near the words that may be meant, with their likelihood; empty where the word itself is
 */
record QueryWord(Word word, String folded, boolean quoted, Map<String, Integer> near) {

    /** What can be misspelled: two letters can be nearly everything. */
    private static final Pattern LETTERS = Pattern.compile("[a-z]{3,20}");

    /** @param line as {@link SearchQuery#line} makes it */
    static List<QueryWord> of(String line) {
        List<QueryWord> words = new ArrayList<>();
        SearchQuery.CHUNK.matcher(line).results().filter(chunk -> chunk.group(1) == null).forEach(chunk -> {
            boolean quoted = chunk.group(2) != null;
            int start = quoted ? chunk.start(2) : chunk.start(3);
            int end = quoted ? chunk.end(2) : chunk.end(3);
            for (Word word = Word.next(line, start); word != null && word.end() <= end; word = Word.next(line, word.end())) {
                words.add(new QueryWord(word, word.folded(), quoted, Map.of()));
            }
        });
        return words;
    }

    boolean canBeMisspelled() {
        return !quoted && LETTERS.matcher(folded).matches();
    }

    QueryWord misspelled() {
        return new QueryWord(word, folded, quoted, NearWords.of(folded));
    }

    boolean isMisspelled() {
        return !near.isEmpty();
    }

    /** Whether a folded word of a text may be what is meant. */
    boolean fits(String text) {
        return isMisspelled() ? near.containsKey(text) : folded.equals(text);
    }

    String written() {
        return word.text().substring(word.start(), word.end());
    }
}
