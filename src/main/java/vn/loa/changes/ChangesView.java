package vn.loa.changes;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the log in JSON. */
@Schema(name = "Changes", description = "A part of the log of changes.")
record ChangesView(
        @Schema(description = "In the order in which they became visible; empty when nothing has happened.",
                required = true)
        List<ChangeView> items,
        @Schema(description = "For `since`, the next time. Always there.", required = true) String nextCursor,
        @Schema(description = "Whether more changes follow already.", required = true) boolean more) {
}
