package vn.loa.listing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.problem.Problem;
import vn.loa.sql.NamedSql;

/** The order of a list's rows: what was asked for, and at its end what no two rows share. Rows without a value come last. */
public record SortOrder(List<Term> terms) {

    /**
     * How a column with titles is sorted: in Vietnamese order. Longer titles are sorted by their first 200 characters,
     * because a cursor must fit into an address.
     */
    public static String ofTitle(String column) {
        return "left(" + column + ", 200) collate \"vi-x-icu\"";
    }

    /** @param descending from the greatest or latest */
    record Term(ListField field, boolean descending) {

        String sql() {
            // Without a value is the greatest of all to PostgreSQL.
            return field.sql() + (descending ? field.nullable() ? " desc nulls last" : " desc" : "");
        }

        private String beyond() {
            return descending ? " < " : " > ";
        }

        private String word() {
            return (descending ? "-" : "") + field.name();
        }
    }

    /**
     * Reads {@code -publishedAt,title}.
     *
     * @throws ProblemException 400 naming {@code sort} for what the list cannot be sorted by
     */
    static SortOrder parse(String sort, List<ListField> fields, Term last) {
        List<Term> terms = new ArrayList<>();
        for (String word : sort.split(",", -1)) {
            String name = word.startsWith("-") ? word.substring(1) : word;
            ListField field = fields.stream().filter(ListField::sortable).filter(each -> each.isCalled(name)).findFirst()
                    .orElseThrow(() -> Problem.invalidParameter("sort", "unknown-sort",
                            "has '" + name + "'; the list can be sorted by " + sortable(fields)).asException());
            if (terms.stream().anyMatch(term -> term.field.equals(field))) {
                throw Problem.invalidParameter("sort", "repeated", "may name '" + name + "' once").asException();
            }
            terms.add(new Term(field, word.startsWith("-")));
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
        return terms.stream().map(Term::sql).collect(Collectors.joining(", "));
    }

    /** As it is asked for, without what was added. */
    String words() {
        return terms.stream().map(Term::word).collect(Collectors.joining(","));
    }

    Set<String> joins() {
        return terms.stream().map(term -> term.field.join()).filter(join -> join != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String column(ListField field) {
        return "sort_" + field.name();
    }

    /** What a row is sorted by, printed for a cursor. */
    List<Object> values(Function<String, Object> row) {
        return terms.stream().map(term -> row.apply(column(term.field))).collect(Collectors.toList());
    }

    /** The condition that a row comes after the one that was printed, beginning with {@code and}. */
    NamedSql after(Cursor cursor, int first) {
        List<Object> values = new ArrayList<>();
        for (Term term : terms) {
            Object value = cursor.read(first + values.size(), term.field.type().restore());
            if (value == null && !term.field.nullable()) {
                throw Cursor.invalid();
            }
            values.add(value);
        }
        NamedSql.Values sink = new NamedSql.Values("c");
        return sink.in(" and " + (isPlain() ? plainlyAfter(values, sink) : bounded(values, sink)));
    }

    /** One direction and no gaps: a comparison of rows, which an index answers. */
    private boolean isPlain() {
        return terms.stream().allMatch(term -> !term.field.nullable() && term.descending == terms.get(0).descending);
    }

    private String plainlyAfter(List<Object> values, NamedSql.Values sink) {
        String left = terms.stream().map(term -> term.field.sql()).collect(Collectors.joining(", "));
        String right = values.stream().map(sink::bind).collect(Collectors.joining(", "));
        return terms.size() == 1 ? left + terms.get(0).beyond() + right
                : "(" + left + ")" + terms.get(0).beyond() + "(" + right + ")";
    }

    /** What the first term alone says is said before, because an index can answer that. */
    private String bounded(List<Object> values, NamedSql.Values sink) {
        List<String> bound = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) == null ? null : sink.bind(values.get(i))).collect(Collectors.toList());
        Term first = terms.get(0);
        String begin = first.field.nullable() ? "" : first.field.sql() + first.beyond().replace(" ", "") + "= " + bound.get(0) + " and ";
        return begin + after(0, bound);
    }

    private String after(int i, List<String> bound) {
        Term term = terms.get(i);
        String sql = term.field.sql();
        String beyond = bound.get(i) == null ? null
                : sql + term.beyond() + bound.get(i) + (term.field.nullable() ? " or " + sql + " is null" : "");
        if (i == terms.size() - 1) {
            return "(" + beyond + ")";
        }
        String same = "(" + (bound.get(i) == null ? sql + " is null" : sql + " = " + bound.get(i)) + " and "
                + after(i + 1, bound) + ")";
        return beyond == null ? same : "(" + beyond + " or " + same + ")";
    }
}
