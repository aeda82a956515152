package vn.loa.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQL with the values of its named parameters. What readers say is only ever a value.
 *
 * @param values by name, without the colon
 */
public record NamedSql(String text, Map<String, Object> values) {

    /** Gives parameters their names. */
    public static final class Values {

        private final String prefix;
        private final Map<String, Object> values = new LinkedHashMap<>();

        public Values(String prefix) {
            this.prefix = prefix;
        }

        /** Where the value is meant in the text: {@code :f0}. */
        public String bind(Object value) {
            String name = prefix + values.size();
            values.put(name, value);
            return ":" + name;
        }

        public NamedSql in(String text) {
            return new NamedSql(text, Map.copyOf(values));
        }
    }

    /** Both conditions; an empty one holds. */
    public NamedSql and(NamedSql other) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new NamedSql(text + other.text, all);
    }
}
