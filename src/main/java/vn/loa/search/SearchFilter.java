package vn.loa.search;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.loa.problem.Problem;

/** The filters of a search. A result must match all given values. Values are compared without case and accents. */
record SearchFilter(
        @Parameter(description = "Only articles or only sections.", example = "articles",
                schema = @Schema(type = SchemaType.STRING, enumeration = {"articles", "sections"}))
        @QueryParam("in")
        String in,
        @Parameter(description = "The directive's type; case and accents do not matter.", example = "chi thi")
        @QueryParam("type")
        String type,
        @Parameter(description = "Who issued the directive; case and accents do not matter.",
                example = "Ban Thường vụ Tỉnh ủy")
        @QueryParam("issuer")
        String issuer,
        @Parameter(description = "The directive's year of issue; without a date, the year inside its number.",
                example = "2022", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "9999"))
        @QueryParam("year")
        Integer year,
        @Parameter(description = "A tag of the article; case and accents do not matter.", example = "văn thư")
        @QueryParam("tag")
        String tag) {

    private static final int LONGEST = 300;
    private static final int LAST_YEAR = 9999;

    public SearchFilter {
        Problem.requireAtMost(LONGEST, "type", type);
        Problem.requireAtMost(LONGEST, "issuer", issuer);
        Problem.requireAtMost(LONGEST, "tag", tag);
        if (in != null && !in.equals("articles") && !in.equals("sections")) {
            throw Problem.invalidParameter("in", "wrong-form", "must be articles or sections").asException();
        }
        if (year != null && (year < 1 || year > LAST_YEAR)) {
            throw Problem.invalidParameter("year", "out-of-range", "must be between 1 and " + LAST_YEAR).asException();
        }
    }

    /** The filters as lexemes of a tsquery. */
    List<String> lexemes() {
        List<String> lexemes = new ArrayList<>();
        if (in != null) {
            lexemes.add(in.equals("articles") ? "'@article'" : "'@section'");
        }
        if (type != null) {
            lexemes.add(Term.lexeme("type:", Word.folded(type)));
        }
        if (issuer != null) {
            lexemes.add(Term.lexeme("issuer:", Word.folded(issuer)));
        }
        if (year != null) {
            lexemes.add("'year:" + year + "'");
        }
        if (tag != null) {
            lexemes.add(Term.lexeme("tag:", Word.folded(tag)));
        }
        return lexemes;
    }
}
