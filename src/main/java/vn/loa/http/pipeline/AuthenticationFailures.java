package vn.loa.http.pipeline;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * {@link Stage#AUTHENTICATION_FAILURES}: what becomes of a failure is left to who asked for the caller, a stage or the resource.
 *
 * <p>Quarkus REST sees to that itself where nobody has, but where there are metrics it also looks for the template of the path, and for
 * that makes its table of all resources anew for each request: a thirtieth of the time that an article takes. {@link RequestMetrics}
 * finds the template of the few requests that no resource sees.
 */
@Singleton
class AuthenticationFailures implements StageHandler {

    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_WHO_ASKED = (request, failure) -> { };

    @Override
    public Stage stage() {
        return Stage.AUTHENTICATION_FAILURES;
    }

    @Override
    public void handle(RoutingContext context) {
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_WHO_ASKED);
        context.next();
    }
}
