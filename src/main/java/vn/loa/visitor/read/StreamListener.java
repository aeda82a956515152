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
 * A client of the event stream, as the body of its answer. A client that does not keep up gets nothing until its connection
 * has room again, and then only the latest counters. A client that leaves in the middle of an event causes no error in the
 * log; with the framework's own streams it would.
 */
final class StreamListener {

    private final String first;
    private final Collection<StreamListener> listeners;
    private final Runnable leave;
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile HttpServerResponse response;
    private volatile boolean behind;

    /** @param leave gives the place back */
    StreamListener(String first, Collection<StreamListener> listeners, Runnable leave) {
        this.first = first;
        this.listeners = listeners;
        this.leave = leave;
    }

    private void start(ResteasyReactiveRequestContext request) {
        response = request.unwrap(HttpServerResponse.class);
        request.unwrap(RoutingContext.class).addEndHandler(ended -> end(request));
        response.setChunked(true);
        listeners.add(this);
        send(first);
        if (response.closed()) {
            end(request);
        }
    }

    private void end(ResteasyReactiveRequestContext request) {
        if (left.compareAndSet(false, true)) {
            listeners.remove(this);
            leave.run();
            request.resume();
        }
    }

    /** Whether something has changed that there was no room to tell of. */
    boolean isBehind() {
        return behind;
    }

    /** @param news whether it knows of this not yet; if not, it is told only if it is behind */
    void tell(String event, boolean news) {
        if (!news && !behind) {
            return;
        }
        behind = response.writeQueueFull();
        if (!behind) {
            send(event);
        }
    }

    /** One who is behind needs none, and stays behind: the counters that it has missed come first. */
    void beat(String comment) {
        if (!behind && !response.ended() && !response.writeQueueFull()) {
            send(comment);
        }
    }

    private void send(String event) {
        if (!response.ended() && !response.closed()) {
            // What cannot be sent has nobody who waits for it; the handler above is told.
            response.write(event);
        }
    }

    void end() {
        if (!response.ended()) {
            response.end();
        }
    }

    /** Sends what there is to tell, for as long as anybody listens. */
    @Provider
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public static class Writer implements ServerMessageBodyWriter<StreamListener> {

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
