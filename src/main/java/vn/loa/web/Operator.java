package vn.loa.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a list's field is compared: {@code publishedAt[gte]=2022-01-01}; without a word, {@code eq} is meant. */
public enum Operator {
    EQ("=", "Is this."),
    NE("is distinct from", "Is not this."),
    GT(">", "Is greater or later."),
    GTE(">=", "Is this, greater or later."),
    LT("<", "Is less or earlier."),
    LTE("<=", "Is this, less or earlier."),
    IN("in", "Is one of these, separated by commas.");

    static final Set<Operator> EQUALITY = EnumSet.of(EQ, NE, IN);
    static final Set<Operator> ALL = EnumSet.allOf(Operator.class);

    private final String sql;
    private final String description;

    Operator(String sql, String description) {
        this.sql = sql;
        this.description = description;
    }

    /** In SQL. */
    String sql() {
        return sql;
    }

    String description() {
        return description;
    }

    /** As it stands between brackets. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(operator -> operator.word().equals(word)).findFirst();
    }
}
