package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.web.CacheTagged;

/** A row of the register on the wire. */
@Schema(name = "RegisterEntry", description = "A directive that is published here, and the article that carries it.")
public record RegisterEntryView(
        @Schema(description = "The directive.", required = true)
        DirectiveView directive,
        @Schema(description = "The article that carries it.", required = true)
        Carrier article,
        @Schema(description = "How many other documents it cites.", required = true)
        long cites,
        @Schema(description = "By how many other articles it is cited: the length of its article's `cited-by`.",
                required = true)
        long citedBy) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** An article, as far as the register shows it. */
    @Schema(name = "RegisterArticle", description = "An article of the portal, in short.")
    public record Carrier(
            @Schema(description = "Its id.", required = true) UUID id,
            @Schema(description = "Its name in addresses.", required = true) String slug,
            @Schema(description = "Whether it is withdrawn.", enumeration = {"published", "withdrawn"}, required = true)
            String state,
            @Schema(description = "Its own title.", required = true) String title) {
    }

    /** One that an author may mean, and where what he wrote leads. */
    @Schema(name = "ResolveCandidate", description = "A directive that may be meant.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Candidate(
            @Schema(description = "The directive.", required = true) DirectiveView directive,
            @Schema(description = "The article that carries it.", required = true) Carrier article,
            @Schema(description = "The address of the article, or of its section that was asked for.",
                    examples = "/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/sections/art_5", required = true)
            String location) implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return Set.of(CacheTagged.ofArticle(article.id()));
        }
    }
}
