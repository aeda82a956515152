package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.category.ArticleCategory;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;
import vn.loa.http.CacheTagged;

/**
 * A search result, as JSON.
 *
 * @param tags of the article; null unless they are wanted
 * @param category in which the article stands; null for none, and unless it is wanted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchHit(
        String kind,
        String location,
        ArticleRef article,
        DirectiveView directive,
        ForceView force,
        FoundSection section,
        Instant firstPublishedAt,
        Highlighted title,
        Highlighted snippet,
        String paragraphEId,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<String> tags,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ArticleCategory category) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** The result with the status of the section, or of the document. */
    SearchHit with(ForceView theForce) {
        return new SearchHit(kind, location, article, directive, theForce, section, firstPublishedAt, title,
                snippet, paragraphEId, tags, category);
    }

    /** The section of a search result. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FoundSection(
            String eId,
            String marker,
            Highlighted heading) {
    }
}
