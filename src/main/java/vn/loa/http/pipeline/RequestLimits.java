package vn.loa.http.pipeline;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import java.util.Map;
import vn.loa.http.ApiPaths;
import vn.loa.http.CommonProblems;
import vn.loa.http.LimitsConfig;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * {@link Stage#LIMITS}: refuses requests whose framing, address or headers are invalid or too long, and second names of an
 * address. Quarkus has limits, too,
 * but refuses without a body.
 */
@Singleton
class RequestLimits implements StageHandler {

    /** Bytes of the colon, the space and the line break of a header line. */
    private static final int HEADER_LINE_OVERHEAD = 4;
    private static final BitSet ORDINARY = new BitSet();

    static {
        "/-._~?=&,".chars().forEach(ORDINARY::set);
        ORDINARY.set('0', '9' + 1);
        ORDINARY.set('A', 'Z' + 1);
        ORDINARY.set('a', 'z' + 1);
    }

    private final Refusal refusal;
    private final long longestUri;
    private final long longestHeaders;

    RequestLimits(LimitsConfig limits, Refusal refusal) {
        this.refusal = refusal;
        this.longestUri = limits.uri().asLongValue();
        this.longestHeaders = limits.headers().asLongValue();
    }

    @Override
    public Stage stage() {
        return Stage.LIMITS;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem fault = Framing.fault(request);
        if (fault != null) {
            refusal.refuseAndClose(context, fault);
            return;
        }
        if (isSecondName(request.path())) {
            refusal.refuse(context, CommonProblems.notFound(context));
            return;
        }
        Problem excess = excess(request);
        if (excess != null) {
            refusal.refuse(context, excess);
            return;
        }
        context.next();
    }

    /** Null when nothing is wrong. */
    private Problem excess(HttpServerRequest request) {
        if (!isUri(request.uri())) {
            return Problem.of(ProblemType.BAD_REQUEST, "The address is not a valid URI.");
        }
        int uri = request.uri().length();
        if (uri > longestUri) {
            return Problem.of(ProblemType.URI_TOO_LONG,
                    "The address has " + uri + " bytes; at most " + longestUri + " are read.");
        }
        long headers = headerBytes(request);
        return headers <= longestHeaders ? null : Problem.of(ProblemType.HEADERS_TOO_LARGE,
                "The headers have " + headers + " bytes; at most " + longestHeaders + " are read.");
    }

    /**
     * Jakarta REST ignores a slash at the end, empty segments and matrix parameters. One resource would have many addresses,
     * which caches, limits and the contract would not know.
     */
    private static boolean isSecondName(String path) {
        return path.startsWith(ApiPaths.V1) && (path.endsWith("/") || path.contains("//") || path.indexOf(';') >= 0);
    }

    /** Loa switches Quarkus's own check of the address off, because it refuses without a body. */
    private static boolean isUri(String text) {
        // Nearly all addresses have ordinary characters only, and making a URI is expensive.
        if (!text.startsWith("//") && isOrdinary(text)) {
            return true;
        }
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128 || !ORDINARY.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static long headerBytes(HttpServerRequest request) {
        long bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + HEADER_LINE_OVERHEAD;
        }
        return bytes;
    }
}
