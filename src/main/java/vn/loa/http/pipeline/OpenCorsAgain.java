package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.CrossOrigin;

/** {@link Stage#OPEN_CORS_AGAIN}: replaces the origin that Quarkus has named in the headers. */
@Singleton
class OpenCorsAgain implements StageHandler {

    private final CrossOrigin origins;

    OpenCorsAgain(CrossOrigin origins) {
        this.origins = origins;
    }

    @Override
    public Stage stage() {
        return Stage.OPEN_CORS_AGAIN;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.ORIGIN) != null) {
            origins.addTo(context.response().headers());
        }
        context.next();
    }
}
