package vn.loa.search;

import java.util.List;
import java.util.Set;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;

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
    }

    /** One value of a filter. */
    public record Count(
            String value,
            int count) {
    }
}
