package vn.loa.text.structure;

import java.time.LocalDate;
import vn.loa.text.number.DocumentNumber;

/**
 * The document that an article carries. Each component may be null, but not all of them.
 *
 * @param type the type word ("Chỉ thị")
 * @param title the title without a leading "về"
 */
public record Subject(String type, DocumentNumber number, String issuer, LocalDate issuedOn, String title) {

    public Subject {
        if (type == null && number == null && issuer == null && issuedOn == null && title == null) {
            throw new IllegalArgumentException("a subject of nothing");
        }
    }
}
