package vn.loa.citation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/** An entry of the register in JSON. */
@Schema(name = "RegisterEntry", description = "A directive that is published here, and the article that carries it.")
record RegisterEntryView(
        @Schema(description = "The directive.", required = true)
        DirectiveView directive,
        @Schema(description = "The article that carries it.", required = true)
        ArticleRef article,
        @Schema(description = "How many other documents it cites.", required = true)
        long cites,
        @Schema(description = "By how many other articles it is cited: the length of its article's `cited-by`.",
                required = true)
        long citedBy) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** A directive that a person may mean, and the URI to which the typed text leads. */
    @Schema(name = "ResolveCandidate", description = "A directive that may be meant.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Candidate(
            @Schema(description = "The directive.", required = true) DirectiveView directive,
            @Schema(description = "The article that carries it.", required = true) ArticleRef article,
            @Schema(description = "The address of the article, or of its section that was asked for.",
                    examples = "/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/sections/art_5", required = true)
            String location) implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return Set.of(CacheTagged.ofArticle(article.id()));
        }
    }
}
