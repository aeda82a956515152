package vn.loa.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id by which a problem is found in the log: the caller's trace id (W3C Trace Context), or a new one. */
public final class TraceId {

    private static final String KEY = TraceId.class.getName();
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?");

    private TraceId() {
    }

    /** 32 hexadecimal digits, the same throughout the request. */
    public static String idOf(RoutingContext request) {
        String id = request.get(KEY);
        if (id == null) {
            id = read(request.request().getHeader("traceparent"));
            request.put(KEY, id);
        }
        return id;
    }

    private static String read(String traceparent) {
        Matcher matcher = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return matcher != null && matcher.matches() ? matcher.group(1) : random();
    }

    /** For a request whose headers cannot be read. */
    public static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(random.nextLong()) + digits.toHexDigits(random.nextLong() | 1);
    }
}
