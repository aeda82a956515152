package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.Operations;

/** {@link Stage#OPTIONS}: answers OPTIONS with the {@code Allow} header that a 405 at the same address has. */
@Singleton
class OptionsAnswers implements StageHandler {

    private final Operations operations;

    OptionsAnswers(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Stage stage() {
        return Stage.OPTIONS;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.request().method() == HttpMethod.OPTIONS && !OpenCors.isPreflight(context.request())
                && operations.knows(context.normalizedPath())) {
            context.response().putHeader(HttpHeaders.ALLOW, operations.allowed(context.normalizedPath())).end();
        } else {
            context.next();
        }
    }
}
