package vn.loa.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.search.SearchPage.Count;
import vn.loa.text.fold.Word;

/**
 * Counts the values of a filter among results. Values that differ in case or accents alone are one, as the filter compares
 * them, and are shown in their most frequent spelling.
 */
final class FacetCounter {

    private static final Comparator<Count> MOST_FREQUENT =
            Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

    /** Values that differ in case or accents alone. */
    private static final class Value {

        private final List<Spelling> spellings = new ArrayList<>();
        private int results;
        /** The last result that has it. */
        private int last;

        String mostFrequentSpelling() {
            return spellings.stream().map(each -> new Count(each.text, each.count)).min(MOST_FREQUENT).orElseThrow().value();
        }
    }

    private static final class Spelling {

        private final String text;
        private final Value value;
        private int count;

        Spelling(String text, Value value) {
            this.text = text;
            this.value = value;
            value.spellings.add(this);
        }
    }

    private final Map<String, Value> values = new HashMap<>();
    /** One look for each of the thousands of values of a page: folding is done once for a spelling. */
    private final Map<String, Spelling> spellings = new HashMap<>();
    private int results;

    /** Adds a result with this value; null for none. */
    void add(String value) {
        results++;
        if (value != null) {
            count(value);
        }
    }

    /** Adds a result with these values, of which some may be the same. */
    void add(List<String> values) {
        results++;
        for (String value : values) {
            count(value);
        }
    }

    private void count(String text) {
        Spelling spelling = spellings.get(text);
        if (spelling == null) {
            spelling = new Spelling(text, values.computeIfAbsent(Word.folded(text), folded -> new Value()));
            spellings.put(text, spelling);
        }
        spelling.count++;
        if (spelling.value.last != results) {
            spelling.value.last = results;
            spelling.value.results++;
        }
    }

    /** The values that most results have, at most so many. */
    List<Count> most(int limit) {
        return values.values().stream().map(value -> new Count(value.mostFrequentSpelling(), value.results))
                .sorted(MOST_FREQUENT).limit(limit).toList();
    }
}
