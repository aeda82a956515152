package vn.loa.search;

import java.util.List;
import java.util.function.Supplier;
import vn.loa.listing.Filter;
import vn.loa.listing.FilterField;
import vn.loa.listing.FilterModel;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.Not;

/** By what a search can be narrowed. The names and the values are those of the lists of articles and directives. */
public final class SearchFilters extends FilterModel {

    private static final String KIND = "kind";
    private static final String TAG = "tag";
    private static final String TYPE = "type";
    private static final String ISSUER = "issuer";
    private static final String YEAR = "year";
    /** No entry has a year without figures. */
    private static final LexemeQuery NOTHING = new Lexeme(Lexemes.YEAR);

    public SearchFilters() {
        super(List.of(FilterField.oneOf(KIND, List.of("article", "section")), FilterField.folded(TAG), FilterField.folded(TYPE),
                FilterField.folded(ISSUER), FilterField.between(YEAR, 1, 9999)));
    }

    /**
     * What entries must have to pass all filters.
     *
     * @param years those that any entry has; asked for only by a filter of a range
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    static List<LexemeQuery> lexemes(List<Filter> filters, Supplier<List<Long>> years) {
        return filters.stream().map(filter -> lexemes(filter, years)).toList();
    }

    private static LexemeQuery lexemes(Filter filter, Supplier<List<Long>> years) {
        List<Object> values = filter.values();
        return switch (filter.operator()) {
            case EQ -> any(filter, values);
            case NE -> new Not(any(filter, values));
            case GTE -> any(filter, years.get().stream().filter(year -> year >= (Long) values.get(0)).toList());
            case LT -> any(filter, years.get().stream().filter(year -> year < (Long) values.get(0)).toList());
        };
    }

    private static LexemeQuery any(Filter filter, List<?> values) {
        List<Lexeme> lexemes = values.stream().map(value -> new Lexeme(lexeme(filter.field().name(), value.toString()))).distinct()
                .toList();
        return lexemes.isEmpty() ? NOTHING : LexemeQuery.any(lexemes);
    }

    private static String lexeme(String field, String value) {
        return switch (field) {
            case KIND -> value.equals("article") ? Lexemes.ARTICLE : Lexemes.SECTION;
            case TAG -> Lexemes.TAG + Word.folded(value);
            case TYPE -> Lexemes.TYPE + Word.folded(value);
            case ISSUER -> Lexemes.ISSUER + Word.folded(value);
            case YEAR -> Lexemes.YEAR + value;
            default -> throw new IllegalStateException(field);
        };
    }
}
