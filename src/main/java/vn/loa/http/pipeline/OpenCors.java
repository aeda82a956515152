package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.CrossOrigin;

/** {@link Stage#OPEN_CORS}: lets scripts of every origin read whatever the next stages answer. */
@Singleton
class OpenCors implements StageHandler {

    private final CrossOrigin origins;

    OpenCors(CrossOrigin origins) {
        this.origins = origins;
    }

    @Override
    public Stage stage() {
        return Stage.OPEN_CORS;
    }

    @Override
    public void handle(RoutingContext context) {
        // Quarkus answers preflights, and adds its own headers to those that are set here: they would be there twice.
        if (context.request().method() != HttpMethod.OPTIONS || context.request().getHeader(HttpHeaders.ORIGIN) == null) {
            origins.addTo(context.response().headers());
        }
        context.next();
    }
}
