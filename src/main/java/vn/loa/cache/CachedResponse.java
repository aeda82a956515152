package vn.loa.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A successful response as bytes, plain and, from the first request for it on, gzipped; or a redirect, which has none. Its {@code ETag} is a hash of
 * its media type and bytes, so that each representation of a resource has an ETag of its own.
 */
final class CachedResponse {

    /** In bytes. Gzip makes shorter responses longer. */
    private static final int MIN_COMPRESSIBLE = 512;
    private static final int HEADERS_WEIGHT = 600;
    private static final int MAX_STORABLE_WEIGHT = 4 << 20;

    /** One content coding of the response: plain or gzip. */
    static final class Encoding {

        private final byte[] bytes;
        private final String etag;
        private final CharSequence etagHeader;
        private final String contentCoding;
        private volatile ByteBuf directBuffer;

        private Encoding(byte[] bytes, String etag, String contentCoding) {
            this.bytes = bytes;
            this.etag = etag;
            this.etagHeader = HttpHeaders.createOptimized(etag);
            this.contentCoding = contentCoding;
        }

        byte[] bytes() {
            return bytes;
        }

        String etag() {
            return etag;
        }

        /** {@link #etag()}, encoded once. */
        CharSequence etagHeader() {
            return etagHeader;
        }

        /** The value of {@code Content-Encoding}; null for the plain response. */
        String contentCoding() {
            return contentCoding;
        }

        /**
         * The bytes in memory outside the heap, from which a socket takes them without a copy. For responses that are
         * sent often.
         */
        ByteBuf directBuffer() {
            if (directBuffer == null) {
                ByteBuffer copy = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
                directBuffer = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(copy.asReadOnlyBuffer()));
            }
            return directBuffer.duplicate();
        }
    }

    private final String contentType;
    private final CharSequence contentTypeHeader;
    private final List<Map.Entry<CharSequence, CharSequence>> headers;
    private final String pathTemplate;
    private final String cacheControl;
    private final Encoding plain;
    private final boolean redirect;
    private volatile Encoding gzip;

    /**
     * @param headers all other headers of the response
     * @param pathTemplate the template of the URI's path, for metrics; null when unknown
     * @param cacheControl the {@code Cache-Control} that the resource set, for responses that change without a
     *     notification (counters); null for the {@link CachePolicy}'s
     * @param version what the ETag begins with; null for nothing
     */
    CachedResponse(byte[] bytes, String contentType, List<Map.Entry<String, String>> headers, String pathTemplate,
            String cacheControl, String version) {
        this(bytes, contentType, headers, pathTemplate, cacheControl, version, false);
    }

    private CachedResponse(byte[] bytes, String contentType, List<Map.Entry<String, String>> headers, String pathTemplate,
            String cacheControl, String version, boolean redirect) {
        this.redirect = redirect;
        this.contentType = contentType;
        this.contentTypeHeader = HttpHeaders.createOptimized(contentType);
        this.headers = headers.stream().map(header -> Map.entry(HttpHeaders.createOptimized(header.getKey()),
                HttpHeaders.createOptimized(header.getValue()))).toList();
        this.pathTemplate = pathTemplate;
        this.cacheControl = cacheControl;
        this.plain = new Encoding(bytes, '"' + (version == null ? "" : version + ".") + hash(contentType, bytes) + '"', null);
    }

    /** A 301 without a body. @param headers all but {@code Cache-Control} */
    static CachedResponse redirect(List<Map.Entry<String, String>> headers, String pathTemplate) {
        return new CachedResponse(new byte[0], "", headers, pathTemplate, null, null, true);
    }

    boolean isRedirect() {
        return redirect;
    }

    String contentType() {
        return contentType;
    }

    /** {@link #contentType()}, encoded once. */
    CharSequence contentTypeHeader() {
        return contentTypeHeader;
    }

    /** Names and values, encoded once. */
    List<Map.Entry<CharSequence, CharSequence>> headers() {
        return headers;
    }

    String pathTemplate() {
        return pathTemplate;
    }

    /** Null when the {@link CachePolicy} decides. */
    String cacheControl() {
        return cacheControl;
    }

    /** Whether the cache may store the response. A response over 4 MB would drive out too many others. */
    boolean isStorable() {
        return cacheControl == null && weight() <= MAX_STORABLE_WEIGHT;
    }

    boolean isCompressible() {
        return plain.bytes.length >= MIN_COMPRESSIBLE;
    }

    Encoding plain() {
        return plain;
    }

    /** Null until the first request that accepts gzip. */
    Encoding gzipIfReady() {
        return gzip;
    }

    /** Compresses the response on the first call, which takes about a millisecond for 50 kB. */
    Encoding gzip() {
        if (gzip == null) {
            gzip = new Encoding(compressed(plain.bytes), etags()[1], "gzip");
        }
        return gzip;
    }

    /** The ETags of both encodings. */
    String[] etags() {
        String etag = plain.etag;
        return new String[] {etag, etag.substring(0, etag.length() - 1) + "-gzip\""};
    }

    /** The ETag of the other encoding, whether or not it has been made. */
    String otherEtag(Encoding encoding) {
        return etags()[encoding == plain ? 1 : 0];
    }

    /** The memory in bytes, with the gzipped form (estimated as a third) and the copies outside the heap. */
    int weight() {
        return HEADERS_WEIGHT + 2 * (plain.bytes.length + (isCompressible() ? plain.bytes.length / 3 : 0));
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.DEFAULT_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Two checksums with different polynomials, and the length: one change in 2^64 stays unseen. It need not withstand anybody who looks
     * for one, because responses show what the portal's own editors wrote. For a list of 21 kB they take a microsecond, and a SHA-256
     * took twenty.
     */
    private static String hash(String contentType, byte[] bytes) {
        byte[] type = (contentType + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.allocate(3 * Integer.BYTES).putInt(bytes.length);
        for (Checksum checksum : new Checksum[] {new CRC32(), new CRC32C()}) {
            checksum.update(type);
            checksum.update(bytes);
            hash.putInt((int) checksum.getValue());
        }
        return Base64.getUrlEncoder().encodeToString(hash.array());
    }
}
