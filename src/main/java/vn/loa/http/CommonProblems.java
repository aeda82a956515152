package vn.loa.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Problems that a stage and Quarkus REST both find. A client gets the same words from either. */
public final class CommonProblems {

    private CommonProblems() {
    }

    /** 404: no operation has this path. */
    public static Problem notFound(RoutingContext request) {
        return Problem.of(ProblemType.NOT_FOUND, "There is nothing at " + request.normalizedPath() + ".");
    }

    /** 405. The caller adds {@code Allow}. */
    public static Problem methodNotAllowed(RoutingContext request) {
        return Problem.of(ProblemType.METHOD_NOT_ALLOWED,
                request.normalizedPath() + " does not answer " + request.request().method() + ".");
    }

    /** 415. */
    public static Problem unsupportedMediaType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, type == null || type.isBlank()
                ? "The request has no Content-Type." : "A body of this Content-Type is not read here.");
    }
}
