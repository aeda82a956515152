package vn.loa.http.pipeline;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import vn.loa.http.HtmlPage;
import vn.loa.http.HttpDate;

/** {@link Stage#SECURITY_HEADERS}: adds the headers that every answer has. */
@Singleton
class SecurityHeaders implements StageHandler {

    // Each is encoded once, not for each request.
    private static final CharSequence CONTENT_TYPE_OPTIONS = createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = createOptimized("no-referrer");
    private static final CharSequence FRAME_OPTIONS = createOptimized("X-Frame-Options");
    private static final CharSequence DENY = createOptimized("DENY");
    private static final CharSequence CONTENT_SECURITY_POLICY = createOptimized("Content-Security-Policy");
    private static final CharSequence OWN_SCRIPTS = createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'");
    private static final CharSequence OWN_STYLE = createOptimized(HtmlPage.POLICY);
    private static final CharSequence NOTHING = createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** The {@code Date} header during one second. */
    private record Date(long second, CharSequence text) {
    }

    private final Clock clock;
    private volatile Date date = new Date(0, "");

    SecurityHeaders(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SECURITY_HEADERS;
    }

    @Override
    public void handle(RoutingContext context) {
        addTo(context.request());
        context.next();
    }

    /** For a request that is refused before the first stage. */
    void addTo(HttpServerRequest request) {
        request.response().headers()
                .set(HttpHeaders.DATE, date())
                .set(CONTENT_TYPE_OPTIONS, NO_SNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(FRAME_OPTIONS, DENY)
                .set(CONTENT_SECURITY_POLICY, policy(request.path()));
    }

    /** A server with a clock must send the date (RFC 9110, section 6.6.1). It is formatted once a second. */
    private CharSequence date() {
        Date known = date;
        Instant now = clock.instant();
        if (known.second != now.getEpochSecond()) {
            known = new Date(now.getEpochSecond(), createOptimized(HttpDate.format(now)));
            date = known;
        }
        return known.text;
    }

    /**
     * Swagger UI has scripts: files of its own, and inline ones; it shows images of answers as blobs. Pages of this API have a
     * style and pictures. The reader sets a policy of its own.
     */
    private static CharSequence policy(String path) {
        return path.startsWith("/q/swagger-ui") ? OWN_SCRIPTS : path.endsWith("/html") || path.equals("/") ? OWN_STYLE : NOTHING;
    }
}
