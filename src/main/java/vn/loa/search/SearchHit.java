package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/** A search result, as JSON. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchHit(
        String kind,
        String location,
        ArticleRef article,
        DirectiveView directive,
        FoundSection section,
        Instant firstPublishedAt,
        Highlighted title,
        Highlighted snippet,
        String paragraphEId) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** The section of a search result. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FoundSection(
            String eId,
            String marker,
            Highlighted heading) {
    }
}
