package vn.loa.http.answer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends a long body piece by piece, and reads each piece when the one before has left. A slow client holds one piece in
 * memory, and neither a thread nor a database connection.
 */
@Provider
// Without this annotation the framework takes its own writer, which sends toString().
@Produces(MediaType.WILDCARD)
public class LongBodyWriter implements ServerMessageBodyWriter<LongBody> {

    /** In bytes. Each piece is read with one statement. */
    public static final int PIECE = 256 * 1024;

    private static final Logger LOG = Logger.getLogger(LongBodyWriter.class);

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
        HttpServerResponse response = request.unwrap(HttpServerResponse.class);
        // The framework would write its headers with the first bytes, which is too late for this one.
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.range().length()));
        send(body, response, request);
    }

    private void send(LongBody body, HttpServerResponse response, ResteasyReactiveRequestContext request) {
        int length = (int) Math.min(body.range().length(), PIECE);
        request.unwrap(RoutingContext.class).vertx()
                .executeBlocking(() -> read(body, length), false)
                .onFailure(failure -> LOG.error("A file could not be read to its end", failure))
                .compose(piece -> response.write(Buffer.buffer(piece)))
                .onSuccess(sent -> {
                    if (length < body.range().length()) {
                        send(body.after(length), response, request);
                    } else {
                        response.end();
                        request.resume();
                    }
                })
                .onFailure(failure -> {
                    // It is too late for a problem. The missing end shows the client that the file is incomplete.
                    response.reset();
                    request.resume();
                });
    }

    private byte[] read(LongBody body, int length) throws IOException {
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
