package vn.loa.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A good answer as bytes, plain and, once somebody wants it, compressed. Its {@code ETag} is a hash of its media type
 * and bytes: every form of a resource has its own, and whatever changes it changes the tag.
 */
final class CachedResponse {

    /** What is shorter does not become shorter. */
    private static final int WORTH_COMPRESSING = 512;
    private static final int OF_HEADERS = 600;
    private static final int LARGEST = 4 << 20;

    /** One form of the answer. */
    static final class Form {

        private final byte[] bytes;
        private final String etag;
        private final CharSequence etagHeader;
        private final String encoding;
        private volatile ByteBuf outsideHeap;

        private Form(byte[] bytes, String etag, String encoding) {
            this.bytes = bytes;
            this.etag = etag;
            this.etagHeader = HttpHeaders.createOptimized(etag);
            this.encoding = encoding;
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

        /** Null for the plain one. */
        String encoding() {
            return encoding;
        }

        /** The bytes where a socket takes them from without copying them again; for one who sends them many times. */
        ByteBuf toSend() {
            if (outsideHeap == null) {
                ByteBuffer copy = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
                outsideHeap = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(copy.asReadOnlyBuffer()));
            }
            return outsideHeap.duplicate();
        }
    }

    private final String contentType;
    private final CharSequence contentTypeHeader;
    private final List<Map.Entry<CharSequence, CharSequence>> headers;
    private final String route;
    private final String cacheControl;
    private final Form plain;
    private volatile Form gzip;

    /**
     * @param headers the answer's others
     * @param route the template of its address, for metrics; may be null
     * @param cacheControl its own, of one that lasts until something changes of which nobody is told; null otherwise
     */
    CachedResponse(byte[] bytes, String contentType, List<Map.Entry<String, String>> headers, String route, String cacheControl) {
        this.contentType = contentType;
        this.contentTypeHeader = HttpHeaders.createOptimized(contentType);
        this.headers = headers.stream().map(header -> Map.entry(HttpHeaders.createOptimized(header.getKey()),
                HttpHeaders.createOptimized(header.getValue()))).toList();
        this.route = route;
        this.cacheControl = cacheControl;
        this.plain = new Form(bytes, '"' + hash(contentType, bytes) + '"', null);
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

    String route() {
        return route;
    }

    /** Null when it lasts as long as any. */
    String cacheControl() {
        return cacheControl;
    }

    /** A larger one would drive out too many others. */
    boolean mayBeKept() {
        return cacheControl == null && weight() <= LARGEST;
    }

    boolean isCompressible() {
        return plain.bytes.length >= WORTH_COMPRESSING;
    }

    Form plain() {
        return plain;
    }

    /** Null when nobody has wanted it yet. */
    Form gzipIfMade() {
        return gzip;
    }

    /** Takes about a millisecond for 50 kB, the first time. */
    Form gzip() {
        if (gzip == null) {
            gzip = new Form(compressed(plain.bytes), plain.etag.substring(0, plain.etag.length() - 1) + "-gzip\"", "gzip");
        }
        return gzip;
    }

    /** The tags under which a reader may have it. */
    String[] tags() {
        String etag = plain.etag;
        return new String[] {etag, etag.substring(0, etag.length() - 1) + "-gzip\""};
    }

    /** Of the form that this is not, made or not. */
    String otherTag(Form form) {
        return tags()[form == plain ? 1 : 0];
    }

    /** In bytes, the compressed form included, and the copies outside the heap. */
    int weight() {
        return OF_HEADERS + 2 * (plain.bytes.length + (isCompressible() ? plain.bytes.length / 3 : 0));
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

    private static String hash(String contentType, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((contentType + '\n').getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(bytes)).substring(0, 27);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
