package vn.loa.http;

import io.vertx.core.MultiMap;
import java.util.List;

/** Headers with lists of values, which may come in several lines. */
public final class HeaderLines {

    private HeaderLines() {
    }

    /** All lines of the header as one (RFC 9110, section 5.3); null when it was not sent. */
    public static String joined(MultiMap headers, CharSequence name) {
        // Most requests have none, and getAll makes a list for each.
        return headers.get(name) == null ? null : joined(headers.getAll(name));
    }

    /** The same of lines that were read already; null of none. */
    public static String joined(List<String> lines) {
        return lines == null || lines.isEmpty() ? null : lines.size() == 1 ? lines.get(0) : String.join(",", lines);
    }
}
