package vn.loa.web;

import static io.vertx.core.http.HttpHeaders.createOptimized;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What happens to a request before any resource sees it: limits, the headers that all answers have, and problems for what no resource
 * answers. It stands in front of Quarkus's own limits, which would refuse without a body.
 */
@ApplicationScoped
class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);
    private static final int FIRST = 1000;
    private static final String RETRY_AFTER_SECONDS = "5";
    /** Where it is known how to find out who calls: below {@code SecurityHandlerPriorities.AUTHORIZATION}. */
    private static final int AFTER_AUTHENTICATION = 50;

    private static final String OPEN_API = "/q/openapi*";
    private static final int BEFORE_QUARKUS = -1;

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

    private static final BitSet ORDINARY = new BitSet();

    static {
        "/-._~?=&,".chars().forEach(ORDINARY::set);
        ORDINARY.set('0', '9' + 1);
        ORDINARY.set('A', 'Z' + 1);
        ORDINARY.set('a', 'z' + 1);
    }

    /** The header of a second. */
    private record Date(long second, CharSequence text) {
    }

    private final Clock clock;
    private final Limits limits;
    private final ObjectMapper json;
    private final AllowedMethods allowed;
    private final BodyHandler body;
    private final Uploads uploads;
    private final Stopping stopping;
    private volatile Date date = new Date(0, "");

    Edge(Clock clock, Limits limits, ObjectMapper json, AllowedMethods allowed, Uploads uploads, Stopping stopping) {
        this.clock = clock;
        this.limits = limits;
        this.json = json;
        this.allowed = allowed;
        this.uploads = uploads;
        this.stopping = stopping;
        this.body = BodyHandler.create(false).setBodyLimit(limits.body().asLongValue()).setPreallocateBodyBuffer(true);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::headersOfAll, FIRST);
        filters.register(this::enforceLimits, FIRST - 1);
        filters.register(this::answerOptions, FIRST - 2);
        filters.register(this::readBody, FIRST - 3);
        filters.register(this::readUpload, AFTER_AUTHENTICATION);
    }

    void routes(@Observes Router router,
            @ConfigProperty(name = "quarkus.smallrye-openapi.enabled", defaultValue = "true") boolean openApi) {
        if (!openApi) {
            // Quarkus still has the address, and answers there without a body.
            router.route(OPEN_API).order(BEFORE_QUARKUS).handler(this::refuseUnknown);
        }
        router.route().order(Integer.MAX_VALUE).handler(this::refuseUnknown);
        router.route().order(Integer.MAX_VALUE).failureHandler(this::failed);
        // An address that cannot be decoded fails before any route is looked at.
        router.errorHandler(400, request -> refuse(request, Problem.of(ProblemType.BAD_REQUEST, null)));
    }

    private void refuseUnknown(RoutingContext request) {
        refuse(request, Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + request.normalizedPath() + "."));
    }

    private void headersOfAll(RoutingContext request) {
        stopping.note(request.request());
        request.response().headers()
                .set(HttpHeaders.DATE, date())
                .set(CONTENT_TYPE_OPTIONS, NO_SNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(FRAME_OPTIONS, DENY)
                .set(CONTENT_SECURITY_POLICY, isPage(request) ? OWN_SCRIPTS : NOTHING);
        request.next();
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
    private static boolean isPage(RoutingContext request) {
        return request.request().path().startsWith("/q/swagger-ui");
    }

    private void enforceLimits(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isUri(request.uri())) {
            refuse(context, Problem.of(ProblemType.BAD_REQUEST, "The address is not a valid URI."));
            return;
        }
        long uri = request.uri().length();
        if (uri > limits.uri().asLongValue()) {
            refuse(context, Problem.of(ProblemType.URI_TOO_LONG,
                    "The address has " + uri + " bytes; at most " + limits.uri().asLongValue() + " are read."));
            return;
        }
        long headers = headerBytes(request);
        if (headers > limits.headers().asLongValue()) {
            refuse(context, Problem.of(ProblemType.HEADERS_TOO_LARGE,
                    "The headers have " + headers + " bytes; at most " + limits.headers().asLongValue() + " are read."));
            return;
        }
        if (contentLength(request) > bodyLimit(context)) {
            refuse(context, bodyTooLarge(context));
            return;
        }
        context.next();
    }

    private long bodyLimit(RoutingContext context) {
        return (Uploads.isUpload(context) ? limits.upload() : limits.body()).asLongValue();
    }

    /** Loa switches Quarkus's own check off (it answers without a body), so this one has to come first. */
    private static boolean isUri(String text) {
        // Nearly all are made of these, and a URI is expensive to make.
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
            bytes += header.getKey().length() + header.getValue().length() + 4L;
        }
        return bytes;
    }

    private Problem bodyTooLarge(RoutingContext context) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than " + bodyLimit(context) + " bytes.");
    }

    /** What 405 says in its Allow header, said beforehand. Preflights are left to the CORS filter. */
    private void answerOptions(RoutingContext context) {
        boolean preflight = context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (context.request().method() == HttpMethod.OPTIONS && !preflight && allowed.knows(context.normalizedPath())) {
            context.response().putHeader(HttpHeaders.ALLOW, allowed.of(context.normalizedPath())).end();
        } else {
            context.next();
        }
    }

    /** On the event loop: a caller who sends slowly, or stops, takes nobody's thread. */
    private void readBody(RoutingContext context) {
        if (hasBody(context.request()) && !Uploads.isUpload(context)) {
            readBody(context, body);
        } else {
            context.next();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        return contentLength(request) > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    static void readBody(RoutingContext context, BodyHandler handler) {
        // Quarkus pauses every request; one that has come in whole by now cannot be resumed.
        if (!context.request().isEnded()) {
            context.request().resume();
        }
        handler.handle(context);
    }

    private void readUpload(RoutingContext context) {
        if (hasBody(context.request()) && Uploads.isUpload(context)) {
            uploads.read(context, () ->
                    refuse(context, Problem.of(ProblemType.UNAVAILABLE, "Other files are being uploaded. Try again later.")));
        } else {
            context.next();
        }
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // More digits than a long has; other nonsense never gets past the HTTP decoder.
            return Long.MAX_VALUE;
        }
    }

    private void failed(RoutingContext request) {
        int status = request.statusCode() >= 400 ? request.statusCode() : 500;
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(request.failure());
        if (trouble.isPresent()) {
            LOG.warnf("%s [%s]: %s", trouble.get().detail(), Trace.idOf(request), request.failure().getMessage());
            refuse(request, Problem.of(ProblemType.UNAVAILABLE, trouble.get().detail()));
            return;
        }
        if (request.failure() instanceof HttpClosedException || request.response().ended()) {
            LOG.debugf(request.failure(), "The caller of %s went away, or has an answer [%s]", request.request().path(),
                    Trace.idOf(request));
        } else if (status >= 500) {
            LOG.errorf(request.failure(), "%s %s failed [%s]", request.request().method(), request.request().path(),
                    Trace.idOf(request));
        }
        refuse(request, status == ProblemType.BODY_TOO_LARGE.status()
                ? bodyTooLarge(request) : Problem.of(ProblemType.ofStatus(status), null));
    }

    /** Answers without reading the body, and closes the connection on which the rest of it would come. */
    private void refuse(RoutingContext request, Problem problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        if (contentLength(request.request()) > 0) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(write(problem.withTraceId(Trace.idOf(request))));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
