package vn.loa.visitor.read;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The site's counters, as JSON. */
@Schema(name = "Visitors", description = "How many people visit the site.")
record VisitorsView(
        @Schema(description = "Distinct visitors in the last 5 minutes.", examples = "7", required = true)
        long online,
        @Schema(description = "Visits that began since midnight in the site's zone. A visitor who comes back after 30 "
                + "minutes of silence is a new visit; a visit across midnight is one, of the day on which it began.",
                examples = "2898", required = true)
        long today,
        @Schema(description = "All visits, those that an earlier system counted included.", examples = "1312208",
                required = true)
        long total,
        @Schema(description = "When this was so: a second ago, or longer while the database is away.", required = true)
        Instant asOf) {

    boolean hasCountsOf(VisitorsView other) {
        return online == other.online && today == other.today && total == other.total;
    }
}
