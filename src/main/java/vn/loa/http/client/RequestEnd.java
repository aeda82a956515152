package vn.loa.http.client;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices the end of a request: its answer has been sent, or its client has gone. Handlers of a response alone are not enough.
 * Vert.x calls them once, and not those that are added between a failure of the connection and its end, nor any after the
 * response was reset. The future of the channel misses nothing.
 */
public final class RequestEnd {

    private final Runnable action;
    private final Future<Void> closed;
    private final GenericFutureListener<Future<Void>> gone = closing -> run();
    private final AtomicBoolean ended = new AtomicBoolean();

    private RequestEnd(Channel channel, Runnable action) {
        this.action = action;
        this.closed = channel.closeFuture();
    }

    /**
     * May be called by any thread.
     *
     * @param action runs once, on the event loop of the connection; soon, if the request has ended already
     */
    public static void of(RoutingContext context, Runnable action) {
        RequestEnd end = new RequestEnd(connection(context).channel(), action);
        end.closed.addListener(end.gone);
        if (connection(context).channel().eventLoop().inEventLoop()) {
            end.watch(context);
        } else {
            // Handlers of a response may be set on its event loop only, which may be ending the response at this moment.
            ((HttpServerRequestInternal) context.request()).context().runOnContext(loop -> end.watch(context));
        }
    }

    /**
     * Disconnects a client that does not take its answer. Other ways to close a connection first wait until all that was
     * written has left.
     */
    public static void disconnect(RoutingContext context) {
        connection(context).channelHandlerContext().close();
    }

    private static ConnectionBase connection(RoutingContext context) {
        return (ConnectionBase) context.request().connection();
    }

    private void watch(RoutingContext context) {
        HttpServerResponse response = context.response();
        try {
            if (!response.ended()) {
                context.addEndHandler(sent -> run());
            }
        } finally {
            // On a busy event loop this may run after the end of the answer, which a worker thread has written. Then no end
            // handler is called any more.
            if (response.ended() || response.closed()) {
                run();
            }
        }
    }

    private void run() {
        if (ended.compareAndSet(false, true)) {
            // Other requests may follow on the connection.
            closed.removeListener(gone);
            action.run();
        }
    }
}
