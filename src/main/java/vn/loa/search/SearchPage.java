package vn.loa.search;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.http.CacheTagged;
import vn.loa.listing.Page;

/** A page of search results with total and facets, as JSON. */
@Schema(name = "SearchPage", description = "What was found, the best first, and what it can be narrowed by.")
record SearchPage(
        @Schema(description = "What was found, the best first.", required = true)
        List<SearchHit> items,
        @Schema(description = "Where this part stands in what can be read: the 500 best at most.", required = true)
        Page.Position page,
        @Schema(description = "How many were found.", required = true)
        Total total,
        @Schema(description = "What the answer can be narrowed by, with counts of articles and sections together. When "
                + "more than 500 were found, the 500 best are counted.", required = true)
        Facets facets) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return CacheTagged.ofAll(items);
    }

    /** A count that stops at a limit. */
    @Schema(name = "SearchTotal", description = "How many were found; nobody counts further than 500.")
    public record Total(
            @Schema(description = "The count.", required = true) int value,
            @Schema(description = "Whether there may be more.", enumeration = {"exact", "at-least"}, required = true)
            String relation) {
    }

    /** Values of filters with their counts. */
    @Schema(name = "SearchFacets", description = "Values of parameters that narrow the answer, the most frequent first; at "
            + "most 20 of each.")
    public record Facets(
            @Schema(description = "Values of `tag`.", required = true) List<Count> tag,
            @Schema(description = "Values of `type`.", required = true) List<Count> type,
            @Schema(description = "Values of `issuer`.", required = true) List<Count> issuer,
            @Schema(description = "Values of `year`.", required = true) List<Count> year) {
    }

    /** One value of a filter. */
    @Schema(name = "FacetCount", description = "A value, and how often it is among what was found.")
    public record Count(
            @Schema(description = "The value, for the parameter.", required = true) String value,
            @Schema(description = "How many have it.", required = true) int count) {
    }
}
