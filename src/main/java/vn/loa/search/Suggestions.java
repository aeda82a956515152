package vn.loa.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ArticleRef;
import vn.loa.http.CacheTagged;

/** Suggestions for an incomplete query, as JSON. */
@Schema(name = "Suggestions", description = "Articles whose title or document number goes on as it was begun.")
record Suggestions(
        @Schema(description = "The best first.", required = true) List<Suggestion> items)
        implements CacheTagged {

    @Override
    public Set<String> cacheTags() {
        return items.stream().map(item -> CacheTagged.ofArticle(item.article().id())).collect(Collectors.toSet());
    }

    /** An article that the reader may mean. */
    @Schema(name = "Suggestion", description = "An article that may be meant.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Suggestion(
            @Schema(description = "The article's title.", required = true) Highlighted title,
            @Schema(description = "The type of its directive.", examples = "Chỉ thị", nullable = true, required = true)
            String type,
            @Schema(description = "The number of its directive.", nullable = true, required = true) Highlighted number,
            @Schema(description = "The article.", required = true) ArticleRef article) {
    }
}
