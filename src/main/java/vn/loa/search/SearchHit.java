package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/** A search result, as JSON. */
@Schema(name = "SearchHit", description = "An article or a section that was found.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchHit(
        @Schema(description = "What was found.", enumeration = {"article", "section"}, required = true)
        String kind,
        @Schema(description = "The address of what was found.",
                examples = "/api/v1/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/sections/sec_4", required = true)
        String location,
        @Schema(description = "The article, or the section's article.", required = true)
        ArticleRef article,
        @Schema(description = "The directive that the article carries.", nullable = true, required = true)
        DirectiveView directive,
        @Schema(description = "The section that was found; null for an article.", nullable = true, required = true)
        FoundSection section,
        @Schema(description = "When the article was first published.", required = true)
        Instant firstPublishedAt,
        @Schema(description = "The article's title.", required = true)
        Highlighted title,
        @Schema(description = "The part of the text that shows most of what was searched for; the beginning where only "
                + "the title or the number matches; null without any text.", nullable = true, required = true)
        Highlighted snippet,
        @Schema(description = "The address of the paragraph that the snippet was taken from; null for an article.",
                examples = "sec_4__p_1", nullable = true, required = true)
        String paragraphEId) implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return Set.of(CacheTagged.ofArticle(article.id()));
    }

    /** The section of a search result. */
    @Schema(name = "FoundSection", description = "A section that was found.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record FoundSection(
            @Schema(description = "Its address inside the article.", examples = "sec_4", required = true) String eId,
            @Schema(description = "Its number as it is printed.", examples = "4.", required = true) String marker,
            @Schema(description = "Its heading.", nullable = true, required = true) Highlighted heading) {
    }
}
