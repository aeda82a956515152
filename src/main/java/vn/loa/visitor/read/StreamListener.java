package vn.loa.visitor.read;

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
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * A client of the event stream, and the body of its response. A client that does not keep up gets nothing until its connection
 * has room again, and then only the latest counters. A client that leaves in the middle of an event causes no error in the
 * log, as it would with the framework's own streams.
 */
final class StreamListener {

    private final String first;
    private final Collection<StreamListener> listeners;
    private final Runnable onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile HttpServerResponse response;
    private volatile boolean behind;

    /**
     * @param first the event that is sent at once
     * @param listeners all open streams; this one is among them while it is open
     * @param onEnd runs once, when the stream has ended
     */
    StreamListener(String first, Collection<StreamListener> listeners, Runnable onEnd) {
        this.first = first;
        this.listeners = listeners;
        this.onEnd = onEnd;
    }

    private void start(ResteasyReactiveRequestContext request) {
        response = request.unwrap(HttpServerResponse.class);
        request.unwrap(RoutingContext.class).addEndHandler(result -> end(request));
        response.setChunked(true);
        listeners.add(this);
        write(first);
        if (response.closed()) {
            end(request);
        }
    }

    private void end(ResteasyReactiveRequestContext request) {
        if (ended.compareAndSet(false, true)) {
            listeners.remove(this);
            onEnd.run();
            request.resume();
        }
    }

    /** Whether the client has missed an event for lack of room. */
    boolean isBehind() {
        return behind;
    }

    /** @param changed whether the event is new; an old one is sent only to a client that is behind */
    void send(String event, boolean changed) {
        if (!changed && !behind) {
            return;
        }
        behind = response.writeQueueFull();
        if (!behind) {
            write(event);
        }
    }

    /** Sends a comment, except to a client that is behind: its next bytes are the counters that it has missed. */
    void sendComment(String comment) {
        if (!behind && !response.ended() && !response.writeQueueFull()) {
            write(comment);
        }
    }

    private void write(String event) {
        if (!response.ended() && !response.closed()) {
            // A failed write needs no handling: the end handler is called.
            response.write(event);
        }
    }

    void end() {
        if (!response.ended()) {
            response.end();
        }
    }

    /** Hands the response over to the listener, which ends it. */
    @Provider
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public static class StreamWriter implements ServerMessageBodyWriter<StreamListener> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
            return type == StreamListener.class;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == StreamListener.class;
        }

        @Override
        public void writeResponse(StreamListener listener, Type genericType, ServerRequestContext context) {
            ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
            request.suspend();
            listener.start(request);
        }

        @Override
        public void writeTo(StreamListener listener, Class<?> type, Type genericType, Annotation[] annotations,
                MediaType mediaType, MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
            throw new IOException("a stream is sent event by event");
        }
    }
}
