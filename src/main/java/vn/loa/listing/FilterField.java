package vn.loa.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;

/** A filter that requests may have: its name, and the type that says which operators it takes and how its values are read. */
public record FilterField(String name, FieldType type) {

    /** A person chooses among fewer, and each value costs the database a look for each row. */
    static final int MOST_VALUES = 20;
    /** No stored value is longer. */
    private static final int MAX_LENGTH = 300;

    /** One of a fixed set of words. */
    public static FilterField oneOf(String name, List<String> words) {
        return new FilterField(name, FieldType.oneOf(words));
    }

    /** Text that is compared as it is. */
    public static FilterField text(String name) {
        return new FilterField(name, FieldType.TEXT);
    }

    /** Text that is compared without case and accents. */
    public static FilterField folded(String name) {
        return new FilterField(name, FieldType.FOLDED);
    }

    /** One day. */
    public static FilterField day(String name) {
        return new FilterField(name, FieldType.DAY);
    }

    /** Whole numbers in this range. */
    public static FilterField between(String name, long least, long most) {
        return new FilterField(name, FieldType.between(least, most));
    }

    /** The query parameters: {@code tag}, {@code tag[ne]}. */
    Map<String, FilterOperator> parameters() {
        Map<String, FilterOperator> parameters = new LinkedHashMap<>();
        type.operators().forEach(operator -> parameters.put(operator.parameter(name), operator));
        return parameters;
    }

    /** Whether the filter by this operator takes values that are separated by commas. */
    boolean takesSeveral(FilterOperator operator) {
        return operator.takesSeveral() && !type.isSingle();
    }

    /** The texts of the values that a request has for a parameter. */
    List<String> texts(FilterOperator operator, List<String> given) {
        return takesSeveral(operator) ? ListParameter.values(given) : List.copyOf(given);
    }

    /** @throws ProblemException 400 naming the parameter when there are too many values, or one is not permitted */
    List<Object> values(String parameter, List<String> texts) {
        if (texts.size() > MOST_VALUES) {
            throw Problem.invalidParameter(parameter, "too-many", "may have at most " + MOST_VALUES + " values").asException();
        }
        List<Object> values = new ArrayList<>();
        texts.forEach(text -> values.add(value(parameter, text)));
        return values;
    }

    private Object value(String parameter, String text) {
        Problem.requireAtMost(MAX_LENGTH, parameter, text);
        if (text.isBlank()) {
            throw wrongForm(parameter, "must be values, separated by commas");
        }
        try {
            return type.read().apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw wrongForm(parameter, type.expected());
        }
    }

    static ProblemException wrongForm(String parameter, String expected) {
        return Problem.invalidParameter(parameter, "wrong-form", expected).asException();
    }
}
