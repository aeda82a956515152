package vn.loa.http.answer;

import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.loa.http.LimitsConfig;
import vn.loa.http.client.RequestEnd;

/**
 * A response body that is sent piece by piece, each piece when the one before has left. Sent at once, the bytes would
 * be copied twice for each client on their way to the socket, and would stay in memory for as long as a slow client
 * takes.
 */
public record LargeAnswer(byte[] bytes) {

    /** In bytes. Smaller bodies are sent at once. */
    public static final int PIECE = 256 << 10;

    /** Sends a large body to the socket of the request. */
    @Provider
    // Without this annotation the framework takes its own writer, which sends toString().
    @Produces(MediaType.WILDCARD)
    public static class LargeAnswerWriter implements ServerMessageBodyWriter<LargeAnswer> {

        private final LimitsConfig limits;

        LargeAnswerWriter(LimitsConfig limits) {
            this.limits = limits;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
            return type == LargeAnswer.class;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == LargeAnswer.class;
        }

        @Override
        public void writeResponse(LargeAnswer answer, Type genericType, ServerRequestContext context) {
            answer.send((ResteasyReactiveRequestContext) context, limits.answerWindow());
        }

        @Override
        public void writeTo(LargeAnswer answer, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
            out.write(answer.bytes);
        }
    }

    /**
     * Disconnects a client that takes longer than {@code window} for one piece, because the body holds memory that
     * others wait for.
     */
    void send(ResteasyReactiveRequestContext request, Duration window) {
        request.suspend();
        HttpServerResponse response = request.unwrap(HttpServerResponse.class);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        send(0, response, window)
                // It is too late for a problem. The missing end shows the client that the body is incomplete.
                .onFailure(gone -> RequestEnd.disconnect(request.unwrap(RoutingContext.class)))
                .onComplete(ended -> request.resume());
    }

    private Future<Void> send(int from, HttpServerResponse response, Duration window) {
        int length = Math.min(bytes.length - from, PIECE);
        Buffer piece = Buffer.buffer(Unpooled.wrappedBuffer(bytes, from, length));
        boolean last = from + length == bytes.length;
        Future<Void> sent = (last ? response.end(piece) : response.write(piece))
                .timeout(window.toMillis(), TimeUnit.MILLISECONDS);
        return last ? sent : sent.compose(next -> send(from + length, response, window));
    }
}
