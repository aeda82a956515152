package vn.loa.http;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Something that caches outside can be told to forget: answers that show it carry its tags ({@code Cache-Tag}). Which
 * tags a change makes stale is said by the log of changes: vn.loa.changes.PurgeTags.
 */
public interface CacheTagged {

    String HEADER = "Cache-Tag";

    /** On whatever any article may appear in: every change purges it. */
    String LISTS = "lists";

    /** In place of the tags of documents that are cited, where these are too many: every change of a document purges it. */
    String CITATIONS = "citations";

    /** For example {@code article-01a206d2-563a-7e8e-8a6a-736bf594a420}. */
    Set<String> cacheTags();

    /** The tag of an article. */
    static String ofArticle(UUID id) {
        return "article-" + id;
    }

    /** The tags of an answer's entity; none if it has none. */
    static Set<String> tagsOf(Object answered) {
        return answered instanceof CacheTagged tagged ? tagged.cacheTags() : Set.of();
    }

    /** The tags of all of them. */
    static Set<String> ofAll(Collection<?> shown) {
        Set<String> tags = new LinkedHashSet<>();
        shown.forEach(each -> tags.addAll(tagsOf(each)));
        return tags;
    }

    /** The answer with one tag more: of whatever it shows or might show. */
    static <T> RestResponse<T> among(String tag, RestResponse<T> answer) {
        answer.getHeaders().add(HEADER, tag);
        return answer;
    }

    /** The tags in a header. */
    static List<String> parse(String header) {
        return header == null || header.isEmpty() ? List.of() : List.of(header.split(" "));
    }
}
