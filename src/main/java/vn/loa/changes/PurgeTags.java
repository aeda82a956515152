package vn.loa.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.NumberTag;
import vn.loa.http.CacheTagged;

/**
 * Which answers a change makes stale: those that show the article, those that may show any article, and those that cite
 * its document, under the number that it had and the one that it has. Answers that cite too much to name it all have
 * the collective tag.
 */
final class PurgeTags {

    private PurgeTags() {
    }

    /** @param numbers keys; empty for an article whose text carries no document with a number */
    public static List<String> of(UUID article, List<String> numbers) {
        List<String> tags = new ArrayList<>(List.of(CacheTagged.ofArticle(article), CacheTagged.LISTS));
        if (!numbers.isEmpty()) {
            tags.add(CacheTagged.CITATIONS);
            numbers.stream().map(NumberTag::of).distinct().forEach(tags::add);
        }
        return tags;
    }
}
