package vn.loa.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vn.loa.http.body.RequestBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;

/** Answers with a problem where no resource does, and leaves the connection in a state that both sides know. */
@ApplicationScoped
class Refusal {

    private static final String RETRY_AFTER_SECONDS = "5";
    /**
     * How long the rest of a body that was refused is taken in and dropped before the connection is closed: a client
     * that is still sending would lose the answer (RFC 9112, section 9.6).
     */
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** Taking in costs the event loops: when more come than ordinary clients would send, the network may keep theirs. */
    private static final int MOST_TAKING_IN = 16;

    private final AtomicInteger takingIn = new AtomicInteger();
    private final SecurityHeaders headers;
    private final ObjectMapper json;

    Refusal(SecurityHeaders headers, ObjectMapper json) {
        this.headers = headers;
        this.json = json;
    }

    /** A body that has not come by now is never looked at. */
    void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        boolean unread = !isRead(context);
        if (unread) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (problem.status() == ProblemType.UNAVAILABLE.status()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        end(context, problem);
        if (unread) {
            close(context.request());
        }
    }

    /** For a request of which nobody knows where it ends: nothing that follows on the connection is looked at. */
    void refuseAndClose(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        HttpServerConnection connection = (HttpServerConnection) context.request().connection();
        connection.handler(another -> { });
        end(context, problem);
        connection.close();
    }

    /** For what the HTTP decoder refused: it is on no way to any address, and the connection will be closed. */
    void refuseUnrouted(HttpServerRequest request, Problem problem) {
        headers.addTo(request);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        end(request.response(), problem.withTraceId(TraceId.random()));
        request.response().close();
    }

    private void end(RoutingContext context, Problem problem) {
        end(context.response(), problem.withTraceId(TraceId.idOf(context)));
    }

    private void end(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(write(problem));
    }

    /** The resource refuses the request without its body; afterwards the connection is closed. */
    void leaveUnread(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(ended -> close(context.request()));
    }

    private static boolean isRead(RoutingContext context) {
        return !RequestBody.isIn(context.request()) || context.body() != null && context.body().buffer() != null;
    }

    private void close(HttpServerRequest request) {
        HttpServerConnection connection = (HttpServerConnection) request.connection();
        connection.handler(another -> { });
        if (request.isEnded()) {
            connection.close();
            return;
        }
        boolean takesIn = takingIn.incrementAndGet() <= MOST_TAKING_IN;
        AtomicBoolean over = new AtomicBoolean();
        Runnable end = () -> {
            if (over.compareAndSet(false, true)) {
                takingIn.decrementAndGet();
                connection.close();
            }
        };
        connection.getContext().owner().setTimer(LINGER.toMillis(), late -> end.run());
        request.exceptionHandler(gone -> end.run());
        if (takesIn) {
            request.handler(dropped -> { }).endHandler(all -> end.run());
            request.resume();
        }
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
