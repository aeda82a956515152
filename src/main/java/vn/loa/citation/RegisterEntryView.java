package vn.loa.citation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;
import vn.loa.http.CacheTagged;
import vn.loa.json.StoredJson;

/**
 * An entry of the register in JSON.
 *
 * @param force a {@link ForceView} as it is stored
 */
record RegisterEntryView(
        DirectiveView directive,
        StoredJson force,
        ArticleRef article,
        long cites,
        long citedBy) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /**
     * A directive that a person may mean, and the URI to which the typed text leads.
     *
     * @param eId the section that it names; null for the whole
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Candidate(
            DirectiveView directive,
            ForceView force,
            ArticleRef article,
            String location,
            @JsonIgnore String eId) implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return Set.of(CacheTagged.ofArticle(article.id()));
        }
    }
}
