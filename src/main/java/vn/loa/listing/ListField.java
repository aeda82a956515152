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
 * A field that a list can be filtered or sorted by, declared once: from this come the SQL, the check of what readers
 * ask for, and the contract. Immutable; {@code with…} answer a changed copy.
 *
 * @param name on the wire
 * @param sql what it is in the database, an expression
 * @param join what {@code sql} needs besides the list's table, for example {@code left join v on v.id = a.id}; null for nothing
 * @param words those that a value may be; null for any
 * @param aliases further names of the same
 * @param nullable whether a row may have none; it comes last in either direction
 */
public record ListField(String name, FieldType type, String sql, String join, String description, String example,
        List<String> words, List<String> aliases, boolean filterable, boolean sortable, boolean nullable) {

    /** Longer values are no names of anything here. */
    private static final int LONGEST = 300;

    private static ListField of(String name, FieldType type, String sql, String description, String example) {
        return new ListField(name, type, sql, null, description, example, null, List.of(), true, false, false);
    }

    /** Text that is compared as it is. */
    public static ListField text(String name, String sql, String description, String example) {
        return of(name, FieldType.TEXT, sql, description, example);
    }

    /** Text that is compared without case and accents; {@code sql} is folded already. */
    public static ListField folded(String name, String sql, String description, String example) {
        return of(name, FieldType.FOLDED, sql, description, example);
    }

    /** Text that is compared in a form of its own, in which {@code sql} is already. */
    public static ListField text(String name, String sql, String description, String example, UnaryOperator<String> form) {
        Function<String, Object> read = form::apply;
        return of(name, FieldType.text(read, FieldType.Comparison.VALUE), sql, description, example);
    }

    /** One of a few words. */
    public static ListField oneOf(String name, String sql, String description, List<String> words) {
        return new ListField(name, FieldType.oneOf(words), sql, null, description, words.get(0), words, List.of(), true,
                false, false);
    }

    /** An array of texts; to be equal is to be in it. */
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

    /** A {@code timestamptz}; a date means the whole day in the site's zone. */
    public static ListField instant(String name, String sql, String description, String example) {
        return of(name, FieldType.INSTANT, sql, description, example);
    }

    public static ListField integer(String name, String sql, String description, String example) {
        return of(name, FieldType.INTEGER, sql, description, example);
    }

    /** What ends an order, because no two rows have the same. Nothing that readers name. */
    public static ListField id(String sql) {
        return of("id", FieldType.ID, sql, "", "").unfiltered();
    }

    /** Of whole numbers. */
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

    boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    /** Its own name first. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        return names;
    }

    /** The parameters that filter by it: {@code tag}, {@code tag[eq]}, … */
    Set<String> parameters() {
        Set<String> parameters = new LinkedHashSet<>();
        if (filterable) {
            for (String called : names()) {
                parameters.add(called);
                type.operators().forEach(operator -> parameters.add(called + "[" + operator.word() + "]"));
            }
        }
        return parameters;
    }

    /** @throws ProblemException 400 naming the parameter when a value is not one of this field */
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

    private Object value(String parameter, String text, FilterOperator operator) {
        Problem.requireAtMost(LONGEST, parameter, text);
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
