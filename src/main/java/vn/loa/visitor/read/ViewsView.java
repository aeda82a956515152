package vn.loa.visitor.read;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often an article was read, as JSON. */
@Schema(name = "Views", description = "How often an article was read.")
record ViewsView(
        @Schema(description = "Views: one for each visitor in 30 minutes, those that an earlier system counted included.",
                examples = "305", required = true)
        long views,
        @Schema(description = "When this was so.", required = true)
        Instant asOf) {
}
