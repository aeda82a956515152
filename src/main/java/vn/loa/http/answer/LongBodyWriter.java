package vn.loa.http.answer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.loa.http.LimitsConfig;
import vn.loa.http.client.RequestEnd;

/**
 * Sends a long body piece by piece, and reads each piece when the one before has left. A slow client holds one piece in
 * memory, and neither a thread nor a database connection. One that takes too long for a piece is disconnected.
 */
@Provider
// Without this annotation the framework takes its own writer, which sends toString().
@Produces(MediaType.WILDCARD)
public class LongBodyWriter implements ServerMessageBodyWriter<LongBody> {

    /** In bytes. Each piece is read with one statement. */
    public static final int PIECE = 256 * 1024;
    /** For a piece that cannot be read: longer than a failover takes, and than a silent host goes unnoticed. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(LongBodyWriter.class);

    /** Settings are known only when the application runs; the framework makes its writers before. */
    private final Instance<LimitsConfig> limits;

    LongBodyWriter(Instance<LimitsConfig> limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target,
            MediaType mediaType) {
        return type == LongBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == LongBody.class;
    }

    @Override
    public void writeResponse(LongBody body, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        new Sending(request, body.range().start(), limits.get().answerWindow()).send(body, System.nanoTime());
    }

    /**
     * What is being sent. A piece that cannot be read is tried again for a while: bytes that were sent already need not be sent
     * again, and the database may be another one by then. Of the first piece the client is told instead.
     *
     * @param begin the offset of the first byte
     * @param window within which the client must take a piece
     */
    private record Sending(ResteasyReactiveRequestContext request, long begin, Duration window) {

        /** @param since when the piece was tried first */
        void send(LongBody body, long since) {
            int length = (int) Math.min(body.range().length(), PIECE);
            vertx().executeBlocking(() -> read(body, length), false)
                    .onSuccess(piece -> write(piece, body))
                    .onFailure(failure -> failed(failure, body, since));
        }

        private void write(byte[] piece, LongBody body) {
            HttpServerResponse response = response();
            if (isFirst(body)) {
                // The framework would write its headers with the first bytes, which is too late for this one.
                response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.range().length()));
            }
            response.write(Buffer.buffer(piece)).timeout(window.toMillis(), TimeUnit.MILLISECONDS).onSuccess(sent -> {
                if (piece.length < body.range().length()) {
                    send(body.after(piece.length), System.nanoTime());
                } else {
                    response.end();
                    request.resume();
                }
            }).onFailure(gone -> cutOff());
        }

        private void failed(Throwable failure, LongBody body, long since) {
            if (isFirst(body) && !(failure instanceof EOFException)) {
                request.resume(failure);
            } else if (failure instanceof EOFException || System.nanoTime() - since > PATIENCE.toNanos()) {
                LOG.error("A file could not be read to its end", failure);
                cutOff();
            } else if (response().closed()) {
                cutOff();
            } else {
                vertx().setTimer(PAUSE.toMillis(), later -> send(body, since));
            }
        }

        private boolean isFirst(LongBody body) {
            return body.range().start() == begin;
        }

        /** It is too late for a problem. The missing end shows the client that the file is incomplete. */
        private void cutOff() {
            RequestEnd.disconnect(request.unwrap(RoutingContext.class));
            request.resume();
        }

        private HttpServerResponse response() {
            return request.unwrap(HttpServerResponse.class);
        }

        private Vertx vertx() {
            return request.unwrap(RoutingContext.class).vertx();
        }
    }

    private static byte[] read(LongBody body, int length) throws IOException {
        byte[] piece = body.bytes().read(body.range().start(), length);
        if (piece.length < length) {
            throw new EOFException("the content ends too early");
        }
        return piece;
    }

    @Override
    public void writeTo(LongBody body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        throw new IOException("files are sent piece by piece");
    }
}
