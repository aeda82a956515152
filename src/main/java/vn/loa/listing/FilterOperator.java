package vn.loa.listing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The operator of a filter: {@code firstPublishedAt[gte]=2022-01-01}. Without brackets the operator is {@link #EQ}, which takes
 * several values separated by commas, and means any of them.
 */
public enum FilterOperator {
    EQ("in"),
    /** None of the values. */
    NE("not in"),
    GTE(">="),
    LT("<");

    static final Set<FilterOperator> EQUALITY = EnumSet.of(EQ);
    static final Set<FilterOperator> WORDS = EnumSet.of(EQ, NE);
    static final Set<FilterOperator> RANGE = EnumSet.of(EQ, GTE, LT);

    private final String sql;

    FilterOperator(String sql) {
        this.sql = sql;
    }

    /** The operator in SQL. */
    String sql() {
        return sql;
    }

    boolean takesSeveral() {
        return this == EQ || this == NE;
    }

    /** The query parameter that filters a field by this operator. */
    String parameter(String field) {
        return this == EQ ? field : field + "[" + name().toLowerCase(Locale.ROOT) + "]";
    }
}
