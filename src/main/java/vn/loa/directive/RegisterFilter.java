package vn.loa.directive;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.loa.text.DocumentQuery;
import vn.loa.web.Problem;

/**
 * Which directives of the register are asked for: those that all given values fit. Words are compared without case and
 * accents, by what the database keeps of them (the function {@code folded}).
 */
public record RegisterFilter(
        @Parameter(description = "The document number, however it is spaced and accented.", example = "22-CT/TU")
        @QueryParam("number")
        String number,
        @Parameter(description = "The type; case and accents do not matter.", example = "chi thi")
        @QueryParam("type")
        String type,
        @Parameter(description = "Who issued it; case and accents do not matter.", example = "Ban Thường vụ Tỉnh ủy")
        @QueryParam("issuer")
        String issuer,
        @Parameter(description = "The year of issue; of a directive without a date, the year inside its number.",
                example = "2022", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "9999"))
        @QueryParam("year")
        Integer year,
        @Parameter(description = "Words that its type, number, issuer and title have, all of them, in any order; case "
                + "and accents do not matter.", example = "an toan giao thong")
        @QueryParam("text")
        String text,
        @Parameter(description = "Issued on this day.", example = "2022-07-13")
        @QueryParam("issuedOn")
        LocalDate issuedOn,
        @Parameter(description = "Issued on this day or later.", example = "2022-01-01")
        @QueryParam("issuedOn[gte]")
        LocalDate issuedFrom,
        @Parameter(description = "Issued on this day or before.", example = "2022-12-31")
        @QueryParam("issuedOn[lte]")
        LocalDate issuedTo) {

    private static final int LONGEST = 300;
    private static final int LAST_YEAR = 9999;

    public RegisterFilter {
        requireShort("number", number);
        requireShort("type", type);
        requireShort("issuer", issuer);
        requireShort("text", text);
        if (year != null && (year < 1 || year > LAST_YEAR)) {
            throw Problem.invalidParameter("year", "out-of-range", "must be between 1 and " + LAST_YEAR).asException();
        }
    }

    private static void requireShort(String name, String value) {
        if (value != null && value.length() > LONGEST) {
            throw Problem.invalidParameter(name, "too-long", "must have at most " + LONGEST + " characters")
                    .asException();
        }
    }

    /** A condition on the rows {@code d} of the register, with the values of its parameters. */
    record Condition(String sql, Map<String, Object> values) {
    }

    Condition condition() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        add("d.number_fold = :number", "number", number == null ? null : DocumentQuery.foldedNumber(number),
                conditions, values);
        add("d.type_fold = folded(:type)", "type", type, conditions, values);
        add("d.issuer_fold = folded(:issuer)", "issuer", issuer, conditions, values);
        add("d.year = :year", "year", year, conditions, values);
        add("d.words @@ plainto_tsquery('simple', folded(:text))", "text", text, conditions, values);
        add("d.issued_on = :issuedOn", "issuedOn", issuedOn, conditions, values);
        add("d.issued_on >= :issuedFrom", "issuedFrom", issuedFrom, conditions, values);
        add("d.issued_on <= :issuedTo", "issuedTo", issuedTo, conditions, values);
        return new Condition(String.join(" and ", conditions), values);
    }

    private static void add(String condition, String name, Object value, List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
