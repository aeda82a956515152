package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.EId;

/**
 * A citation in the stored JSON of its section, or of its revision if it stands outside the sections. It says what the text
 * says; where that leads is found in {@link Documents}.
 *
 * @param typeKey {@link CitedDocument#typeKey}
 * @param documentKey {@link CitedDocument#key}; null when it leads nowhere
 * @param notAfter {@link CitedDocument#notAfter}
 * @param pinpoints null when the text names no part of the document
 * @param divisions null when it names none
 * @param behind whether it stands behind the sections; null for no
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredCitation(String paragraphEId, int start, int end, String raw, String role, String type, String typeKey,
        String number, String documentKey, LocalDate issuedOn, LocalDate notAfter, String issuer, String title,
        List<PinpointView> pinpoints, List<String> divisions, Boolean behind) {

    /** @param ownDate of the directive in which it stands; null when that has none */
    static StoredCitation of(Citation citation, LocalDate ownDate, boolean behind) {
        return new StoredCitation(citation.paragraphEId().value(), citation.start(), citation.end(), citation.raw(),
                citation.role().name().toLowerCase(Locale.ROOT), citation.type(), CitedDocument.typeKey(citation.type()),
                citation.number() == null ? null : citation.number().toString(),
                CitedDocument.key(citation), citation.issuedOn(), CitedDocument.isMereName(citation) ? ownDate : null, citation.issuer(), citation.title(),
                citation.pinpoints().isEmpty() ? null : citation.pinpoints().stream().map(PinpointView::of).toList(),
                citation.divisions().isEmpty() ? null : citation.divisions().stream().map(EId::value).toList(),
                behind ? true : null);
    }

    /** Null when the text gives neither a number nor a law's name: then it leads nowhere. */
    CitedDocument document() {
        return documentKey == null ? null : new CitedDocument(documentKey, typeKey, issuedOn, notAfter);
    }

    boolean standsBehind() {
        return behind != null;
    }

    /** @param targets the public directives to which it leads, the latest first */
    CitationView view(List<CitationView.Target> targets) {
        CitationView.Resolution resolution = CitationView.Resolution.of(targets);
        return new CitationView(paragraphEId, start, end, raw, role, type, number, issuedOn, issuer, title,
                pinpoints == null ? List.of() : pinpoints, divisions == null ? List.of() : divisions,
                resolution.status(), resolution.target(), resolution.candidates(), documentKey);
    }
}
