package vn.loa.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.loa.listing.Filter;
import vn.loa.listing.FilterField;
import vn.loa.listing.FilterModel;
import vn.loa.problem.Problem;
import vn.loa.search.LexemeQuery.Lexeme;
import vn.loa.search.LexemeQuery.Not;
import vn.loa.search.index.Lexemes;
import vn.loa.text.fold.Word;

/** By what a search can be narrowed. The names and the values are those of the lists of articles and directives. */
public final class SearchFilters extends FilterModel {

    private static final String KIND = "kind";
    private static final String TAG = "tag";
    private static final String TYPE = "type";
    private static final String ISSUER = "issuer";
    private static final String YEAR = "year";
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    /** Of all filters together: each value is looked up for each entry that has the words, in each tier. */
    private static final int MOST_VALUES = 30;
    private static final String CATEGORY = "category";
    private static final String IN_FORCE_ON = "inForceOn";
    /** No entry has a year without figures. */
    private static final LexemeQuery NOTHING = new Lexeme(Lexemes.YEAR);

    public SearchFilters() {
        super(List.of(FilterField.oneOf(KIND, List.of("article", "section")), FilterField.folded(TAG), FilterField.folded(TYPE),
                FilterField.folded(ISSUER), FilterField.between(YEAR, FIRST_YEAR, LAST_YEAR), FilterField.text(CATEGORY),
                FilterField.day(IN_FORCE_ON)));
    }

    /** The day on which results must be in force; empty without one. */
    static Optional<LocalDate> inForceOn(List<Filter> filters) {
        return filters.stream().filter(SearchFilters::isOfForce).map(filter -> (LocalDate) filter.values().get(0)).findFirst();
    }

    private static boolean isOfForce(Filter filter) {
        return filter.field().name().equals(IN_FORCE_ON);
    }

    /**
     * What entries must have to pass all filters but that of their force, which changes with the day.
     *
     * @param years those that any entry has; asked for only by a range
     * @param categories the identities of categories and of those below them, by their slugs
     * @throws vn.loa.problem.ProblemException 400 naming the parameter that is wrong
     */
    static List<LexemeQuery> lexemes(List<Filter> filters, Supplier<List<Long>> years,
            Function<List<String>, List<UUID>> categories) {
        List<LexemeQuery> lexemes = new ArrayList<>();
        long from = FIRST_YEAR;
        long before = LAST_YEAR + 1;
        int count = 0;
        for (Filter filter : filters) {
            List<Object> values = filter.values();
            count += values.size();
            if (count > MOST_VALUES) {
                throw Problem.invalidParameter(filter.parameter(), "too-many",
                        "may not have more than " + MOST_VALUES + " values together with the other filters").asException();
            }
            if (isOfForce(filter)) {
                continue;
            }
            switch (filter.operator()) {
                case EQ -> lexemes.add(any(filter, filter.field().name().equals(CATEGORY)
                        ? categories.apply(values.stream().map(String::valueOf).toList()) : values));
                case NE -> lexemes.add(new Not(any(filter, values)));
                case GTE -> from = (Long) values.get(0);
                case LT -> before = (Long) values.get(0);
            }
        }
        if (from > FIRST_YEAR || before <= LAST_YEAR) {
            long first = from;
            long behind = before;
            lexemes.add(any(Lexemes.ofYears(years.get(), year -> year >= first && year < behind)));
        }
        return lexemes;
    }

    /** A category that is not there has no values. */
    private static LexemeQuery any(Filter filter, List<?> values) {
        return any(values.stream().map(value -> lexeme(filter.field().name(), value.toString())).distinct().toList());
    }

    private static LexemeQuery any(List<String> lexemes) {
        return lexemes.isEmpty() ? NOTHING : LexemeQuery.any(lexemes.stream().map(Lexeme::new).toList());
    }

    private static String lexeme(String field, String value) {
        return switch (field) {
            case KIND -> value.equals("article") ? Lexemes.ARTICLE : Lexemes.SECTION;
            case TAG -> Lexemes.TAG + Word.folded(value);
            case TYPE -> Lexemes.TYPE + Word.folded(value);
            case ISSUER -> Lexemes.ISSUER + Word.folded(value);
            case YEAR -> Lexemes.YEAR + value;
            case CATEGORY -> Lexemes.CATEGORY + value;
            default -> throw new IllegalStateException(field);
        };
    }
}
