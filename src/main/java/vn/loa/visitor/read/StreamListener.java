package vn.loa.visitor.read;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import vn.loa.http.client.RequestEnd;

/**
 * A client of the event stream, and the body of its response. A client that does not keep up gets nothing until its connection
 * has room again, and then only the latest counters. A client that does not acknowledge what it is sent has gone without a word,
 * as telephones do, and is given up. A client that leaves in the middle of an event causes no error in the
 * log, as it would with the framework's own streams.
 */
final class StreamListener {

    /** In milliseconds: two heartbeats. Without it Linux sends again for a quarter of an hour. */
    private static final int UNACKNOWLEDGED = 30_000;
    private static final Logger LOG = Logger.getLogger(StreamListener.class);

    private final UUID article;
    private final String first;
    private final Collection<StreamListener> listeners;
    private final Runnable onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean resumed = new AtomicBoolean();
    /** Null until the response begins. */
    private volatile ResteasyReactiveRequestContext request;
    private volatile HttpServerResponse response;
    private volatile boolean behind;

    /**
     * @param article whose views the client wants, too; null for none
     * @param first the events that are sent at once
     * @param listeners all open streams; this one is among them while it is open
     * @param onEnd runs once, when the stream has ended
     */
    StreamListener(UUID article, String first, Collection<StreamListener> listeners, Runnable onEnd) {
        this.article = article;
        this.first = first;
        this.listeners = listeners;
        this.onEnd = onEnd;
    }

    /**
     * Notices when the client leaves. To be called before anything else: the client may be gone already, and then the response
     * is never begun.
     */
    void watch(RoutingContext context) {
        RequestEnd.of(context, this::finish);
    }

    private static Channel channel(RoutingContext context) {
        return ((ConnectionBase) context.request().connection()).channel();
    }

    private void start(ResteasyReactiveRequestContext theRequest) {
        request = theRequest;
        response = theRequest.unwrap(HttpServerResponse.class);
        giveUpUnacknowledged(channel(theRequest.unwrap(RoutingContext.class)));
        response.setChunked(true);
        listeners.add(this);
        if (ended.get()) {
            // The client left before it was among them.
            listeners.remove(this);
            resume();
        } else {
            write(first);
        }
    }

    private static void giveUpUnacknowledged(Channel channel) {
        if (channel instanceof EpollSocketChannel socket) {
            try {
                socket.config().setTcpUserTimeout(UNACKNOWLEDGED);
            } catch (ChannelException e) {
                LOG.debug("The client has gone before its stream began", e);
            }
        }
    }

    private void finish() {
        if (ended.compareAndSet(false, true)) {
            listeners.remove(this);
            onEnd.run();
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

    /** Null when the client wants no article's views. */
    UUID article() {
        return article;
    }

    /** Sends the new ones of these events; to a client that is behind, all. */
    void send(List<StreamEvent> events) {
        StringBuilder text = new StringBuilder();
        events.stream().filter(event -> event.isNew() || behind).forEach(event -> text.append(event.text()));
        if (!text.isEmpty()) {
            behind = response.writeQueueFull();
            if (!behind) {
                write(text.toString());
            }
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
