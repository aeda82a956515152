package vn.loa.effect;

import java.util.List;

/**
 * The status of a document or section on a day.
 *
 * @param reasons the events that explain it; empty for an unknown status of which nothing is known
 */
record StatusOnDay(ForceStatus status, List<KnownEvent> reasons) {
    static final StatusOnDay UNKNOWN = new StatusOnDay(ForceStatus.UNKNOWN, List.of());

    StatusOnDay {
        reasons = List.copyOf(reasons);
    }
}
