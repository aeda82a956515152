package vn.loa.http.answer;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.loa.http.HeaderLines;
import vn.loa.http.HttpDate;
import vn.loa.http.IfNoneMatch;

/**
 * The conditional headers of a request for a file (RFC 9110, section 13). A file never changes, so only the conditions
 * for reading matter.
 */
public class FileConditions {

    private final HttpHeaders request;
    private final String etag;
    private final Instant lastModified;

    public FileConditions(HttpHeaders request, String etag, Instant lastModified) {
        this.request = request;
        this.etag = etag;
        this.lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The {@code Last-Modified} header. */
    public String lastModified() {
        return HttpDate.format(lastModified);
    }

    /** Whether the client already has the file: then the response is 304. */
    public boolean isNotModified() {
        String condition = HeaderLines.joined(request.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        if (condition != null) {
            return IfNoneMatch.names(condition, etag);
        }
        return date(request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE))
                .filter(since -> !lastModified.isAfter(since)).isPresent();
    }

    /**
     * Whether a range may be sent: the client has no condition, or its part is of this file. A weak tag is no proof of
     * that.
     */
    public boolean allowsRange() {
        String condition = request.getHeaderString("If-Range");
        return condition == null || condition.strip().equals(etag) || date(condition).filter(lastModified::equals).isPresent();
    }

    /** Empty for a malformed date, which is ignored (RFC 9110, section 13.1.3). */
    private static Optional<Instant> date(String header) {
        try {
            return Optional.ofNullable(header).map(date -> HttpDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
