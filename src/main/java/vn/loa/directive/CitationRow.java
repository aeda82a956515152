package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of the view {@code citation_with_targets}, as the database writes it in JSON.
 *
 * @param sectionEid null when the citation is outside the sections
 * @param pinpoints null when the text names no part of the document
 * @param targets the public directives to which the citation leads, the latest first; null for none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties("revision_id")
record CitationRow(int position, String sectionEid, String paragraphEid, int startOffset, int endOffset, String raw,
        String role, String type, String number, String numberKey, LocalDate issuedOn, String issuer, String title,
        List<PinpointView> pinpoints, List<CitationView.Target> targets) {

    CitationView view() {
        List<CitationView.Target> found = targets == null ? List.of() : targets;
        return new CitationView(paragraphEid, startOffset, endOffset, raw, role, type, number, issuedOn, issuer, title,
                pinpoints == null ? List.of() : pinpoints,
                found.isEmpty() ? "unresolved" : found.size() == 1 ? "resolved" : "ambiguous",
                found.size() == 1 ? found.get(0) : null, found.size() > 1 ? found : List.of(),
                numberKey);
    }
}
