package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.article.ArticleRef;
import vn.loa.http.CacheTagged;

/** Suggestions for an incomplete query, as JSON. */
record Suggestions(
        List<Suggestion> items)
        implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return items.stream().map(item -> CacheTagged.ofArticle(item.article().id())).collect(Collectors.toSet());
    }

    /** An article that the reader may mean. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Suggestion(
            Highlighted title,
            String type,
            Highlighted number,
            ArticleRef article) {
    }
}
