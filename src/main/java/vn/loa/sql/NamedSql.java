package vn.loa.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SQL with the values of its named parameters ({@code :name}). A caller's input is only ever a value. */
public final class NamedSql {

    private final String text;
    private final Map<String, Object> values;
    /** Shared by all that {@link #with} makes of this statement. */
    private final Parsed parsed;

    /** @param values by name, without the colon */
    public NamedSql(String text, Map<String, ?> values) {
        this(text, Collections.unmodifiableMap(values), Parsed.of(text));
    }

    private NamedSql(String text, Map<String, Object> values, Parsed parsed) {
        this.text = text;
        this.values = values;
        this.parsed = parsed;
    }

    /** A statement whose values are given by {@link #with}, or that has none. */
    public static NamedSql of(String text) {
        return new NamedSql(text, Map.of());
    }

    /** The same statement with one value more, which may be null. */
    public NamedSql with(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new NamedSql(text, all, parsed);
    }

    /** Both conditions; an empty one holds. */
    public NamedSql and(NamedSql other) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new NamedSql(text + other.text, all);
    }

    public String text() {
        return text;
    }

    public Map<String, Object> values() {
        return values;
    }

    /** With {@code ?} in the place of names, as JDBC wants it. */
    String positional() {
        return parsed.positional;
    }

    /** The values in the order of the question marks. */
    List<Object> positionalValues() {
        List<Object> all = new ArrayList<>(parsed.names.size());
        for (String name : parsed.names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("nothing is given for :" + name);
            }
            all.add(values.get(name));
        }
        return all;
    }

    private record Parsed(String positional, List<String> names) {

        /** {@code :name}, but not {@code ::type}. */
        private static final Pattern NAME = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

        static Parsed of(String text) {
            List<String> names = new ArrayList<>();
            String positional = NAME.matcher(text).replaceAll(name -> {
                names.add(name.group(1));
                return "?";
            });
            return new Parsed(positional, List.copyOf(names));
        }
    }

    /** Gives parameters their names. */
    public static final class Values {

        private final String prefix;
        private final Map<String, Object> values = new LinkedHashMap<>();

        public Values(String prefix) {
            this.prefix = prefix;
        }

        /** The value's place in the text: {@code :f0}. */
        public String bind(Object value) {
            String name = prefix + values.size();
            values.put(name, value);
            return ":" + name;
        }

        public NamedSql in(String text) {
            return new NamedSql(text, Map.copyOf(values));
        }
    }
}
