package vn.loa.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes and reads times in the form of HTTP, to the second: {@code Tue, 03 Nov 2026 08:49:37 GMT} (RFC 9110, section 5.6.7). */
public final class HttpDate {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private HttpDate() {
    }

    public static String format(Instant at) {
        return FORM.format(at);
    }

    /** @throws java.time.format.DateTimeParseException when the text is no such time */
    public static Instant parse(String text) {
        return FORM.parse(text.strip(), Instant::from);
    }
}
