package vn.loa.http.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What a request's headers say of its body. */
public final class RequestBody {

    private RequestBody() {
    }

    public static boolean isIn(HttpServerRequest request) {
        return length(request) > 0 || isChunked(request);
    }

    /** A body that does not say how long it will be; {@code Framing} has refused every other coding. */
    public static boolean isChunked(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** 0 where it is not said. */
    public static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // More digits than a long has; other nonsense never gets past the HTTP decoder.
            return Long.MAX_VALUE;
        }
    }
}
