package vn.loa.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.search.SearchPage.Count;

/**
 * Counts the values of a filter among results. Values that differ in case or accents alone are one, as the filter compares
 * them, and are shown in their most frequent spelling.
 */
final class FacetCounter {

    private static final Comparator<Count> MOST_FREQUENT =
            Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value);

    private final Map<String, Integer> results = new HashMap<>();
    private final Map<String, Map<String, Integer>> spellings = new HashMap<>();
    /** Folding a value takes longer than finding it here, and most results have the same few. */
    private final Map<String, String> folded = new HashMap<>();

    /** Adds a result with this value; null for none. */
    void add(String value) {
        if (value != null) {
            results.merge(count(value), 1, Integer::sum);
        }
    }

    /** Adds a result with these values, of which some may be the same. */
    void add(List<String> values) {
        Set<String> of = new HashSet<>();
        values.forEach(value -> of.add(count(value)));
        of.forEach(value -> results.merge(value, 1, Integer::sum));
    }

    private String count(String spelling) {
        String value = folded.computeIfAbsent(spelling, Word::folded);
        spellings.computeIfAbsent(value, v -> new HashMap<>()).merge(spelling, 1, Integer::sum);
        return value;
    }

    /** The values that most results have, at most so many. */
    List<Count> most(int values) {
        return results.entrySet().stream().map(result -> new Count(spelling(result.getKey()), result.getValue()))
                .sorted(MOST_FREQUENT).limit(values).toList();
    }

    private String spelling(String value) {
        return spellings.get(value).entrySet().stream().map(each -> new Count(each.getKey(), each.getValue()))
                .min(MOST_FREQUENT).orElseThrow().value();
    }
}
