package vn.loa.text.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;

/**
 * A place in a paragraph where the text names a document.
 *
 * @param start offset in the paragraph's text, in UTF-16 code units
 * @param end offset behind the last character
 * @param raw the text from start to end: from the type word through the number or name, and through a date that
 *     directly follows
 * @param type the type word ("Nghị quyết"), null when the text has only a number; never guessed from the number's
 *     symbol
 * @param number null when the text gives none
 * @param issuedOn null when the text gives no full date
 * @param issuer null when the text names none
 * @param title null when the text gives none; the title of a law is its name without the type ("Đất đai")
 * @param pinpoints the parts of the document that the words before {@code raw} name; empty when those words name none
 * @param divisions the eIds of the parts that those words name otherwise than by their Điều: "Chương II", "Phụ lục I"
 */
public record Citation(EId paragraphEId, int start, int end, String raw, Role role, String type, DocumentNumber number,
        LocalDate issuedOn, String issuer, String title, List<Pinpoint> pinpoints, List<EId> divisions) {

    /** The relation of the named document to the article. */
    public enum Role {
        /** the document that the article itself carries */
        SUBJECT,
        /** another document, by its number */
        REFERENCE,
        /** another document, by its name, date or year alone */
        UNNUMBERED
    }

    Citation withRole(Role other) {
        return new Citation(paragraphEId, start, end, raw, other, type, number, issuedOn, issuer, title,
                pinpoints, divisions);
    }

    public Citation {
        Objects.requireNonNull(paragraphEId, "paragraphEId");
        Objects.requireNonNull(role, "role");
        if (start < 0 || end - start != raw.length()) {
            throw new IllegalArgumentException("offsets " + start + ".." + end + " do not fit " + raw);
        }
        pinpoints = List.copyOf(pinpoints);
        divisions = List.copyOf(divisions);
    }
}
