package vn.loa.search;

import java.time.LocalDate;

/**
 * The day of the statuses of results.
 *
 * @param inForceAlone whether only what is in force on that day is found, wholly or in part
 */
record ForceDay(LocalDate day, boolean inForceAlone) {
}
