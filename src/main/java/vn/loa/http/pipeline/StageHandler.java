package vn.loa.http.pipeline;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Does one {@link Stage}: answers the request, or calls {@code next()}. It runs on the event loop and never blocks.
 * {@link RequestPipeline} registers every bean of this type. A stage is {@code @Singleton}: the proxy of other scopes costs
 * each request a look-up.
 */
public interface StageHandler extends Handler<RoutingContext> {

    /** The place in the list. */
    Stage stage();
}
