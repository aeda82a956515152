package vn.loa.directive;

import java.time.LocalDate;
import vn.loa.sql.ResultRow;

/** A directive's metadata in JSON. */
public record DirectiveView(
        String type,
        String number,
        String issuer,
        LocalDate issuedOn,
        String title) {

    /**
     * Reads the columns type, number, issuer, issued_on and title. Null when the row has neither type nor number.
     *
     * @param prefix the prefix of the columns' names: {@code directive_} in a revision, empty in the register
     */
    public static DirectiveView read(ResultRow row, String prefix) {
        String type = row.text(prefix + "type");
        String number = row.text(prefix + "number");
        return type == null && number == null ? null : new DirectiveView(type, number, row.text(prefix + "issuer"),
                row.get(prefix + "issued_on", LocalDate.class), row.text(prefix + "title"));
    }
}
