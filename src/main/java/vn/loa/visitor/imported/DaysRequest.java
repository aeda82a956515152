package vn.loa.visitor.imported;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Days of the site, as an admin sends them.
 *
 * @param items at most {@value #MOST}
 */
record DaysRequest(
        @NotNull(message = "must be given")
        @Size(min = 1, max = DaysRequest.MOST, message = "must have {min} to {max} items")
        List<Item> items) {

    /** The days of fifty years. */
    static final int MOST = 20_000;

    /**
     * The site's counters of a day.
     *
     * @param visitors null when they were not counted
     * @param hits null when they were not counted
     */
    record Item(LocalDate day, Long visits, Long visitors, Long hits) {
    }
}
