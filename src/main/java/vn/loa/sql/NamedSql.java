package vn.loa.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL with the values of its named parameters ({@code :name}). A caller's input is only ever a value. */
public final class NamedSql {

    private final String text;
    private final Map<String, Object> values;
    /** Shared by all that {@link #with} makes of this statement; null until it is needed. */
    private Parsed parsed;

    /** @param values by name, without the colon */
    public NamedSql(String text, Map<String, ?> values) {
        this(text, Collections.unmodifiableMap(values), null);
    }

    private NamedSql(String text, Map<String, Object> values, Parsed parsed) {
        this.text = text;
        this.values = values;
        this.parsed = parsed;
    }

    /** A statement whose values are given by {@link #with}, or that has none. */
    public static NamedSql of(String text) {
        return new NamedSql(text, Map.of(), Parsed.of(text));
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

    /** Its values alone, for a statement that has its text already. */
    public NamedSql withoutText() {
        return new NamedSql("", values);
    }

    public String text() {
        return text;
    }

    public Map<String, Object> values() {
        return values;
    }

    /** With {@code ?} in the place of names, as JDBC wants it. */
    String positional() {
        return parsed().positional;
    }

    /** The values in the order of the question marks. */
    List<Object> positionalValues() {
        List<String> names = parsed().names;
        List<Object> all = new ArrayList<>(names.size());
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("nothing is given for :" + name);
            }
            all.add(values.get(name));
        }
        return all;
    }

    private Parsed parsed() {
        if (parsed == null) {
            parsed = Parsed.of(text);
        }
        return parsed;
    }

    private record Parsed(String positional, List<String> names) {

        /** {@code :name}, but not {@code ::type}. Lists do this for each request: a regular expression takes ten times as long. */
        static Parsed of(String text) {
            List<String> names = new ArrayList<>();
            StringBuilder positional = new StringBuilder(text.length());
            int done = 0;
            for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', Math.max(done, colon + 1))) {
                int end = endOfName(text, colon + 1);
                boolean isType = colon > 0 && text.charAt(colon - 1) == ':';
                if (end > colon + 1 && !isType) {
                    names.add(text.substring(colon + 1, end));
                    positional.append(text, done, colon).append('?');
                    done = end;
                }
            }
            return new Parsed(positional.append(text, done, text.length()).toString(), List.copyOf(names));
        }

        /** The start itself if no name begins there. */
        private static int endOfName(String text, int start) {
            int end = start;
            while (end < text.length() && (isLetter(text.charAt(end)) || end > start && isDigitOrUnderscore(text.charAt(end)))) {
                end++;
            }
            return end;
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }

        private static boolean isDigitOrUnderscore(char c) {
            return c >= '0' && c <= '9' || c == '_';
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
