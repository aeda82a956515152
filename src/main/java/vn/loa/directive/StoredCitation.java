package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.loa.text.citation.Citation;

/**
 * A citation in the stored JSON of its section, or of its revision if it stands outside the sections. It says what the text
 * says; where that leads is found in {@link Documents}.
 *
 * @param typeKey {@link CitedDocument#typeKey}
 * @param numberKey {@link vn.loa.text.number.DocumentNumber#key}
 * @param pinpoints null when the text names no part of the document
 * @param behind whether it stands behind the sections; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredCitation(String paragraphEId, int start, int end, String raw, String role, String type, String typeKey,
        String number, String numberKey, LocalDate issuedOn, String issuer, String title, List<PinpointView> pinpoints,
        Boolean behind) {

    static StoredCitation of(Citation citation, boolean behind) {
        return new StoredCitation(citation.paragraphEId().value(), citation.start(), citation.end(), citation.raw(),
                citation.role().name().toLowerCase(Locale.ROOT), citation.type(), CitedDocument.typeKey(citation.type()),
                citation.number() == null ? null : citation.number().toString(),
                citation.number() == null ? null : citation.number().key(),
                citation.issuedOn(), citation.issuer(), citation.title(),
                citation.pinpoints().isEmpty() ? null : citation.pinpoints().stream().map(PinpointView::of).toList(),
                behind ? true : null);
    }

    /** Null when the text gives no number: then it leads nowhere. */
    CitedDocument document() {
        return numberKey == null ? null : new CitedDocument(numberKey, typeKey, issuedOn);
    }

    boolean standsBehind() {
        return behind != null;
    }

    /** @param targets the public directives to which it leads, the latest first */
    CitationView view(List<CitationView.Target> targets) {
        return new CitationView(paragraphEId, start, end, raw, role, type, number, issuedOn, issuer, title,
                pinpoints == null ? List.of() : pinpoints,
                targets.isEmpty() ? "unresolved" : targets.size() == 1 ? "resolved" : "ambiguous",
                targets.size() == 1 ? targets.get(0) : null, targets.size() > 1 ? targets : List.of(),
                numberKey);
    }
}
