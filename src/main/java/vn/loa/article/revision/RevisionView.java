package vn.loa.article.revision;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published revision in a list. */
@Schema(name = "Revision", description = "A published, immutable text of an article.")
record RevisionView(
        @Schema(description = "From 1.", required = true) int number,
        @Schema(description = "The title it has.", required = true) String title,
        @Schema(required = true) Instant publishedAt,
        @Schema(description = "What it changed, for readers.", nullable = true, required = true) String changeNote,
        @Schema(description = "Whether it was a correction that readers need not hear of.", required = true) boolean minor) {
}
