package vn.loa.media;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.loa.http.EntityTag;
import vn.loa.http.HttpDate;

/**
 * Whether a reader who has (a part of) a file already needs it, or the rest of it (RFC 9110, section 13). A file never
 * changes, and so only the conditions of those who read matter.
 */
class FileConditions {

    private final HttpHeaders request;
    private final String etag;
    private final Instant lastModified;

    FileConditions(HttpHeaders request, String etag, Instant lastModified) {
        this.request = request;
        this.etag = etag;
        this.lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The {@code Last-Modified} header. */
    String lastModified() {
        return HttpDate.format(lastModified);
    }

    /** The reader's copy is the file: 304. */
    boolean isKnown() {
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null) {
            return EntityTag.isKnown(known, etag);
        }
        return date(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE))
                .filter(since -> !lastModified.isAfter(since)).isPresent();
    }

    /** The range asked for continues the reader's copy, or the reader does not mind. A weak tag proves nothing. */
    boolean allowRange() {
        String known = request.getHeaderString("If-Range");
        return known == null || known.strip().equals(etag) || date(known).filter(lastModified::equals).isPresent();
    }

    /** Empty for what is no date, which the RFC wants ignored. */
    private static Optional<Instant> date(String header) {
        try {
            return Optional.ofNullable(header).map(date -> HttpDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
