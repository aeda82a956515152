package vn.loa.cache;

import static io.netty.util.AsciiString.contentEqualsIgnoreCase;
import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.loa.http.HeaderLines;
import vn.loa.http.IfNoneMatch;

/**
 * The reply to one request for a cached response: 200 with the encoding that the client accepts, or 304.
 *
 * @param etag the ETag of the encoding; in a 304, of the encoding that the client has
 */
record ConditionalReply(CachedResponse cached, CachedResponse.Encoding encoding, CharSequence etag, boolean notModified,
        String cacheControl, String lastModified, CharSequence tagHeader) {

    private static final CharSequence ETAG = createOptimized(HttpHeaders.ETAG);
    private static final CharSequence CACHE_CONTROL = createOptimized(HttpHeaders.CACHE_CONTROL);
    private static final CharSequence LAST_MODIFIED = createOptimized(HttpHeaders.LAST_MODIFIED);
    private static final CharSequence CONTENT_TYPE = createOptimized(HttpHeaders.CONTENT_TYPE);
    private static final CharSequence CONTENT_ENCODING = createOptimized(HttpHeaders.CONTENT_ENCODING);

    /**
     * @param changeTimes from before the response was made, or later ones if nothing has changed since; null when
     *     unknown
     * @param mayCompress whether the thread may spend the time to gzip
     */
    static ConditionalReply to(HttpServerRequest request, CachedResponse cached, ChangeTimes changeTimes,
            CachePolicy policy, Instant now, boolean mayCompress) {
        CachedResponse.Encoding encoding = cached.plain();
        if (cached.isCompressible() && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            CachedResponse.Encoding gzip = mayCompress ? cached.gzip() : cached.gzipIfReady();
            encoding = gzip == null ? encoding : gzip;
        }
        // A response with its own Cache-Control can change without a notification, so its last change is not known.
        ChangeTimes dates = cached.cacheControl() == null ? changeTimes : null;
        String ifNoneMatch = HeaderLines.joined(request.headers(), HttpHeaders.IF_NONE_MATCH);
        boolean notModified = ifNoneMatch != null ? IfNoneMatch.names(ifNoneMatch, cached.etags())
                : dates != null && dates.unchangedSince(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE), now);
        boolean hasOtherEncoding = notModified && ifNoneMatch != null && !IfNoneMatch.names(ifNoneMatch, encoding.etag());
        return new ConditionalReply(cached, encoding,
                hasOtherEncoding ? cached.otherEtag(encoding) : encoding.etagHeader(), notModified,
                cached.cacheControl() == null ? policy.header(changeTimes, now) : cached.cacheControl(),
                dates == null ? null : dates.lastModified(now), policy.tagHeader());
    }

    /** Whether the client accepts gzip and the gzipped response has not been made yet. */
    boolean wantsGzip(HttpServerRequest request) {
        return cached.isCompressible() && cached.gzipIfReady() == null
                && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** Writes all headers but {@code Content-Length}. */
    void writeHeaders(BiConsumer<CharSequence, CharSequence> out) {
        for (Map.Entry<CharSequence, CharSequence> header : cached.headers()) {
            // A 304 repeats only the headers that caches need (RFC 9110, section 15.4.5).
            if (!notModified || isForCaches(header.getKey())) {
                out.accept(header.getKey(), header.getValue());
            }
        }
        out.accept(ETAG, etag);
        out.accept(CACHE_CONTROL, cacheControl);
        if (lastModified != null) {
            out.accept(LAST_MODIFIED, lastModified);
        }
        if (!notModified) {
            out.accept(CONTENT_TYPE, cached.contentTypeHeader());
            if (encoding.contentCoding() != null) {
                out.accept(CONTENT_ENCODING, encoding.contentCoding());
            }
        }
    }

    private boolean isForCaches(CharSequence header) {
        return contentEqualsIgnoreCase(header, HttpHeaders.VARY) || contentEqualsIgnoreCase(header, tagHeader);
    }

    /** RFC 9110, section 12.5.3: {@code gzip}, or else {@code *}, with a quality above 0. */
    static boolean acceptsGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String[] codings = acceptEncoding.toLowerCase(java.util.Locale.ROOT).split(",");
        return Arrays.stream(codings).map(String::strip).filter(coding -> coding.startsWith("gzip"))
                .findFirst().or(() -> Arrays.stream(codings).map(String::strip).filter(c -> c.startsWith("*")).findFirst())
                .filter(coding -> !coding.matches("[^;]*;\\s*q\\s*=\\s*0(\\.0*)?\\s*")).isPresent();
    }
}
