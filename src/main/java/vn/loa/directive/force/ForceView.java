package vn.loa.directive.force;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Whether a document or section is in force on a day, in JSON.
 *
 * @param status not-yet, in-force, partly, suspended, ended or unknown
 * @param since the first day of this status; null when nothing says it
 * @param until its last day; null when no end is known
 * @param knownUntil the day of the newest source that was read; null for an unknown status, and when no source has a day
 * @param effects the first of the events that say so
 */
public record ForceView(
        String status,
        LocalDate since,
        LocalDate until,
        LocalDate knownUntil,
        List<UUID> effects) {

    public static final String UNKNOWN_STATUS = "unknown";
    /** Nothing was read that says it. */
    public static final ForceView UNKNOWN = new ForceView(UNKNOWN_STATUS, null, null, null, List.of());
    /** Of one with the most events that are shown. */
    public static final int MOST_BYTES = 2_200;
    private static final int BYTES = 160;
    private static final int BYTES_OF_EVENT = 40;
    private static final String IN_FORCE = "in-force";
    private static final String PARTLY = "partly";

    public ForceView {
        effects = List.copyOf(effects);
    }

    /** An estimate of its size in a response, never too low. See also effect/shown-put.sql. */
    public long bytes() {
        return BYTES + (long) BYTES_OF_EVENT * effects.size();
    }

    /** Whether all of it or a part of it is in force. */
    @JsonIgnore
    public boolean isInForce() {
        return status.equals(IN_FORCE) || status.equals(PARTLY);
    }

    @JsonIgnore
    public boolean isUnknown() {
        return status.equals(UNKNOWN_STATUS);
    }
}
