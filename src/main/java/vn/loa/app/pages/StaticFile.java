package vn.loa.app.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.http.IfNoneMatch;

/** A file or a page in memory, plain and gzipped, with its validator. */
final class StaticFile {

    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept-Encoding");
    private static final int HASH_LENGTH = 16;

    private final String type;
    private final byte[] bytes;
    /** Made when it is first asked for. */
    private volatile byte[] gzip;
    private final String hash;

    private StaticFile(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        this.hash = DigestUtils.sha256Hex(bytes).substring(0, HASH_LENGTH);
    }

    static StaticFile of(String type, String text) {
        return new StaticFile(type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of the class path. */
    static String read(String path) {
        try (InputStream file = StaticFile.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hash() {
        return hash;
    }

    /** Answers GET and HEAD. */
    void send(HttpServerRequest request, int status, String cacheControl) {
        HttpServerResponse response = request.response();
        boolean zipped = acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        String plain = '"' + hash + '"';
        String other = '"' + hash + "-gzip\"";
        response.headers().set(HttpHeaders.ETAG, zipped ? other : plain).set(HttpHeaders.CACHE_CONTROL, cacheControl)
                .set(HttpHeaders.VARY, VARY);
        if (status == 200 && IfNoneMatch.names(request.getHeader(HttpHeaders.IF_NONE_MATCH), plain, other)) {
            response.setStatusCode(304).end();
            return;
        }
        byte[] body = zipped ? gzip() : bytes;
        response.setStatusCode(status).headers().set(HttpHeaders.CONTENT_TYPE, type)
                .set(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        if (zipped) {
            response.headers().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private byte[] gzip() {
        if (gzip == null) {
            gzip = compressed(bytes);
        }
        return gzip;
    }

    private static boolean acceptsGzip(String header) {
        String codings = header == null ? "" : header.toLowerCase(Locale.ROOT);
        return codings.contains("gzip") && !codings.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
