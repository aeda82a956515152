package vn.loa.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The cache tag of what the path of the current request names. The path may have a slug, so the tag is known when the
 * resource has looked the slug up.
 */
@ApplicationScoped
public class PathTag {

    private static final String KEY = PathTag.class.getName();

    private final CurrentVertxRequest request;

    PathTag(CurrentVertxRequest request) {
        this.request = request;
    }

    public void set(String tag) {
        request.getCurrent().put(KEY, tag);
    }

    /** Null when nothing was found that has a tag. */
    public static String of(RoutingContext request) {
        return request.get(KEY);
    }
}
