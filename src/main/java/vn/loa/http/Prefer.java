package vn.loa.http;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The preference {@code return} in the header {@code Prefer} (RFC 7240): how much the client wants to hear of what it wrote. */
public enum Prefer {

    /** Nothing that the client can do without. */
    MINIMAL,
    /** The thing as it is now. */
    REPRESENTATION;

    public static final String HEADER = "Prefer";
    /** The header that says which preference was followed. */
    public static final String APPLIED = "Preference-Applied";

    private static final Pattern RETURN = Pattern.compile("\\s*return\\s*=\\s*(\"?)(minimal|representation)\\1\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_RETURN = Pattern.compile("\\s*return\\s*(=.*)?", Pattern.CASE_INSENSITIVE);

    /** What {@link #APPLIED} says: {@code return=minimal}. */
    public String applied() {
        return "return=" + name().toLowerCase(Locale.ROOT);
    }

    /** Null when the request has no such preference. Of several the first counts (RFC 7240, section 2). */
    public static Prefer of(MultiMap headers) {
        if (headers.get(HEADER) == null) {
            return null;
        }
        for (String line : headers.getAll(HEADER)) {
            for (String preference : split(line, ',')) {
                String named = split(preference, ';').get(0);
                if (ANY_RETURN.matcher(named).matches()) {
                    Matcher known = RETURN.matcher(named);
                    return known.matches() ? valueOf(known.group(2).toUpperCase(Locale.ROOT)) : null;
                }
            }
        }
        return null;
    }

    /** The parts between the separators that are outside of quotes. */
    private static List<String> split(String line, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(line.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(line.substring(begin));
        return parts;
    }
}
