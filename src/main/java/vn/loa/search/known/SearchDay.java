package vn.loa.search.known;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.directive.force.ForceView;

/**
 * The day of the statuses that a search says.
 *
 * @param inForceAlone whether only what is in force on that day is found
 * @param few the articles of which anything is in force on that day, where these are few and nothing else is found; empty for many
 * @param isGuess whether it is only a guess that these are many
 */
public record SearchDay(LocalDate day, boolean inForceAlone, Optional<List<UUID>> few, boolean isGuess) {

    /** @param status on the day; null where there is no document */
    public boolean allows(String status) {
        return !inForceAlone || ForceView.isInForce(status);
    }

    boolean allowsNothing() {
        return few.filter(List::isEmpty).isPresent();
    }

    /** By which it is known how many of the newest results of a query are in force. */
    String keyOfMonth(String tsquery) {
        return YearMonth.from(day) + " " + tsquery;
    }
}
