package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.loa.category.ArticleCategory;
import vn.loa.category.CategoryStep;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
import vn.loa.search.SearchRepository.Counted;
import vn.loa.search.index.EntryText.Labels;

/** A page of search results with total and facets, as JSON. */
record SearchPage(
        List<SearchHit> items,
        Page.Position page,
        Total total,
        Facets facets,
        @JsonInclude(JsonInclude.Include.ALWAYS)
        SpellingSuggestion suggestion) implements CacheTagged {

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
            List<Count> year,
            List<Count> force,
            List<CategoryCount> category) {

        private static final int MOST_VALUES = 20;

        /**
         * @param found by what all results are counted
         * @param categories those that the labels name
         */
        static Facets count(List<Counted> found, Map<UUID, ArticleCategory> categories) {
            FacetCounter tags = new FacetCounter();
            FacetCounter types = new FacetCounter();
            FacetCounter issuers = new FacetCounter();
            FacetCounter years = new FacetCounter();
            FacetCounter statuses = new FacetCounter();
            for (Counted each : found) {
                Labels labels = each.labels();
                statuses.add(each.status());
                tags.add(labels.tags());
                types.add(labels.type());
                issuers.add(labels.issuer());
                years.add(labels.year() == null ? null : labels.year().toString());
            }
            return new Facets(tags.most(MOST_VALUES), types.most(MOST_VALUES), issuers.most(MOST_VALUES), years.most(MOST_VALUES),
                    statuses.most(MOST_VALUES), CategoryCount.most(found.stream().map(Counted::labels).toList(), categories, MOST_VALUES));
        }
    }

    /** One value of a filter. */
    public record Count(
            String value,
            int count) {
    }

    /** A category, with its results and those below it. */
    public record CategoryCount(
            String value,
            String title,
            int count) {

        private static List<CategoryCount> most(List<Labels> found, Map<UUID, ArticleCategory> categories, int values) {
            Map<CategoryStep, Integer> counts = new LinkedHashMap<>();
            Map<CategoryStep, Integer> depths = new HashMap<>();
            Map<UUID, Integer> named = new LinkedHashMap<>();
            found.forEach(labels -> named.merge(labels.category(), 1, Integer::sum));
            named.forEach((identity, results) -> {
                ArticleCategory category = categories.get(identity);
                for (int depth = 0; category != null && depth < category.path().size(); depth++) {
                    counts.merge(category.path().get(depth), results, Integer::sum);
                    depths.put(category.path().get(depth), depth);
                }
            });
            Comparator<Map.Entry<CategoryStep, Integer>> mostFirst =
                    Map.Entry.<CategoryStep, Integer>comparingByValue().reversed();
            return counts.entrySet().stream()
                    .sorted(mostFirst.thenComparing(entry -> depths.get(entry.getKey())).thenComparing(entry -> entry.getKey().slug()))
                    .limit(values).map(entry -> new CategoryCount(entry.getKey().slug(), entry.getKey().title(), entry.getValue()))
                    .toList();
        }
    }
}
