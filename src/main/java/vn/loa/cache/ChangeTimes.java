package vn.loa.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import vn.loa.http.HttpDate;

/**
 * When what the public reads changed last, and when it will change next. It is the site's moment and not the article's:
 * a citation in one article leads somewhere else when another one is published.
 *
 * @param last null when nothing was ever published
 * @param next null when nothing is scheduled
 * @param lastAsDate as HTTP writes it
 */
record ChangeTimes(Instant last, Instant next, String lastAsDate) {

    /** HTTP dates have no fractions: while a second lasts, more can change in it. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    static ChangeTimes of(Instant last, Instant next) {
        return new ChangeTimes(last, next, last == null ? null : HttpDate.format(last));
    }

    /** {@code Last-Modified}; null when it would prove nothing. */
    String lastModified(Instant now) {
        return last == null || last.plus(SETTLED).isAfter(now) ? null : lastAsDate;
    }

    /** Whether nothing has changed since a reader's copy was made. What is no date is ignored, as the RFC wants. */
    boolean unchangedSince(String ifModifiedSince, Instant now) {
        if (ifModifiedSince == null || lastModified(now) == null) {
            return false;
        }
        try {
            return !last.isAfter(HttpDate.parse(ifModifiedSince).plusMillis(999));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
