package vn.loa.listing;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.loa.sql.NamedSql;

/**
 * A field by which a list can be filtered or sorted. It is declared once, and gives the SQL and the check of requests.
 * Immutable: each {@code with…} method returns a changed copy.
 *
 * @param name the field's name in requests and responses
 * @param sql an SQL expression of the field's value
 * @param join the join that {@code sql} needs besides the list's table, for example
 *     {@code left join v on v.id = a.id}; null for none
 * @param nullable whether a row may have no value; such rows come last in either direction
 */
public record ListField(String name, FieldType type, String sql, String join, boolean filterable, boolean sortable,
        boolean nullable) {

    private static ListField of(String name, FieldType type, String sql) {
        return new ListField(name, type, sql, null, true, false, false);
    }

    /** Text that is compared as it is. */
    public static ListField text(String name, String sql) {
        return of(name, FieldType.TEXT, sql);
    }

    /** Text that is compared without case and accents; {@code sql} must be folded already. */
    public static ListField folded(String name, String sql) {
        return of(name, FieldType.FOLDED, sql);
    }

    /**
     * Text that is compared in a normal form, for example a document number; {@code sql} must be in that form already.
     */
    public static ListField text(String name, String sql, UnaryOperator<String> form) {
        Function<String, Object> read = form::apply;
        return of(name, FieldType.text(read, FieldType.Usual.VALUE, FilterOperator.EQUALITY), sql);
    }

    /** One of a fixed set of words. */
    public static ListField oneOf(String name, String sql, List<String> words) {
        return of(name, FieldType.oneOf(words), sql);
    }

    /**
     * An array of texts that are compared without case and accents; {@code sql} must be folded already. A filter matches when
     * the array contains the value.
     */
    public static ListField tags(String name, String sql) {
        return of(name, FieldType.TAGS, sql);
    }

    /** A UUID, filtered by names of which each stands for several: see {@link Comparison.Named}. */
    public static ListField named(String name, String sql, String function) {
        return of(name, FieldType.named(function), sql);
    }

    /**
     * A day inside one of the periods of a row: see {@link KeptCounts#days}.
     *
     * @param sql the row's id
     * @param periods a table with the columns article_id, from_day and before_day, in which no two periods of a row share a day
     */
    public static ListField onDay(String name, String sql, String periods) {
        return of(name, FieldType.onDay(new Comparison.OnDay(periods)), sql);
    }

    /** A {@code tsvector} of folded words. */
    public static ListField words(String name, String sql) {
        return of(name, FieldType.WORDS, sql);
    }

    public static ListField date(String name, String sql) {
        return of(name, FieldType.DATE, sql);
    }

    /** A {@code timestamptz}; a date in a filter means the whole day in the site's zone. */
    public static ListField instant(String name, String sql) {
        return of(name, FieldType.INSTANT, sql);
    }

    /** A {@code timestamptz} that is compared with instants alone. */
    public static ListField moment(String name, String sql) {
        return of(name, FieldType.MOMENT, sql);
    }

    public static ListField uuid(String name, String sql) {
        return of(name, FieldType.UUIDS, sql);
    }

    public static ListField integer(String name, String sql) {
        return of(name, FieldType.INTEGER, sql);
    }

    /** The unique value that ends every order. Clients cannot name it. */
    public static ListField id(String sql) {
        return of("id", FieldType.ID, sql).unfiltered();
    }

    /** The same field, limited to whole numbers in this range. */
    public ListField withRange(long least, long most) {
        return new ListField(name, FieldType.between(least, most), sql, join, filterable, sortable, nullable);
    }

    public ListField withSort() {
        return new ListField(name, type, sql, join, filterable, true, nullable);
    }

    public ListField unfiltered() {
        return new ListField(name, type, sql, join, false, sortable, nullable);
    }

    public ListField withNulls() {
        return new ListField(name, type, sql, join, filterable, sortable, true);
    }

    public ListField withJoin(String needed) {
        return new ListField(name, type, sql, needed, filterable, sortable, nullable);
    }

    FilterField filter() {
        return new FilterField(name, type);
    }

    /** @throws vn.loa.problem.ProblemException 400 naming the parameter when a value is not permitted for this field */
    String condition(Filter filter, ZoneId zone, NamedSql.Values sink) {
        List<Object> values = filter.values();
        try {
            return type.comparison().condition(sql, filter.operator(), values, zone, sink);
        } catch (IllegalArgumentException e) {
            throw FilterField.wrongForm(filter.parameter(), type.expected());
        }
    }

    /** The same field, read from another column. */
    ListField readFrom(String column) {
        return new ListField(name, type, column, null, filterable, sortable, nullable);
    }
}
