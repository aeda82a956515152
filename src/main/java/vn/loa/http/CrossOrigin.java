package vn.loa.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose scripts may read an answer (CORS). Quarkus's filter decides, and answers preflights; but it names the origin
 * that asked, and a cache would give that answer to another one. So where all may read, all are told the same, whether
 * they ask or not; where only some may, caches are told that answers differ.
 */
@Singleton
public class CrossOrigin {

    private static final int BEFORE_LIMITS = 1001;
    /** Behind Quarkus's CORS filter, before what takes the shortcut there. */
    private static final int BEHIND_CORS = 45;
    private static final CharSequence ALL = HttpHeaders.createOptimized("*");

    private final boolean all;
    private final CharSequence exposed;

    CrossOrigin(@ConfigProperty(name = "quarkus.http.cors.origins") List<String> origins,
            @ConfigProperty(name = "quarkus.http.cors.exposed-headers") String exposed) {
        this.all = origins.equals(List.of("*"));
        this.exposed = HttpHeaders.createOptimized(exposed);
    }

    void filters(@Observes Filters filters) {
        if (all) {
            filters.register(this::allowAllBefore, BEFORE_LIMITS);
            filters.register(this::allowAll, BEHIND_CORS);
        }
    }

    /** Quarkus's filter answers preflights by itself, and adds its headers to what is there. */
    private void allowAllBefore(RoutingContext context) {
        if (context.request().method() == HttpMethod.OPTIONS && context.request().getHeader(HttpHeaders.ORIGIN) != null) {
            context.next();
        } else {
            allowAll(context);
        }
    }

    private void allowAll(RoutingContext context) {
        context.response().headers().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ALL)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        context.next();
    }

    /**
     * The {@code Vary} header of an answer that depends on these headers, too.
     *
     * @return null when it depends on none
     */
    public String vary(List<String> headers) {
        String joined = String.join(", ", headers);
        return all ? joined.isEmpty() ? null : joined : joined.isEmpty() ? "Origin" : joined + ", Origin";
    }
}
