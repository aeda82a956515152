package vn.loa.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.NumberTag;
import vn.loa.http.CacheTagged;

/**
 * The cache tags of the responses that a change makes outdated: those that show the article, those that may show any
 * article, and those that cite its document under its old or new number. A response with too many citations for its
 * header has the collective tag instead.
 */
public final class PurgeTags {

    private PurgeTags() {
    }

    /** @param numbers keys of document numbers; empty for an article without a numbered directive */
    public static List<String> of(UUID article, List<String> numbers) {
        List<String> tags = new ArrayList<>(List.of(CacheTagged.ofArticle(article), CacheTagged.LISTS));
        if (!numbers.isEmpty()) {
            tags.add(CacheTagged.CITATIONS);
            numbers.stream().map(NumberTag::of).distinct().forEach(tags::add);
        }
        return tags;
    }

    /** Those of a category's change: lists, and the articles that stand in it or below it, which show its name. */
    public static List<String> ofCategory(UUID category) {
        return List.of(CacheTagged.ofCategory(category), CacheTagged.LISTS);
    }
}
