package vn.loa.http.pipeline;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.Stopping;

/**
 * {@link Stage#CONNECTION}: notes the connection on which the request came, for stopping. Closes a connection on which a client
 * sends too many requests while the first of them is being answered (pipelining, RFC 9112, section 9.3.2). Vert.x keeps all of
 * them: behind an event stream, which never ends, they would fill the memory. No known client sends more than a few.
 */
@Singleton
class ConnectionWatch implements StageHandler {

    private static final int MOST_UNANSWERED = 256;
    private static final int CONTINUE = 100;
    private static final AttributeKey<Boolean> WATCHED = AttributeKey.valueOf(ConnectionWatch.class, "watched");

    private final Stopping stopping;

    ConnectionWatch(Stopping stopping) {
        this.stopping = stopping;
    }

    @Override
    public Stage stage() {
        return Stage.CONNECTION;
    }

    @Override
    public void handle(RoutingContext context) {
        stopping.note(context.request());
        watch(context.request());
        context.next();
    }

    /** Counts the connection's unanswered requests from now on. */
    private static void watch(HttpServerRequest request) {
        Channel channel = ((HttpServerConnection) request.connection()).channel();
        if (!channel.hasAttr(WATCHED)) {
            channel.attr(WATCHED).set(true);
            channel.pipeline().addBefore("handler", ConnectionWatch.class.getName(), new UnansweredRequests());
        }
    }

    /** Whether this message is the end of an answer. A 100 (Continue) is not the answer. */
    static boolean isEndOfAnswer(Object written) {
        boolean interim = written instanceof HttpResponse response && response.status().code() == CONTINUE;
        return written instanceof LastHttpContent && !interim;
    }

    /** Counts those of one connection. Only its event loop calls it. */
    private static final class UnansweredRequests extends ChannelDuplexHandler {

        /** Begins with the request during which the watch was set up. */
        private int unanswered = 1;

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
