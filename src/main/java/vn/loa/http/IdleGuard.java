package vn.loa.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Keeps the idle timeout from closing a connection while Loa makes its answer. The timeout counts the time without traffic,
 * and while an answer is made there is none. It still ends a request whose body does not come, and an answer that the
 * client does not take.
 */
@ApplicationScoped
class IdleGuard {

    /** Behind the {@link FastPath}, whose answers are made at once. */
    private static final int BEHIND_SHORTCUTS = 989;
    private static final String NAME = "loa-idle-guard";
    /** Vert.x's own, which closes the connection. */
    private static final String GUARDED = "handler";

    void filters(@Observes Filters filters) {
        filters.register(this::guard, BEHIND_SHORTCUTS);
    }

    private void guard(RoutingContext context) {
        HttpServerRequest request = context.request();
        ChannelPipeline pipeline = ((ConnectionBase) request.connection()).channel().pipeline();
        if (pipeline.get(NAME) instanceof Guard guard) {
            guard.current = request;
        } else if (pipeline.get(GUARDED) != null) {
            pipeline.addBefore(GUARDED, NAME, new Guard(request));
        }
        context.next();
    }

    /** Of one connection: on its event loop. */
    private static final class Guard extends ChannelDuplexHandler {

        /** Null while none is being answered. */
        private HttpServerRequest current;

        private Guard(HttpServerRequest request) {
            current = request;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (!(event instanceof IdleStateEvent) || !isAwaited(current)) {
                context.fireUserEventTriggered(event);
            }
        }

        /** A connection that stays open must not keep its last request in memory: that may have a body of megabytes. */
        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (PipelinedRequests.isEndOfAnswer(message)) {
                current = null;
            }
            super.write(context, message, promise);
        }

        private static boolean isAwaited(HttpServerRequest request) {
            if (request == null) {
                return false;
            }
            boolean read = request.isEnded() || request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                    && request.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
            return read && !request.response().headWritten() && !request.response().ended() && !request.response().closed();
        }
    }
}
