package vn.loa.listing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a list's field is compared: {@code publishedAt[gte]=2022-01-01}; without a word, {@code eq} is meant. */
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

    /** In SQL. */
    String sql() {
        return sql;
    }

    public String description() {
        return description;
    }

    /** As it stands between brackets. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FilterOperator> of(String word) {
        return Arrays.stream(values()).filter(operator -> operator.word().equals(word)).findFirst();
    }
}
