package vn.loa.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;

/**
 * The template of a request's path, such as {@code /api/v1/articles/{article}}: metrics have one timer for each. Quarkus REST
 * sets it when it finds the operation. A stage that answers before that sets it itself.
 */
public final class RouteTemplate {

    /** Where Quarkus keeps the template. */
    private static final String KEY = "UrlPathTemplate";

    private RouteTemplate() {
    }

    /** Null when nobody has set it. */
    public static String of(HttpServerRequest request) {
        return local(request).getLocal(KEY);
    }

    public static void set(HttpServerRequest request, String template) {
        local(request).putLocal(KEY, template);
    }

    private static ContextInternal local(HttpServerRequest request) {
        return (ContextInternal) ((HttpServerRequestInternal) request).context();
    }
}
