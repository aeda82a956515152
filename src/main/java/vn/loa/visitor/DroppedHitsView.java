package vn.loa.visitor;

import java.time.LocalDate;

/** How many hits were not counted on a day for one reason, as JSON. */
public record DroppedHitsView(
        LocalDate day,
        String reason,
        long refused) {
}
