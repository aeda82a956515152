package vn.loa.http;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** The headers that every answer has. */
@ApplicationScoped
class SecurityHeaders {

    // Encoded once.
    private static final CharSequence CONTENT_TYPE_OPTIONS = createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = createOptimized("no-referrer");
    private static final CharSequence FRAME_OPTIONS = createOptimized("X-Frame-Options");
    private static final CharSequence DENY = createOptimized("DENY");
    private static final CharSequence CONTENT_SECURITY_POLICY = createOptimized("Content-Security-Policy");
    private static final CharSequence OWN_SCRIPTS = createOptimized("default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
    private static final CharSequence NOTHING = createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** The header of a second. */
    private record Date(long second, CharSequence text) {
    }

    private final Clock clock;
    private volatile Date date = new Date(0, "");

    SecurityHeaders(Clock clock) {
        this.clock = clock;
    }

    void addTo(HttpServerRequest request) {
        request.response().headers()
                .set(HttpHeaders.DATE, date())
                .set(CONTENT_TYPE_OPTIONS, NO_SNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(FRAME_OPTIONS, DENY)
                .set(CONTENT_SECURITY_POLICY, isPage(request) ? OWN_SCRIPTS : NOTHING);
    }

    /** What a server with a clock has to send (RFC 9110, section 6.6.1), written once a second. */
    private CharSequence date() {
        Date known = date;
        Instant now = clock.instant();
        if (known.second != now.getEpochSecond()) {
            known = new Date(now.getEpochSecond(), createOptimized(HttpDate.format(now)));
            date = known;
        }
        return known.text;
    }

    /** Swagger UI is the one page with scripts, its own and inline ones. */
    private static boolean isPage(HttpServerRequest request) {
        return request.path().startsWith("/q/swagger-ui");
    }
}
