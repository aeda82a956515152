package vn.loa.web;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQL with the values of its named parameters. What readers say is only ever a value.
 *
 * @param values by name, without the colon
 */
public record Sql(String text, Map<String, Object> values) {

    /** Gives parameters their names. */
    static final class Values {

        private final String prefix;
        private final Map<String, Object> values = new LinkedHashMap<>();

        Values(String prefix) {
            this.prefix = prefix;
        }

        /** Where the value is meant in the text: {@code :f0}. */
        String bind(Object value) {
            String name = prefix + values.size();
            values.put(name, value);
            return ":" + name;
        }

        Sql in(String text) {
            return new Sql(text, Map.copyOf(values));
        }
    }

    /** Both conditions; an empty one holds. */
    Sql and(Sql other) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Sql(text + other.text, all);
    }
}
