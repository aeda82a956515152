package vn.loa.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change in JSON. */
@Schema(name = "ArticleChange", description = "Something that the public saw happen to an article.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        @Schema(description = "`published`: it was not public before, or withdrawn or removed. `updated`: another text or "
                + "slug. `withdrawn`: still readable, with a notice. `removed`: no longer here.",
                enumeration = {"published", "updated", "withdrawn", "removed"}, required = true)
        String kind,
        @Schema(description = "The article's id.", required = true) UUID articleId,
        @Schema(description = "The article's slug after the change.", required = true) String slug,
        @Schema(description = "The number of the revision that was public after the change; of a removal, before it.",
                required = true)
        int revision,
        @Schema(description = "When it happened. The order of the changes is that in which they became visible.",
                required = true)
        Instant at,
        @Schema(description = "Why it was withdrawn or removed.") String explanation,
        @Schema(description = "The article that readers of a removed one are sent to.") UUID redirectTo,
        @Schema(description = "The tags (`Cache-Tag`) of all answers that the change makes stale: what a cache between "
                + "Loa and its readers has to forget.", required = true)
        List<String> purge) {
}
