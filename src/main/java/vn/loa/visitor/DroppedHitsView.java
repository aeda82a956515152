package vn.loa.visitor;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many hits were not counted on a day for one reason, as JSON. */
@Schema(name = "HitRefusal", description = "Hits that were not counted on a day, for one reason.")
public record DroppedHitsView(
        @Schema(description = "In the site's zone.", required = true)
        LocalDate day,
        @Schema(description = "Why they were not counted.", examples = "crawler", enumeration = {"crawler", "prefetch",
            "address-rate", "network-ceiling", "overload", "database-away", "unknown-article", "repeated"}, required = true)
        String reason,
        @Schema(description = "How many.", examples = "311", required = true)
        long refused) {
}
