package vn.loa.listing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.sql.NamedSql;

/** How SQL compares a field with the values of a filter. */
interface Comparison {

    /** The SQL expression of a value. */
    default String parameter(String bound) {
        return bound;
    }

    /** @param values one value, or several if {@link FilterOperator#takesSeveral} */
    default String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
        String bound = values.stream().map(value -> parameter(sink.bind(value))).collect(Collectors.joining(", "));
        // "not in" of null is null, but a row without a value has none of the values.
        return operator == FilterOperator.NE ? "(" + sql + " in (" + bound + ")) is not true"
                : sql + " " + operator.sql() + " " + (operator.takesSeveral() ? "(" + bound + ")" : bound);
    }

    /** The condition that a column of texts has one of the values. For one alone, PostgreSQL can use the order of an index. */
    default String textCondition(String column, List<Object> values, NamedSql.Values sink) {
        return values.size() == 1 ? column + " = " + parameter(sink.bind(String.valueOf(values.get(0))))
                : column + " = any (" + textArray(values, sink) + ")";
    }

    /** The array of the values as texts. */
    default String textArray(List<Object> values, NamedSql.Values sink) {
        return values.stream().map(value -> parameter(sink.bind(String.valueOf(value))))
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    /**
     * A day inside one of the periods of a row: see {@link ListField#onDay}.
     *
     * @param periods the table
     */
    record OnDay(String periods) implements Comparison {

        @Override
        public String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
            // Inside a subquery, so that the planner does not plan anew for each day.
            String day = "(select " + sink.bind(values.get(0)) + "::date)";
            return "exists (select from " + periods + " p where p.article_id = " + sql + " and p.from_day <= " + day + " and p.before_day > "
                    + day + ")";
        }

        /** The condition that a column has one of the {@link DayRanges} of the day. */
        @Override
        public String textCondition(String column, List<Object> values, NamedSql.Values sink) {
            return column + " = any (" + textArray(values, sink) + ")";
        }

        @Override
        public String textArray(List<Object> values, NamedSql.Values sink) {
            return "(select " + sink.bind(DayRanges.of((LocalDate) values.get(0))) + "::text[])::text[]";
        }
    }

    /**
     * UUIDs by names of which each stands for several, such as a category with all below it.
     *
     * @param function an SQL function from an array of names to the array of UUIDs
     */
    record Named(String function) implements Comparison {

        /** The array of the UUIDs. PostgreSQL makes it once for a statement, because it is a query of its own. */
        String array(List<?> names, NamedSql.Values sink) {
            return "(select " + function + "(" + names.stream().map(sink::bind)
                    .collect(Collectors.joining(", ", "array[", "]::text[]")) + "))";
        }

        @Override
        public String condition(String sql, FilterOperator operator, List<Object> values, ZoneId zone, NamedSql.Values sink) {
            return sql + " = any (" + array(values, sink) + "::uuid[])";
        }

        @Override
        public String textCondition(String column, List<Object> values, NamedSql.Values sink) {
            return column + " = any (" + textArray(values, sink) + ")";
        }

        @Override
        public String textArray(List<Object> values, NamedSql.Values sink) {
            return array(values, sink) + "::text[]";
        }
    }
}
