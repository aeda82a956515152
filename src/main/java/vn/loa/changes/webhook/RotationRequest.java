package vn.loa.changes.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How keys are replaced.
 *
 * @param keepFormerHours how long messages are signed with the former keys, too; null for a day
 */
record RotationRequest(
        @Min(value = 0, message = "must be at least {value}")
        @Max(value = RotationRequest.MOST_HOURS, message = "must be at most {value}")
        Integer keepFormerHours) {

    static final int MOST_HOURS = 720;
    private static final int USUAL_HOURS = 24;

    int hours() {
        return keepFormerHours == null ? USUAL_HOURS : keepFormerHours;
    }
}
