package vn.loa.listing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;

/**
 * The order of a list's rows: the fields that the client asked for, then a unique field. Rows without a value come
 * last.
 */
public record SortOrder(List<SortTerm> terms) {

    /**
     * The SQL expression that sorts a column of titles in Vietnamese order. Only the first 200 characters count,
     * because a cursor must fit into a URI.
     */
    public static String ofTitle(String column) {
        return "left(" + column + ", 200) collate \"vi-x-icu\"";
    }

    /** @param descending from the greatest or latest value */
    record SortTerm(ListField field, boolean descending) {

        /** @param value an SQL expression of the field's value */
        private String sql(String value) {
            // PostgreSQL sorts null as the greatest value, so only a descending order needs "nulls last".
            return value + (descending ? field.nullable() ? " desc nulls last" : " desc" : "");
        }

        private String afterOperator() {
            return descending ? " < " : " > ";
        }

        private String asParameter() {
            return (descending ? "-" : "") + field.name();
        }
    }

    /** An order that no client chooses, which begins with the greatest values; the last field is unique. */
    public static SortOrder descending(ListField... fields) {
        return fixed(true, fields);
    }

    /** An order that no client chooses, which begins with the smallest values; the last field is unique. */
    public static SortOrder ascending(ListField... fields) {
        return fixed(false, fields);
    }

    private static SortOrder fixed(boolean descending, ListField... fields) {
        return new SortOrder(Stream.of(fields).map(field -> new SortTerm(field, descending)).toList());
    }

    /**
     * Reads {@code -firstPublishedAt,title}.
     *
     * @throws ProblemException 400 naming {@code sort} when the list cannot be sorted by a field
     */
    static SortOrder parse(String sort, List<ListField> fields, SortTerm last) {
        List<SortTerm> terms = new ArrayList<>();
        for (String word : sort.split(",", -1)) {
            String name = word.startsWith("-") ? word.substring(1) : word;
            ListField field = fields.stream().filter(ListField::sortable).filter(each -> each.name().equals(name)).findFirst()
                    .orElseThrow(() -> Problem.invalidParameter("sort", "unknown-sort",
                            "has '" + name + "'; the list can be sorted by " + sortable(fields)).asException());
            if (terms.stream().anyMatch(term -> term.field.equals(field))) {
                throw Problem.invalidParameter("sort", "repeated", "may name '" + name + "' once").asException();
            }
            terms.add(new SortTerm(field, word.startsWith("-")));
        }
        if (terms.stream().noneMatch(term -> term.field.sql().equals(last.field.sql()))) {
            terms.add(last);
        }
        return new SortOrder(List.copyOf(terms));
    }

    private static String sortable(List<ListField> fields) {
        return fields.stream().filter(ListField::sortable).map(ListField::name).collect(Collectors.joining(", "));
    }

    String sql() {
        return terms.stream().map(term -> term.sql(term.field.sql())).collect(Collectors.joining(", "));
    }

    /**
     * The same order of columns of another table, of which an index has it. Empty if the table does not have all columns, and for an order
     * that is not in one direction, or that begins with the smallest values and ends with rows without one.
     */
    Optional<SortOrder> readFrom(Map<String, String> columns) {
        return (isRowComparable() || terms.stream().allMatch(SortTerm::descending)) && terms.stream().allMatch(term -> columns.containsKey(term.field.name()))
                ? Optional.of(new SortOrder(terms.stream()
                        .map(term -> new SortTerm(term.field.readFrom(columns.get(term.field.name())), term.descending)).toList()))
                : Optional.empty();
    }

    /** The sort values as columns: see {@link #column}. */
    String columns() {
        return terms.stream().map(term -> term.field.sql() + " as " + column(term.field)).collect(Collectors.joining(", "));
    }

    /** The same order, of rows that have these columns. */
    String sqlOfColumns() {
        return terms.stream().map(term -> term.sql(column(term.field))).collect(Collectors.joining(", "));
    }

    /** The order in the syntax of the parameter {@code sort}. */
    String asParameter() {
        return terms.stream().map(SortTerm::asParameter).collect(Collectors.joining(","));
    }

    Set<String> joins() {
        return terms.stream().map(term -> term.field.join()).filter(join -> join != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String column(ListField field) {
        return "sort_" + field.name();
    }

    /** The sort values of a row, for a cursor. */
    List<Object> values(Function<String, Object> row) {
        return terms.stream().map(term -> row.apply(column(term.field))).collect(Collectors.toList());
    }

    /** The sort values in a cursor, from this place on. */
    List<Object> values(Cursor cursor, int first) {
        List<Object> values = new ArrayList<>();
        for (SortTerm term : terms) {
            Object value = cursor.read(first + values.size(), term.field.type().restore());
            if (value == null && !term.field.nullable()) {
                throw Cursor.invalid();
            }
            values.add(value);
        }
        return values;
    }

    /** The condition, beginning with {@code and}, that a row comes after the cursor. */
    NamedSql after(Cursor cursor, int first) {
        List<Object> values = values(cursor, first);
        NamedSql.Values sink = new NamedSql.Values("c");
        return sink.in(" and " + (isRowComparable() ? rowComparison(values, sink) : nestedComparison(values, sink)));
    }

    /**
     * Whether all terms have one direction and no nulls: then one row comparison is enough, which an index can answer.
     */
    private boolean isRowComparable() {
        return terms.stream().allMatch(term -> !term.field.nullable() && term.descending == terms.get(0).descending);
    }

    private String rowComparison(List<Object> values, NamedSql.Values sink) {
        String left = terms.stream().map(term -> term.field.sql()).collect(Collectors.joining(", "));
        String right = values.stream().map(sink::bind).collect(Collectors.joining(", "));
        return terms.size() == 1 ? left + terms.get(0).afterOperator() + right
                : "(" + left + ")" + terms.get(0).afterOperator() + "(" + right + ")";
    }

    /** Adds a condition on the first term alone, because an index can answer that one. */
    private String nestedComparison(List<Object> values, NamedSql.Values sink) {
        List<String> bound = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) == null ? null : sink.bind(values.get(i))).collect(Collectors.toList());
        SortTerm first = terms.get(0);
        String firstTerm = first.field.nullable() ? ""
                : first.field.sql() + first.afterOperator().replace(" ", "") + "= " + bound.get(0) + " and ";
        return firstTerm + after(0, bound);
    }

    private String after(int i, List<String> bound) {
        SortTerm term = terms.get(i);
        String sql = term.field.sql();
        String isAfter = bound.get(i) == null ? null
                : sql + term.afterOperator() + bound.get(i) + (term.field.nullable() ? " or " + sql + " is null" : "");
        if (i == terms.size() - 1) {
            return "(" + isAfter + ")";
        }
        String sameValue = "(" + (bound.get(i) == null ? sql + " is null" : sql + " = " + bound.get(i)) + " and "
                + after(i + 1, bound) + ")";
        return isAfter == null ? sameValue : "(" + isAfter + " or " + sameValue + ")";
    }
}
