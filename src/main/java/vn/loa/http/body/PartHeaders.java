package vn.loa.http.body;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the headers of a part of a form (RFC 7578, section 4). */
final class PartHeaders {

    private static final Pattern FIRST_WORD = Pattern.compile("\\s*+([^;\\s]*+)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*+([^=;\\s]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\\s]*+))");
    /** RFC 8187: charset, language, value. */
    private static final Pattern EXTENDED = Pattern.compile("(UTF-8|ISO-8859-1)'[^']*+'(.*+)", Pattern.CASE_INSENSITIVE);

    private PartHeaders() {
    }

    /** By name, in lower case. */
    static Map<String, String> read(String lines) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            } else if (!line.isBlank()) {
                throw MultipartForm.malformed("A part has a header without a colon.");
            }
        }
        return headers;
    }

    /** The parameters of a header by name, in lower case, and by the empty name what stands before them. */
    static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        Matcher first = FIRST_WORD.matcher(header);
        parameters.put("", first.lookingAt() ? first.group(1).toLowerCase(Locale.ROOT) : "");
        Matcher parameter = PARAMETER.matcher(header);
        while (parameter.find()) {
            parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT),
                    parameter.group(2) == null ? parameter.group(3) : unquoted(parameter.group(2)));
        }
        return parameters;
    }

    /**
     * Browsers write a quotation mark as %22 and line ends as %0D and %0A (HTML, "multipart/form-data encoding algorithm"),
     * others put a backslash before it. A backslash before anything else is one of a path.
     */
    private static String unquoted(String text) {
        return text.replace("\\\"", "\"").replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    /** The value of a parameter such as {@code filename*}; null for none, and when it cannot be read. */
    static String decoded(String extended) {
        Matcher matcher = EXTENDED.matcher(extended == null ? "" : extended);
        if (!matcher.matches()) {
            return null;
        }
        try {
            Charset charset = matcher.group(1).equalsIgnoreCase("UTF-8") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return URLDecoder.decode(matcher.group(2).replace("+", "%2B"), charset);
        } catch (IllegalArgumentException notPercentEncoded) {
            return null;
        }
    }
}
