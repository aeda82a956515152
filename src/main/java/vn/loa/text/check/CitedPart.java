package vn.loa.text.check;

import java.util.List;
import vn.loa.text.citation.NamedDivisions;
import vn.loa.text.citation.Pinpoint;
import vn.loa.text.structure.EId;

/**
 * A part of a document that a text names.
 *
 * @param eIds the eIds that it may have, the likeliest first
 */
public record CitedPart(List<EId> eIds) {

    public CitedPart {
        eIds = List.copyOf(eIds);
    }

    static List<CitedPart> of(List<Pinpoint> pinpoints) {
        return pinpoints.stream().map(pinpoint -> new CitedPart(List.of(pinpoint.eId()))).toList();
    }

    static List<CitedPart> of(NamedDivisions.Found found) {
        return found.parts().stream().map(CitedPart::new).toList();
    }
}
