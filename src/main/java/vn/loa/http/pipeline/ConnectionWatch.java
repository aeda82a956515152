package vn.loa.http.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.loa.http.LimitsConfig;
import vn.loa.http.Stopping;
import vn.loa.http.answer.LargeAnswer;
import vn.loa.http.body.RequestBody;

/**
 * {@link Stage#CONNECTION}: notes the connection on which the request came, for stopping. Closes a connection on which a client
 * sends too many requests while the first of them is being answered (pipelining, RFC 9112, section 9.3.2). Vert.x keeps all of
 * them: behind an event stream, which never ends, they would fill the memory. No known client sends more than a few. A request
 * whose client has not taken the answers to the requests before it waits: Vert.x would queue any number of answers.
 */
@Singleton
class ConnectionWatch implements StageHandler {

    private static final int MOST_UNANSWERED = 256;
    /** In bytes. A request waits while the answers before it have more that has not left. */
    private static final int MOST_UNSENT = 1 << 20;
    private static final int CONTINUE = 100;
    private static final AttributeKey<Watched> WATCHED = AttributeKey.valueOf(ConnectionWatch.class, "watched");

    private final Stopping stopping;
    private final LimitsConfig limits;

    ConnectionWatch(Stopping stopping, LimitsConfig limits) {
        this.stopping = stopping;
        this.limits = limits;
    }

    @Override
    public Stage stage() {
        return Stage.CONNECTION;
    }

    @Override
    public void handle(RoutingContext context) {
        stopping.note(context.request());
        Watched connection = watch(context.request());
        if (connection.isBehind()) {
            hold(context, connection);
        } else {
            context.next();
        }
    }

    /** Counts the connection's unanswered requests from now on. */
    private static Watched watch(HttpServerRequest request) {
        Channel channel = ((HttpServerConnection) request.connection()).channel();
        Watched watched = channel.attr(WATCHED).get();
        if (watched == null) {
            watched = new Watched(channel);
            channel.attr(WATCHED).set(watched);
            channel.pipeline().addBefore("handler", ConnectionWatch.class.getName(), watched);
        }
        return watched;
    }

    private void hold(RoutingContext context, Watched connection) {
        HttpServerRequest request = context.request();
        boolean body = RequestBody.isIn(request);
        if (body) {
            request.pause();
        }
        connection.whenTaken(limits.answerWindow(), () -> ((HttpServerRequestInternal) request).context().runOnContext(taken -> {
            if (body) {
                request.resume();
            }
            context.next();
        }));
    }

    /** Whether this message is the end of an answer. A 100 (Continue) is not the answer. */
    static boolean isEndOfAnswer(Object written) {
        boolean interim = written instanceof HttpResponse response && response.status().code() == CONTINUE;
        return written instanceof LastHttpContent && !interim;
    }

    /** The unanswered requests of one connection, and what has not left it. Only its event loop calls it. */
    private static final class Watched extends ChannelDuplexHandler {

        private final Channel channel;
        /** Begins with the request during which the watch was set up. */
        private int unanswered = 1;
        /** Lets the next request go on; null while none waits. */
        private Runnable waiting;
        private Future<?> pace;

        private Watched(Channel channel) {
            this.channel = channel;
        }

        private long unsent() {
            ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            return buffer == null ? 0 : buffer.totalPendingWriteBytes();
        }

        private boolean isBehind() {
            if (unsent() > MOST_UNSENT) {
                // While many requests are read at once, nothing is sent by itself.
                channel.flush();
            }
            return unsent() > MOST_UNSENT;
        }

        /** Disconnects a client that meanwhile takes less than a piece of a large answer in a window. */
        private void whenTaken(Duration window, Runnable next) {
            waiting = next;
            awaitPiece(window);
        }

        private void awaitPiece(Duration window) {
            long before = unsent();
            pace = channel.eventLoop().schedule(() -> {
                if (before - unsent() < LargeAnswer.PIECE) {
                    channel.pipeline().context(this).close();
                } else {
                    awaitPiece(window);
                }
            }, window.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
            super.channelWritabilityChanged(context);
            if (waiting != null && channel.isWritable()) {
                pace.cancel(false);
                Runnable next = waiting;
                waiting = null;
                next.run();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            if (pace != null) {
                pace.cancel(false);
            }
            super.channelInactive(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest && ++unanswered > MOST_UNANSWERED) {
                ReferenceCountUtil.release(message);
                context.close();
            } else {
                super.channelRead(context, message);
            }
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (isEndOfAnswer(message)) {
                unanswered--;
            }
            super.write(context, message, promise);
        }
    }
}
