package vn.loa.listing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.sql.NamedSql;

/**
 * A field by which a list can be filtered or sorted. It is declared once, and gives the SQL, the check of requests and
 * the contract. Immutable: each {@code with…} method returns a changed copy.
 *
 * @param name the field's name in requests and responses
 * @param sql an SQL expression of the field's value
 * @param join the join that {@code sql} needs besides the list's table, for example
 *     {@code left join v on v.id = a.id}; null for none
 * @param words the permitted values; null when any value is permitted
 * @param aliases further names of the field
 * @param nullable whether a row may have no value; such rows come last in either direction
 */
public record ListField(String name, FieldType type, String sql, String join, String description, String example,
        List<String> words, List<String> aliases, boolean filterable, boolean sortable, boolean nullable) {

    /** No stored value is longer. */
    private static final int MAX_LENGTH = 300;

    private static ListField of(String name, FieldType type, String sql, String description, String example) {
        return new ListField(name, type, sql, null, description, example, null, List.of(), true, false, false);
    }

    /** Text that is compared as it is. */
    public static ListField text(String name, String sql, String description, String example) {
        return of(name, FieldType.TEXT, sql, description, example);
    }

    /** Text that is compared without case and accents; {@code sql} must be folded already. */
    public static ListField folded(String name, String sql, String description, String example) {
        return of(name, FieldType.FOLDED, sql, description, example);
    }

    /**
     * Text that is compared in a normal form, for example a document number; {@code sql} must be in that form already.
     */
    public static ListField text(String name, String sql, String description, String example, UnaryOperator<String> form) {
        Function<String, Object> read = form::apply;
        return of(name, FieldType.text(read, FieldType.Comparison.VALUE), sql, description, example);
    }

    /** One of a fixed set of words. */
    public static ListField oneOf(String name, String sql, String description, List<String> words) {
        return new ListField(name, FieldType.oneOf(words), sql, null, description, words.get(0), words, List.of(), true,
                false, false);
    }

    /** An array of texts; a filter matches when the array contains the value. */
    public static ListField tags(String name, String sql, String description, String example) {
        return of(name, FieldType.TAGS, sql, description, example);
    }

    /** A {@code tsvector} of folded words. */
    public static ListField words(String name, String sql, String description, String example) {
        return of(name, FieldType.WORDS, sql, description, example);
    }

    public static ListField date(String name, String sql, String description, String example) {
        return of(name, FieldType.DATE, sql, description, example);
    }

    /** A {@code timestamptz}; a date in a filter means the whole day in the site's zone. */
    public static ListField instant(String name, String sql, String description, String example) {
        return of(name, FieldType.INSTANT, sql, description, example);
    }

    public static ListField integer(String name, String sql, String description, String example) {
        return of(name, FieldType.INTEGER, sql, description, example);
    }

    /** The unique value that ends every order. Clients cannot name it. */
    public static ListField id(String sql) {
        return of("id", FieldType.ID, sql, "", "").unfiltered();
    }

    /** The same field, limited to whole numbers in this range. */
    public ListField withRange(long least, long most) {
        return new ListField(name, FieldType.between(least, most), sql, join, description, example, words, aliases, filterable,
                sortable, nullable);
    }

    public ListField withSort() {
        return new ListField(name, type, sql, join, description, example, words, aliases, filterable, true, nullable);
    }

    public ListField unfiltered() {
        return new ListField(name, type, sql, join, description, example, words, aliases, false, sortable, nullable);
    }

    public ListField withNulls() {
        return new ListField(name, type, sql, join, description, example, words, aliases, filterable, sortable, true);
    }

    public ListField withJoin(String needed) {
        return new ListField(name, type, sql, needed, description, example, words, aliases, filterable, sortable, nullable);
    }

    public ListField withAlias(String alias) {
        return new ListField(name, type, sql, join, description, example, words, List.of(alias), filterable, sortable, nullable);
    }

    boolean hasName(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    /** All names, the proper one first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        return names;
    }

    /** The query parameters that filter by this field: {@code tag}, {@code tag[eq]}, … */
    Set<String> parameters() {
        Set<String> parameters = new LinkedHashSet<>();
        if (filterable) {
            for (String each : names()) {
                parameters.add(each);
                type.operators().forEach(operator -> parameters.add(each + "[" + operator.word() + "]"));
            }
        }
        return parameters;
    }

    /** @throws ProblemException 400 naming the parameter when a value is not permitted for this field */
    String condition(String parameter, FilterOperator operator, String given, ZoneId zone, NamedSql.Values sink) {
        List<Object> values = new ArrayList<>();
        for (String text : operator == FilterOperator.IN ? given.split(",", -1) : new String[] {given}) {
            values.add(value(parameter, text, operator));
        }
        try {
            return type.comparison().condition(sql, operator, values, zone, sink);
        } catch (IllegalArgumentException e) {
            throw wrongForm(parameter, type.expected());
        }
    }

    /** Binds the value of a filter for an SQL expression that is equal to the text of a value with {@code sql}'s form. */
    String bindAsText(String given, NamedSql.Values sink) {
        return type.comparison().parameter(sink.bind(String.valueOf(type.read().apply(given))));
    }

    private Object value(String parameter, String text, FilterOperator operator) {
        Problem.requireAtMost(MAX_LENGTH, parameter, text);
        if (operator == FilterOperator.IN && text.isBlank()) {
            throw wrongForm(parameter, "must be values, separated by commas");
        }
        try {
            return type.read().apply(operator == FilterOperator.IN ? text.strip() : text);
        } catch (IllegalArgumentException e) {
            throw wrongForm(parameter, type.expected());
        }
    }

    private static ProblemException wrongForm(String parameter, String expected) {
        return Problem.invalidParameter(parameter, "wrong-form", expected).asException();
    }
}
