package vn.loa.directive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.citation.Pinpoint;

/** A pinpoint in JSON, also in the stored JSON of its citation. */
@Schema(name = "Pinpoint", description = "A part of the cited document: điểm, khoản, Điều.")
public record PinpointView(
        @Schema(description = "The number of the Điều.", examples = "5", required = true)
        String article,
        @Schema(description = "The number of the khoản.", examples = "2", nullable = true, required = true)
        String clause,
        @Schema(description = "The letter of the điểm.", examples = "a", nullable = true, required = true)
        String point,
        @Schema(description = "The address that this part has where the document is published.",
                examples = "art_5__para_2__point_a", required = true)
        String eId) {

    public static PinpointView of(Pinpoint pinpoint) {
        return new PinpointView(pinpoint.article(), pinpoint.clause(), pinpoint.point(), pinpoint.eId().value());
    }
}
