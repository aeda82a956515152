package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;
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
            List<Count> year) {

        private static final int MOST_VALUES = 20;

        /** @param found the labels of all results */
        static Facets count(List<Labels> found) {
            FacetCounter tags = new FacetCounter();
            FacetCounter types = new FacetCounter();
            FacetCounter issuers = new FacetCounter();
            FacetCounter years = new FacetCounter();
            for (Labels labels : found) {
                tags.add(labels.tags());
                types.add(labels.type());
                issuers.add(labels.issuer());
                years.add(labels.year() == null ? null : labels.year().toString());
            }
            return new Facets(tags.most(MOST_VALUES), types.most(MOST_VALUES), issuers.most(MOST_VALUES), years.most(MOST_VALUES));
        }
    }

    /** One value of a filter. */
    public record Count(
            String value,
            int count) {
    }
}
