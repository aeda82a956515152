package vn.loa.directive.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import vn.loa.problem.FieldErrors;
import vn.loa.text.structure.Subject;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.number.DocumentNumber;

/** A directive's metadata from an editor; it has the members of {@code DirectiveView}. */
public record DirectiveInput(
        @NotBlank(message = "must be given")
        @Size(max = 100, message = "must have at most {max} characters")
        String type,
        @Size(max = 100, message = "must have at most {max} characters")
        String number,
        @Size(max = 300, message = "must have at most {max} characters")
        String issuer,
        LocalDate issuedOn,
        @Size(max = 2000, message = "must have at most {max} characters")
        String title) {

    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 9999;

    /** Normalises the texts before they are checked, so that a text of invisible characters counts as missing. */
    public DirectiveInput {
        type = VietnameseText.line(type);
        issuer = VietnameseText.line(issuer);
        title = VietnameseText.line(title);
    }

    /** The checked metadata; null after adding errors to {@code errors}. */
    public Subject subject(FieldErrors errors) {
        return subject("/directive", errors);
    }

    /** @param pointer where it stands in the body */
    public Subject subject(String pointer, FieldErrors errors) {
        Optional<DocumentNumber> parsed = number == null ? Optional.empty() : DocumentNumber.parse(number);
        if (number != null && parsed.isEmpty()) {
            errors.add(pointer + "/number", "not-a-document-number", "is no document number like 22-CT/TU or 30/2020/NĐ-CP");
        }
        if (!isInRange(issuedOn)) {
            errors.add(pointer + "/issuedOn", "out-of-range", "must be a date of four-figure years");
        }
        return errors.has(pointer) ? null : new Subject(type, parsed.orElse(null), issuer, issuedOn, title);
    }

    /** Whether it has a year of four figures, as dates in PostgreSQL and in texts do. */
    public static boolean isInRange(LocalDate date) {
        return date == null || date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }
}
