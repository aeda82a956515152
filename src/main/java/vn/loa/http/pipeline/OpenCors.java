package vn.loa.http.pipeline;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import vn.loa.http.CrossOrigin;

/**
 * {@link Stage#OPEN_CORS}: lets scripts of every origin read the answer, whichever stage gives it. Quarkus's CORS filter names
 * the origin of the request in the headers. A cache would give that answer to other origins, so {@code *} takes its place.
 */
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
        if (context.request().getHeader(HttpHeaders.ORIGIN) == null) {
            origins.addTo(context.response().headers());
        } else if (!isPreflight(context.request())) {
            context.addHeadersEndHandler(end -> origins.replaceIn(context.response().headers()));
        }
        context.next();
    }

    /** Quarkus answers preflights. */
    static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
