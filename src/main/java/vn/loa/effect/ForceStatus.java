package vn.loa.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a document or section applies on a day. Nothing is in force unless an event says so. */
enum ForceStatus {
    /** it will commence on a later day */
    NOT_YET,
    IN_FORCE,
    /** some of it has ended, is suspended or has not commenced */
    PARTLY,
    SUSPENDED,
    ENDED,
    /** no source that was read says it, or one does not determine the day */
    UNKNOWN;

    /** The status in JSON: "not-yet". */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ForceStatus> ofWireName(String name) {
        return Arrays.stream(values()).filter(status -> status.wireName().equals(name)).findFirst();
    }
}
