package vn.loa.citation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/** An entry of the register in JSON. */
record RegisterEntryView(
        DirectiveView directive,
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
            ArticleRef article,
            String location,
            @JsonIgnore String eId) implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return Set.of(CacheTagged.ofArticle(article.id()));
        }
    }
}
