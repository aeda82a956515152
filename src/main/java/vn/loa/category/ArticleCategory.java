package vn.loa.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.CacheTagged;

/**
 * The category in which an article stands, as the article's answers show it.
 *
 * @param path from the top to the category; null in lists
 * @param pathIds the ids of the same categories
 */
public record ArticleCategory(
        String slug,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<CategoryStep> path,
        @JsonIgnore
        List<UUID> pathIds) implements CacheTagged {

    public ArticleCategory {
        pathIds = pathIds == null ? List.of() : pathIds;
    }

    /** As lists show it, without the path. */
    public ArticleCategory listed() {
        return new ArticleCategory(slug, title, null, List.of());
    }

    /** Each category of the path: a change of one changes the answer. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        pathIds.forEach(id -> tags.add(CacheTagged.ofCategory(id)));
        return tags;
    }
}
