package vn.loa.citation.check;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;

/**
 * A text whose citations are to be checked.
 *
 * @param inForceOn the day that the statuses are about; null for today
 */
record CheckRequest(
        @NotBlank(message = "must be given and not be blank")
        String text,
        LocalDate inForceOn) {
}
