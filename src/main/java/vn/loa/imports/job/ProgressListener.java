package vn.loa.imports.job;

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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.loa.http.client.RequestEnd;

/**
 * A client that watches a job, and the body of its response. One that does not keep up misses events, which are followed by
 * later ones. One that leaves in the middle of an event causes no error in the log.
 */
final class ProgressListener {

    private final UUID job;
    private final String first;
    private final Collection<ProgressListener> listeners;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean resumed = new AtomicBoolean();
    /** Null until the response begins. */
    private volatile ResteasyReactiveRequestContext request;
    private volatile HttpServerResponse response;
    private volatile String sent;

    /**
     * @param first the event that is sent at once
     * @param listeners all open streams; this one is among them until it ends
     */
    ProgressListener(UUID job, String first, Collection<ProgressListener> listeners) {
        this.job = job;
        this.first = first;
        this.listeners = listeners;
        this.sent = first;
    }

    /** Notices when the client leaves. It may be gone already: then the response is never begun. */
    void watch(RoutingContext context) {
        RequestEnd.of(context, this::finish);
    }

    private void start(ResteasyReactiveRequestContext theRequest) {
        request = theRequest;
        response = theRequest.unwrap(HttpServerResponse.class);
        response.setChunked(true);
        if (ended.get()) {
            resume();
        } else {
            write(first);
        }
    }

    private void finish() {
        if (ended.compareAndSet(false, true)) {
            listeners.remove(this);
            resume();
        }
    }

    /** Lets Quarkus REST end the request. */
    private void resume() {
        ResteasyReactiveRequestContext suspended = request;
        if (suspended != null && resumed.compareAndSet(false, true)) {
            suspended.resume();
        }
    }

    UUID job() {
        return job;
    }

    /** Sends an event, unless it was sent last, or the client is behind. */
    void send(String event) {
        if (response != null && !event.equals(sent) && !response.writeQueueFull()) {
            sent = event;
            write(event);
        }
    }

    /** Sends a comment, which keeps proxies from closing the stream. */
    void sendComment(String comment) {
        if (response != null && !response.writeQueueFull()) {
            write(comment);
        }
    }

    private void write(String text) {
        if (!response.ended() && !response.closed()) {
            // A failed write needs no handling: the end handler is called.
            response.write(text);
        }
    }

    void end() {
        if (response != null && !response.ended()) {
            response.end();
        }
    }

    /** Hands the response over to the listener, which ends it. */
    @Provider
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public static class ProgressWriter implements ServerMessageBodyWriter<ProgressListener> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
            return type == ProgressListener.class;
        }

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == ProgressListener.class;
        }

        @Override
        public void writeResponse(ProgressListener listener, Type genericType, ServerRequestContext context) {
            ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
            request.suspend();
            listener.start(request);
        }

        @Override
        public void writeTo(ProgressListener listener, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
            throw new IOException("a stream is sent event by event");
        }
    }
}
