package vn.loa.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Something that caches outside can be told to forget: answers that show it carry its tag ({@code Cache-Tag}). */
public interface CacheTagged {

    String HEADER = "Cache-Tag";

    /** For example {@code article-01a206d2-563a-7e8e-8a6a-736bf594a420}. */
    Set<String> cacheTags();

    /** The tag of an article. */
    static String ofArticle(UUID id) {
        return "article-" + id;
    }

    /** The tags of what is answered, or of all that a page shows. */
    static Set<String> tagsOf(Object answered) {
        Set<String> tags = new LinkedHashSet<>();
        if (answered instanceof CacheTagged tagged) {
            tags.addAll(tagged.cacheTags());
        } else if (answered instanceof Page<?> page) {
            page.items().forEach(item -> tags.addAll(tagsOf(item)));
        }
        return tags;
    }
}
