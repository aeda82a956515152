package vn.loa.http.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.loa.http.body.RequestBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.problem.TraceId;

/**
 * Answers with a problem before a resource sees the request. If a body is still unread, the connection is closed after the
 * answer, because the next request would begin in the middle of that body.
 */
@Singleton
class Refusal {

    /**
     * How long the rest of a refused body is received and dropped before the connection is closed. A client that is still
     * sending would lose the answer if the connection were closed at once (RFC 9112, section 9.6).
     */
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** Connections whose rest is received at a time. Beyond that the event loops serve readers: this looks like an attack. */
    private static final int MOST_DRAINING = 16;

    // Each is encoded once, not for each request.
    private static final CharSequence MEDIA_TYPE = HttpHeaders.createOptimized(Problem.MEDIA_TYPE);
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    /** Stands for the trace id where a problem is written before its request comes. */
    private static final String ANY_TRACE = "0".repeat(32);

    /**
     * A problem that is written once, for refusals that must cost little.
     *
     * @param before what stands before the trace id
     * @param after what stands behind it
     */
    record Prepared(int status, byte[] before, byte[] after) {
    }

    private final AtomicInteger draining = new AtomicInteger();
    private final SecurityHeaders headers;
    private final ObjectMapper json;

    Refusal(SecurityHeaders headers, ObjectMapper json) {
        this.headers = headers;
        this.json = json;
    }

    Prepared prepare(Problem problem) {
        String text = write(problem.withTraceId(ANY_TRACE));
        int place = text.indexOf(ANY_TRACE);
        return new Prepared(problem.status(), text.substring(0, place).getBytes(StandardCharsets.UTF_8),
                text.substring(place + ANY_TRACE.length()).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with the problem. A body that has not come by now is never read. */
    void refuse(RoutingContext context, Prepared problem) {
        refuse(context, problem.status, () -> Buffer.buffer(problem.before.length + ANY_TRACE.length() + problem.after.length)
                .appendBytes(problem.before).appendString(TraceId.idOf(context)).appendBytes(problem.after));
    }

    /** Like {@link #refuse(RoutingContext, Prepared)}. */
    void refuse(RoutingContext context, Problem problem) {
        refuse(context, problem.status(), () -> Buffer.buffer(write(problem.withTraceId(TraceId.idOf(context)))));
    }

    private void refuse(RoutingContext context, int status, Supplier<Buffer> problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        boolean unread = !isRead(context);
        if (unread) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (status == ProblemType.UNAVAILABLE.status()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Problem.RETRY_AFTER_SECONDS));
        }
        end(response, status, problem.get());
        if (unread) {
            // Behind a chunk that cannot be read, Vert.x closes the connection before it flushes.
            ((ConnectionBase) context.request().connection()).channelHandlerContext().flush();
            close(context.request());
        }
    }

    /** Refuses the request if a chunk of its body cannot be read while it waits. The reader of the body then does the same. */
    void refuseIfBodyBreaks(RoutingContext context) {
        context.request().exceptionHandler(failure -> {
            if (RequestBody.isMalformed(failure)) {
                refuse(context, RequestBody.MALFORMED);
            }
        });
    }

    /** For a request whose end cannot be found: nothing that follows on the connection is read as a request. */
    void refuseAndClose(RoutingContext context, Problem problem) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        HttpServerConnection connection = (HttpServerConnection) context.request().connection();
        connection.handler(another -> { });
        end(context.response(), problem.withTraceId(TraceId.idOf(context)));
        connection.close();
    }

    /** For a request that the HTTP decoder refused: no stage sees it, and the connection is closed. */
    void refuseUnrouted(HttpServerRequest request, Problem problem) {
        headers.addTo(request);
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        end(request.response(), problem.withTraceId(TraceId.random()));
        request.response().close();
    }

    private void end(HttpServerResponse response, Problem problem) {
        end(response, problem.status(), Buffer.buffer(write(problem)));
    }

    private static void end(HttpServerResponse response, int status, Buffer problem) {
        response.setStatusCode(status).headers().set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        response.end(problem);
    }

    /** For a request that a resource will refuse without its body: closes the connection after the answer. */
    void leaveUnread(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(ended -> close(context.request()));
    }

    private static boolean isRead(RoutingContext context) {
        return !RequestBody.isIn(context.request()) || context.body() != null && context.body().buffer() != null;
    }

    /** Closes the connection when the rest of the body has come, or after {@link #LINGER}. */
    private void close(HttpServerRequest request) {
        HttpServerConnection connection = (HttpServerConnection) request.connection();
        connection.handler(another -> { });
        if (request.isEnded()) {
            connection.close();
            return;
        }
        boolean drains = draining.incrementAndGet() <= MOST_DRAINING;
        AtomicBoolean over = new AtomicBoolean();
        Runnable end = () -> {
            if (over.compareAndSet(false, true)) {
                draining.decrementAndGet();
                connection.close();
            }
        };
        connection.getContext().owner().setTimer(LINGER.toMillis(), late -> end.run());
        request.exceptionHandler(gone -> end.run());
        if (drains) {
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
