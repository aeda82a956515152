package vn.loa.http.body;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Reads from a request's headers whether it has a body, and how long the body is. */
public final class RequestBody {

    public static final Problem MALFORMED = Problem.of(ProblemType.BAD_REQUEST, "The chunks of the body cannot be read.");

    private RequestBody() {
    }

    /** Whether the HTTP decoder could not read a chunk. Any other failure means that the connection was closed. */
    public static boolean isMalformed(Throwable failure) {
        // A chunk size that is no hexadecimal number is a NumberFormatException.
        return failure instanceof DecoderException || failure instanceof NumberFormatException
                || failure.getCause() instanceof DecoderException;
    }

    public static boolean isIn(HttpServerRequest request) {
        return length(request) > 0 || isChunked(request);
    }

    /** Whether the body comes in chunks, without an announced length. Every other transfer coding has been refused. */
    public static boolean isChunked(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** In bytes; 0 where it is not announced. */
    public static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // The number has more digits than a long. The HTTP decoder refuses any other text.
            return Long.MAX_VALUE;
        }
    }
}
