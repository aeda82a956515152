package vn.loa.listing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operator of a filter: {@code publishedAt[gte]=2022-01-01}. Without brackets the operator is {@code eq}. */
public enum FilterOperator {
    EQ("=", "Is this."),
    NE("is distinct from", "Is not this."),
    GT(">", "Is greater or later."),
    GTE(">=", "Is this, greater or later."),
    LT("<", "Is less or earlier."),
    LTE("<=", "Is this, less or earlier."),
    IN("in", "Is one of these, separated by commas.");

    static final Set<FilterOperator> EQUALITY = EnumSet.of(EQ, NE, IN);
    static final Set<FilterOperator> ALL = EnumSet.allOf(FilterOperator.class);

    private final String sql;
    private final String description;

    FilterOperator(String sql, String description) {
        this.sql = sql;
        this.description = description;
    }

    /** The operator in SQL. */
    String sql() {
        return sql;
    }

    public String description() {
        return description;
    }

    /** The operator as it is written between the brackets. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FilterOperator> of(String word) {
        return Arrays.stream(values()).filter(operator -> operator.word().equals(word)).findFirst();
    }
}
