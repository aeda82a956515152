package vn.loa.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;
import vn.loa.sql.DatabaseTrouble;

/**
 * What happens to a request before any resource sees it: limits, the headers that all answers have, and problems for what no resource
 * answers. It stands in front of Quarkus's own limits, which would refuse without a body.
 */
@ApplicationScoped
class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);
    private static final int FIRST = 1000;
    private static final String OPEN_API = "/q/openapi*";
    private static final int BEFORE_QUARKUS = -1;

    private static final BitSet ORDINARY = new BitSet();

    static {
        "/-._~?=&,".chars().forEach(ORDINARY::set);
        ORDINARY.set('0', '9' + 1);
        ORDINARY.set('A', 'Z' + 1);
        ORDINARY.set('a', 'z' + 1);
    }

    private final SecurityHeaders headers;
    private final LimitsConfig limits;
    private final Operations operations;
    private final Refusal refusal;
    private final Stopping stopping;

    Edge(SecurityHeaders headers, LimitsConfig limits, Operations operations, Refusal refusal, Stopping stopping) {
        this.headers = headers;
        this.limits = limits;
        this.operations = operations;
        this.refusal = refusal;
        this.stopping = stopping;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::headersOfAll, FIRST);
        filters.register(this::enforceLimits, FIRST - 1);
        filters.register(this::answerOptions, FIRST - 2);
    }

    void routes(@Observes Router router,
            @ConfigProperty(name = "quarkus.smallrye-openapi.enabled", defaultValue = "true") boolean openApi) {
        if (!openApi) {
            // Quarkus still has the address, and answers there without a body.
            router.route(OPEN_API).order(BEFORE_QUARKUS).handler(this::refuseUnknown);
        }
        router.route().order(Integer.MAX_VALUE).handler(this::refuseUnknown);
        router.route().order(Integer.MAX_VALUE).failureHandler(this::failed);
        router.errorHandler(400, this::refuseEarly);
    }

    /** An address that cannot be decoded, or no Host, fails before any filter is asked. */
    private void refuseEarly(RoutingContext context) {
        headers.addTo(context.request());
        refusal.refuseAndClose(context, Problem.of(ProblemType.BAD_REQUEST, null));
    }

    private void refuseUnknown(RoutingContext context) {
        refusal.refuse(context, Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + context.normalizedPath() + "."));
    }

    private void headersOfAll(RoutingContext context) {
        stopping.note(context.request());
        PipelinedRequests.watch(context.request());
        headers.addTo(context.request());
        context.next();
    }

    private void enforceLimits(RoutingContext context) {
        HttpServerRequest request = context.request();
        Problem fault = Framing.fault(request);
        if (fault != null) {
            refusal.refuseAndClose(context, fault);
            return;
        }
        if (!isUri(request.uri())) {
            refusal.refuse(context, Problem.of(ProblemType.BAD_REQUEST, "The address is not a valid URI."));
            return;
        }
        long uri = request.uri().length();
        if (uri > limits.uri().asLongValue()) {
            refusal.refuse(context, Problem.of(ProblemType.URI_TOO_LONG,
                    "The address has " + uri + " bytes; at most " + limits.uri().asLongValue() + " are read."));
            return;
        }
        long headers = headerBytes(request);
        if (headers > limits.headers().asLongValue()) {
            refusal.refuse(context, Problem.of(ProblemType.HEADERS_TOO_LARGE,
                    "The headers have " + headers + " bytes; at most " + limits.headers().asLongValue() + " are read."));
            return;
        }
        context.next();
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

    /** What 405 says in its Allow header, said beforehand. Preflights are left to the CORS filter. */
    private void answerOptions(RoutingContext context) {
        boolean preflight = context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
        if (context.request().method() == HttpMethod.OPTIONS && !preflight && operations.knows(context.normalizedPath())) {
            context.response().putHeader(HttpHeaders.ALLOW, operations.allowed(context.normalizedPath())).end();
        } else {
            context.next();
        }
    }

    private void failed(RoutingContext request) {
        int status = request.statusCode() >= 400 ? request.statusCode() : 500;
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.of(request.failure());
        if (trouble.isPresent()) {
            LOG.warnf("%s [%s]: %s", trouble.get().detail(), TraceId.idOf(request), request.failure().getMessage());
            refusal.refuse(request, Problem.of(ProblemType.UNAVAILABLE, trouble.get().detail()));
            return;
        }
        if (request.failure() instanceof HttpClosedException || request.response().ended()) {
            LOG.debugf(request.failure(), "The caller of %s went away, or has an answer [%s]", request.request().path(),
                    TraceId.idOf(request));
        } else if (status >= 500) {
            LOG.errorf(request.failure(), "%s %s failed [%s]", request.request().method(), request.request().path(),
                    TraceId.idOf(request));
        }
        if (status == ProblemType.BAD_REQUEST.status() && !request.response().headers().contains(HttpHeaders.DATE)) {
            refuseEarly(request);
        } else {
            refusal.refuse(request, Problem.of(ProblemType.ofStatus(status), null));
        }
    }
}
