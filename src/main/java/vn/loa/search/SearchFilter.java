package vn.loa.search;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import vn.loa.problem.Problem;
import vn.loa.search.LexemeQuery.Lexeme;

/** The filters of a search. A result must match all given values. Values are compared without case and accents. */
record SearchFilter(
        @QueryParam("kind")
        String kind,
        @QueryParam("type")
        String type,
        @QueryParam("issuer")
        String issuer,
        @QueryParam("year")
        Integer year,
        @QueryParam("tag")
        String tag) {

    private static final int LONGEST = 300;
    private static final int LAST_YEAR = 9999;

    public SearchFilter {
        Problem.requireAtMost(LONGEST, "type", type);
        Problem.requireAtMost(LONGEST, "issuer", issuer);
        Problem.requireAtMost(LONGEST, "tag", tag);
        if (kind != null && !kind.equals("article") && !kind.equals("section")) {
            throw Problem.invalidParameter("kind", "wrong-form", "must be article or section").asException();
        }
        if (year != null && (year < 1 || year > LAST_YEAR)) {
            throw Problem.invalidParameter("year", "out-of-range", "must be between 1 and " + LAST_YEAR).asException();
        }
    }

    /** What entries must have to pass the filters. */
    List<LexemeQuery> lexemes() {
        List<LexemeQuery> lexemes = new ArrayList<>();
        if (kind != null) {
            lexemes.add(new Lexeme(kind.equals("article") ? Lexemes.ARTICLE : Lexemes.SECTION));
        }
        if (type != null) {
            lexemes.add(new Lexeme(Lexemes.TYPE + Word.folded(type)));
        }
        if (issuer != null) {
            lexemes.add(new Lexeme(Lexemes.ISSUER + Word.folded(issuer)));
        }
        if (year != null) {
            lexemes.add(new Lexeme(Lexemes.YEAR + year));
        }
        if (tag != null) {
            lexemes.add(new Lexeme(Lexemes.TAG + Word.folded(tag)));
        }
        return lexemes;
    }
}
