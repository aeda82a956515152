package vn.loa.directive;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.sql.ResultRow;

/** A directive's metadata in JSON. */
@Schema(name = "Directive", description = "The official document that an article carries.")
public record DirectiveView(
        @Schema(description = "The document's type, in the words it uses itself.", examples = "Chỉ thị", required = true)
        String type,
        @Schema(description = "The document number in its canonical form.", examples = "22-CT/TU",
                nullable = true, required = true)
        String number,
        @Schema(description = "Who issued it.", examples = "Ban Thường vụ Tỉnh ủy", nullable = true, required = true)
        String issuer,
        @Schema(description = "The date of issue.", examples = "2022-07-13", nullable = true, required = true)
        LocalDate issuedOn,
        @Schema(description = "What it is about, without a leading “về”.", nullable = true, required = true)
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
