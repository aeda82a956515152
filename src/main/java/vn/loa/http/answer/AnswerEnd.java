package vn.loa.http.answer;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives back what an answer took, when it has ended, however it ends. */
final class AnswerEnd {

    private AnswerEnd() {
    }

    /** @param giveBack is run once */
    static void of(RoutingContext asking, Runnable giveBack) {
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                giveBack.run();
            }
        };
        HttpServerResponse response = asking.response();
        // Handlers of a response may be set on its event loop only, which may be ending the response at this moment.
        ((HttpServerRequestInternal) asking.request()).context().runOnContext(loop -> {
            try {
                if (!response.ended()) {
                    asking.addEndHandler(ended -> leave.run());
                }
            } finally {
                // On a busy event loop this may run after the end of the answer, which the worker thread has written. Then no
                // end handler is called any more.
                if (response.ended() || response.closed()) {
                    leave.run();
                }
            }
        });
    }
}
