package vn.loa.http.pipeline;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Finds errors of HTTP/1.1 (RFC 9112) that Netty's decoder accepts. Such a request is refused, because a proxy in front may
 * read it in another way than Loa (request smuggling).
 */
final class Framing {

    private static final String HOST = "Host";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private Framing() {
    }

    /** Null when nothing is wrong. */
    static Problem fault(HttpServerRequest request) {
        if (request.version() == null) {
            return fault("Only HTTP/1.0 and HTTP/1.1 are spoken here.");
        }
        int hosts = 0;
        int codings = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey();
            if (name.isEmpty()) {
                return fault("A header has no name.");
            }
            if (name.length() == HOST.length() && name.equalsIgnoreCase(HOST)) {
                hosts++;
            } else if (name.length() == TRANSFER_ENCODING.length() && name.equalsIgnoreCase(TRANSFER_ENCODING)) {
                codings++;
                // No client of an API uses other codings, and section 6.1 allows a server to support none of them.
                if (!header.getValue().equalsIgnoreCase("chunked")) {
                    return fault("The only transfer coding here is chunked.");
                }
            }
        }
        if (hosts > 1) {
            return fault("There is more than one Host.");
        }
        return codings > 1 ? fault("There is more than one transfer coding.") : null;
    }

    private static Problem fault(String detail) {
        return Problem.of(ProblemType.BAD_REQUEST, detail);
    }
}
