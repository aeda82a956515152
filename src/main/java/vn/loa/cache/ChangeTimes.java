package vn.loa.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import vn.loa.http.HttpDate;

/**
 * When the public content last changed, and when it will change next. Both hold for the whole site, because publishing
 * one article can change where a citation in another leads.
 *
 * @param last null when nothing was ever published
 * @param next null when nothing is scheduled
 * @param lastAsDate {@code last} as an HTTP date
 */
record ChangeTimes(Instant last, Instant next, String lastAsDate) {

    /** HTTP dates have no fractions, so a change is dated only when no other change can fall into the same second. */
    private static final Duration DATABLE_AFTER = Duration.ofSeconds(2);

    static ChangeTimes of(Instant last, Instant next) {
        return new ChangeTimes(last, next, last == null ? null : HttpDate.format(last));
    }

    /** {@code Last-Modified}; null when the last change is too recent to be dated. */
    String lastModified(Instant now) {
        return last == null || last.plus(DATABLE_AFTER).isAfter(now) ? null : lastAsDate;
    }

    /**
     * Whether nothing has changed since the time in {@code If-Modified-Since}. A malformed date is ignored (RFC 9110,
     * section 13.1.3).
     */
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
