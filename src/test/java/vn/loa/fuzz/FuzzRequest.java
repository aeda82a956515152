package vn.loa.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.loa.support.OpenApiContract.Operation;

/**
 * A request as it is sent.
 *
 * @param operation that it was made for; the method may be another one
 * @param target path and query, percent-encoded as far as the generator meant it to be
 * @param headers without those of the framing
 * @param body null for none
 * @param chunked sends the body without a length
 */
record FuzzRequest(Operation operation, String method, String target, List<Map.Entry<String, String>> headers,
        byte[] body, boolean chunked) {

    private static final int SHOWN = 3000;
    private static final Pattern UP = Pattern.compile("(/(?!\\.\\.)[^/]*)?/\\.\\.(?=/|$)");

    /** The path without empty and dot segments, as the server reads it (RFC 3986, section 5.2.4). */
    String path() {
        String path = target.replaceAll("\\?.*", "").replaceAll("/+", "/").replaceAll("/\\.(?=/|$)", "");
        while (UP.matcher(path).find()) {
            path = UP.matcher(path).replaceFirst("");
        }
        return path.isEmpty() ? "/" : path;
    }

    /** Null when there is none. */
    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? null : target.substring(mark + 1);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /** An event stream has no end. */
    boolean isStream() {
        return path().endsWith("/stream") && method.equals("GET");
    }

    boolean writes() {
        return !method.equals("GET") && !isHead() && !method.equals("OPTIONS");
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: loa.test\r\n");
        headers.forEach(header -> head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (body != null) {
            head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + body.length + "\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null && chunked) {
            if (body.length > 0) {
                out.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.writeBytes(body);
                out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else if (body != null) {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    /** The request as a command for a shell, with the server's address in {@code $LOA}. */
    String curl() {
        StringBuilder curl = new StringBuilder("curl -i ").append(isHead() ? "-I" : "-X '" + method + "'");
        headers.forEach(header -> curl.append(" -H ").append(quoted(header.getValue().isEmpty()
                ? header.getKey() + ";" : header.getKey() + ": " + header.getValue())));
        if (body != null) {
            String text = new String(body, StandardCharsets.UTF_8);
            curl.append(chunked ? " -H 'Transfer-Encoding: chunked'" : "").append(" --data-binary ")
                    .append(quoted(text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + body.length + " bytes)" : text));
        }
        return curl.append(" \"$LOA\"").append(quoted(target)).toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7F);
        return plain ? "'" + text.replace("'", "'\\''") + "'"
                : "$'" + text.chars().mapToObj(c -> c < ' ' || c == 0x7F ? "\\x%02x".formatted(c)
                        : c == '\'' || c == '\\' ? "\\" + (char) c : String.valueOf((char) c))
                        .reduce("", String::concat) + "'";
    }
}
