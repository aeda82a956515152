package vn.loa.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the audit log, as JSON. */
@Schema(name = "AuditEntry", description = "Who did what to what, and when.")
record AuditView(
        @Schema(required = true)
        Instant at,
        @Schema(description = "Who did it: `key:` and a key's name, `token:` and a token's subject, or `system`.",
                examples = "key:newsroom", required = true)
        String actor,
        @Schema(description = "What was done.", examples = "article.publish", required = true)
        String action,
        @Schema(description = "The kind of thing that it was done to.", examples = "article", required = true)
        String subject,
        @Schema(description = "The id of that thing.", nullable = true, required = true)
        UUID subjectId,
        @Schema(description = "The article's public revision before; null when it had none, or for other things.",
                nullable = true, required = true)
        Integer fromRevision,
        @Schema(description = "The article's public revision after.", nullable = true, required = true)
        Integer toRevision,
        @Schema(description = "What else explains it; depends on `action`.", required = true)
        Map<String, Object> details) {
}
