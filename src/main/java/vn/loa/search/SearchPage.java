package vn.loa.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
import vn.loa.search.EntryText.Labels;

/** A page of search results with total and facets, as JSON. */
record SearchPage(
        List<SearchHit> items,
        Page.Position page,
        Total total,
        Facets facets) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(items);
    }

    /** A count that stops at a limit. */
    public record Total(
            int value,
            String relation) {
    }

    /** Values of filters with their counts. */
    public record Facets(
            List<Count> tag,
            List<Count> type,
            List<Count> issuer,
            List<Count> year) {

        private static final int MOST_VALUES = 20;

        /** @param found the labels of all results */
        static Facets count(List<Labels> found) {
            return new Facets(count(found.stream().flatMap(labels -> labels.tags().stream())),
                    count(found.stream().map(Labels::type)), count(found.stream().map(Labels::issuer)),
                    count(found.stream().map(labels -> labels.year() == null ? null : labels.year().toString())));
        }

        private static List<Count> count(Stream<String> values) {
            Map<String, Integer> counts = new HashMap<>();
            values.filter(Objects::nonNull).forEach(value -> counts.merge(value, 1, Integer::sum));
            return counts.entrySet().stream().map(count -> new Count(count.getKey(), count.getValue()))
                    .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value))
                    .limit(MOST_VALUES).toList();
        }
    }

    /** One value of a filter. */
    public record Count(
            String value,
            int count) {
    }
}
