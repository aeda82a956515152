package vn.loa.http.pipeline;

import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * {@link Stage#AUTHENTICATION_FAILURES}: a failure goes to the mappers of exceptions. Quarkus REST sees to that itself where nobody
 * has, but where there are metrics it also looks for the template of the path, and for that makes its table of all resources anew
 * for each request: a thirtieth of the time that an article takes. {@link RequestMetrics} finds the template of the few requests
 * that no resource sees.
 */
@Singleton
class AuthenticationFailures implements StageHandler {

    private static final BiConsumer<RoutingContext, Throwable> TO_MAPPERS = (context, failure) -> {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(context, failure);
        if (!context.failed()) {
            context.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    };

    @Override
    public Stage stage() {
        return Stage.AUTHENTICATION_FAILURES;
    }

    @Override
    public void handle(RoutingContext context) {
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, TO_MAPPERS);
        context.next();
    }
}
