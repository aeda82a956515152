package vn.loa.citation.check;

import java.time.LocalDate;
import java.util.List;

/**
 * The checked citations of a text in JSON.
 *
 * @param inForceOn the day that the statuses are about
 * @param checkedTo the offset up to which the text was checked: its length, unless it cites too much
 */
record CheckView(
        LocalDate inForceOn,
        List<CheckedCitationView> items,
        int checkedTo) {
}
