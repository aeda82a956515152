package vn.loa.http.pipeline;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * {@link Stage#IDLE_GUARD}: keeps the idle timeout from closing a connection while Loa makes the answer. The timeout counts
 * the time without traffic, and there is no traffic while an answer is made. The timeout still ends a request whose body does
 * not come, and an answer that the client does not take.
 */
@Singleton
class IdleGuard implements StageHandler {

    private static final String NAME = "loa-idle-guard";
    /** The name of Vert.x's handler, which closes the connection on an idle event. */
    private static final String GUARDED = "handler";

    @Override
    public Stage stage() {
        return Stage.IDLE_GUARD;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
        if (pipeline.get(NAME) instanceof Guard guard) {
            guard.current = request;
            guard.come |= request.isEnded();
        } else if (pipeline.get(GUARDED) != null) {
            pipeline.addBefore(GUARDED, NAME, new Guard(request));
        }
        context.next();
    }

    /** Guards one connection. Only its event loop calls it. */
    private static final class Guard extends ChannelDuplexHandler {

        /** The request that is being answered; null while there is none. */
        private HttpServerRequest current;
        /** Whether its last byte has come. The request itself says no as long as somebody has paused it. */
        private boolean come;

        private Guard(HttpServerRequest request) {
            current = request;
            come = request.isEnded();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                come = false;
            }
            if (message instanceof LastHttpContent) {
                come = true;
            }
            super.channelRead(context, message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof IdleStateEvent) || !isAwaited()) {
                context.fireUserEventTriggered(event);
            }
        }

        /** Forgets the request after its answer: an open connection would keep a body of megabytes in memory. */
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (ConnectionWatch.isEndOfAnswer(message)) {
                current = null;
            }
            super.write(context, message, promise);
        }

        private boolean isAwaited() {
            return current != null && come && !current.response().headWritten() && !current.response().ended()
                    && !current.response().closed();
        }
    }
}
