package vn.loa.directive;

import vn.loa.text.citation.Pinpoint;

/** A pinpoint in JSON, also in the stored JSON of its citation. */
public record PinpointView(
        String article,
        String clause,
        String point,
        String eId) {

    public static PinpointView of(Pinpoint pinpoint) {
        return new PinpointView(pinpoint.article(), pinpoint.clause(), pinpoint.point(), pinpoint.eId().value());
    }
}
