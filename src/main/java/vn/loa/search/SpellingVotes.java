package vn.loa.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.loa.search.Highlighted.Place;
import vn.loa.text.fold.Word;

/**
 * Reads in texts how the words of a query are spelled there. A spelling counts by how many of the query's words stand around
 * it in the query's order: "hòa" before "giải" is not spelled as "hóa" elsewhere.
 */
final class SpellingVotes {

    /** Read of all texts together, in UTF-16 code units: 2 ms. */
    private static final int MOST_READ = 60_000;

    private final String line;
    private final List<QueryWord> words;
    /** For each word of the query, by the spelling in lower case. */
    private final List<Map<String, Integer>> votes = new ArrayList<>();
    private int left = MOST_READ;

    SpellingVotes(String line, List<QueryWord> words) {
        this.line = line;
        this.words = words;
        words.forEach(word -> votes.add(new HashMap<>()));
    }

    void read(Collection<String> lines) {
        for (String text : lines) {
            String read = text.length() <= left ? text : text.substring(0, left);
            left -= read.length();
            List<Word> found = Word.in(read);
            List<String> folded = found.stream().map(Word::folded).toList();
            for (int k = 0; k < words.size(); k++) {
                for (int i = 0; i < folded.size(); i++) {
                    if (fits(k, i, folded) && !fits(k - 1, i - 1, folded)) {
                        count(k, i, found, folded);
                    }
                }
            }
        }
    }

    private boolean fits(int k, int i, List<String> folded) {
        return k >= 0 && i >= 0 && k < words.size() && i < folded.size() && words.get(k).fits(folded.get(i));
    }

    /** Counts the words of a run that begins with word k of the query at word i of the text. */
    private void count(int k, int i, List<Word> found, List<String> folded) {
        int length = 1;
        while (fits(k + length, i + length, folded)) {
            length++;
        }
        for (int n = 0; n < length; n++) {
            QueryWord word = words.get(k + n);
            Word text = found.get(i + n);
            if (word.isMisspelled() || length > 1 || words.size() == 1) {
                votes.get(k + n).merge(text.text().substring(text.start(), text.end()).toLowerCase(Locale.ROOT),
                        length * length * word.near().getOrDefault(folded.get(i + n), 1), Integer::sum);
            }
        }
    }

    /** The query as the texts spell it; empty when they spell it as it is, or a misspelled word is in none of them. */
    Optional<SpellingSuggestion> suggestion() {
        StringBuilder query = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int done = 0;
        for (int k = 0; k < words.size(); k++) {
            QueryWord word = words.get(k);
            Optional<String> spelled = best(votes.get(k));
            if (spelled.isEmpty() && word.isMisspelled()) {
                return Optional.empty();
            }
            if (spelled.isPresent() && !Word.spelled(spelled.get()).equals(word.word().spelled())) {
                query.append(line, done, word.word().start());
                places.add(new Place(query.length(), query.length() + spelled.get().length()));
                query.append(spelled.get());
                done = word.word().end();
            }
        }
        return places.isEmpty() ? Optional.empty()
                : Optional.of(SpellingSuggestion.of(query.append(line, done, line.length()).toString(), places));
    }

    private static Optional<String> best(Map<String, Integer> spellings) {
        return spellings.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()))).map(Map.Entry::getKey);
    }
}
