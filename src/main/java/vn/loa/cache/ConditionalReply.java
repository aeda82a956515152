package vn.loa.cache;

import static io.netty.util.AsciiString.contentEqualsIgnoreCase;
import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.loa.http.CacheTagged;
import vn.loa.http.EntityTag;

/**
 * What one request is answered with: the answer in the coding that the reader takes, or that the reader has it.
 *
 * @param etag of the form; in a 304, of the form that the reader has
 * @param known 304
 */
record ConditionalReply(CachedResponse answer, CachedResponse.Form form, CharSequence etag, boolean known, String cacheControl, String lastModified) {

    private static final CharSequence ETAG = createOptimized(HttpHeaders.ETAG);
    private static final CharSequence CACHE_CONTROL = createOptimized(HttpHeaders.CACHE_CONTROL);
    private static final CharSequence LAST_MODIFIED = createOptimized(HttpHeaders.LAST_MODIFIED);
    private static final CharSequence CONTENT_TYPE = createOptimized(HttpHeaders.CONTENT_TYPE);
    private static final CharSequence CONTENT_ENCODING = createOptimized(HttpHeaders.CONTENT_ENCODING);

    /**
     * @param moments those from before the answer was made, or later ones if nothing has changed since; null when they
     *     are not known
     * @param mayCompress whether there is time to
     */
    static ConditionalReply to(HttpServerRequest request, CachedResponse answer, ChangeTimes moments, CachePolicy policy, Instant now,
            boolean mayCompress) {
        CachedResponse.Form form = answer.plain();
        if (answer.isCompressible() && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            CachedResponse.Form gzip = mayCompress ? answer.gzip() : answer.gzipIfMade();
            form = gzip == null ? form : gzip;
        }
        // Nobody knows when one with its own time changed last.
        ChangeTimes dates = answer.cacheControl() == null ? moments : null;
        String ifNoneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        boolean known = ifNoneMatch != null ? EntityTag.isKnown(ifNoneMatch, answer.tags())
                : dates != null && dates.unchangedSince(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE), now);
        boolean other = known && ifNoneMatch != null && !EntityTag.isKnown(ifNoneMatch, form.etag());
        return new ConditionalReply(answer, form, other ? answer.otherTag(form) : form.etagHeader(), known,
                answer.cacheControl() == null ? policy.header(moments, now) : answer.cacheControl(),
                dates == null ? null : dates.lastModified(now));
    }

    /** Whether the reader wants an answer compressed that was not yet. */
    boolean awaitsGzip(HttpServerRequest request) {
        return answer.isCompressible() && answer.gzipIfMade() == null
                && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** All but {@code Content-Length}. */
    void writeHeaders(BiConsumer<CharSequence, CharSequence> out) {
        for (Map.Entry<CharSequence, CharSequence> header : answer.headers()) {
            // A 304 repeats what caches need and nothing else (RFC 9110, section 15.4.5).
            if (!known || isForCaches(header.getKey())) {
                out.accept(header.getKey(), header.getValue());
            }
        }
        out.accept(ETAG, etag);
        out.accept(CACHE_CONTROL, cacheControl);
        if (lastModified != null) {
            out.accept(LAST_MODIFIED, lastModified);
        }
        if (!known) {
            out.accept(CONTENT_TYPE, answer.contentTypeHeader());
            if (form.encoding() != null) {
                out.accept(CONTENT_ENCODING, form.encoding());
            }
        }
    }

    private static boolean isForCaches(CharSequence header) {
        return contentEqualsIgnoreCase(header, HttpHeaders.VARY) || contentEqualsIgnoreCase(header, CacheTagged.HEADER);
    }

    /** Section 12.5.3 of RFC 9110: {@code gzip}, or else {@code *}, with a quality above 0. */
    static boolean takesGzip(String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        String[] codings = acceptEncoding.toLowerCase(java.util.Locale.ROOT).split(",");
        return Arrays.stream(codings).map(String::strip).filter(coding -> coding.startsWith("gzip"))
                .findFirst().or(() -> Arrays.stream(codings).map(String::strip).filter(c -> c.startsWith("*")).findFirst())
                .filter(coding -> !coding.matches("[^;]*;\\s*q\\s*=\\s*0(\\.0*)?\\s*")).isPresent();
    }
}
