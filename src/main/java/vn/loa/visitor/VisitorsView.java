package vn.loa.visitor;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The site's counters on the wire. */
@Schema(name = "Visitors", description = "How many people visit the site.")
public record VisitorsView(
        @Schema(description = "Distinct visitors in the last 5 minutes.", examples = "7", required = true)
        long online,
        @Schema(description = "Visits since midnight in the site's zone. A visitor who comes back after 30 minutes of "
                + "silence is a new visit.", examples = "2898", required = true)
        long today,
        @Schema(description = "All visits, those that an earlier system counted included.", examples = "1312208",
                required = true)
        long total,
        @Schema(description = "When this was so.", required = true)
        Instant asOf) {
}
