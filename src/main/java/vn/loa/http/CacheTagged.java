package vn.loa.http;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Something whose answers carry tags ({@code Cache-Tag}), so that a cache outside can purge all answers that show it. The
 * log of changes says which tags a change makes stale.
 */
public interface CacheTagged {

    String HEADER = "Cache-Tag";

    /** The tag of answers in which any article may appear, such as lists. Every change purges it. */
    String LISTS = "lists";

    /** Stands for the tags of cited documents where these are too many. Every change of a document purges it. */
    String CITATIONS = "citations";

    /** The tags, such as {@code article-01a206d2-563a-7e8e-8a6a-736bf594a420}. */
    Set<String> cacheTags();

    /** The tag of an article. */
    static String ofArticle(UUID id) {
        return "article-" + id;
    }

    /** The tag of a category, on the answers of articles that stand in it or below it. */
    static String ofCategory(UUID id) {
        return "category-" + id;
    }

    /** The tags of an answer's entity; empty if it has none. */
    static Set<String> tagsOf(Object answered) {
        return answered instanceof CacheTagged tagged ? tagged.cacheTags() : Set.of();
    }

    /** The tags of all these entities together. */
    static Set<String> ofAll(Collection<?> shown) {
        if (shown instanceof CacheTagged all) {
            return all.cacheTags();
        }
        Set<String> tags = new LinkedHashSet<>();
        shown.forEach(each -> tags.addAll(tagsOf(each)));
        return tags;
    }

    /** Adds a tag to the answer. */
    static <T> RestResponse<T> withTag(String tag, RestResponse<T> answer) {
        answer.getHeaders().add(HEADER, tag);
        return answer;
    }

    /** The tags in a header. */
    static List<String> parse(String header) {
        return header == null || header.isEmpty() ? List.of() : List.of(header.split(" "));
    }
}
