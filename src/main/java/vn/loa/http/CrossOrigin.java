package vn.loa.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers and caches which origins' scripts may read an answer (CORS). Where every origin may, all answers say the
 * same, so that a cache can give an answer to any of them. Where some may, answers differ by origin, and {@code Vary} says so.
 */
@Singleton
public class CrossOrigin {

    private static final CharSequence ALL = HttpHeaders.createOptimized("*");

    private final boolean all;
    private final CharSequence exposed;

    CrossOrigin(@ConfigProperty(name = "quarkus.http.cors.origins") List<String> origins,
            @ConfigProperty(name = "quarkus.http.cors.exposed-headers") String exposed) {
        this.all = origins.equals(List.of("*"));
        this.exposed = HttpHeaders.createOptimized(exposed);
    }

    /** Lets scripts of every origin read the answer, if the settings allow that. */
    public void addTo(MultiMap responseHeaders) {
        if (all) {
            responseHeaders.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ALL)
                    .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
        }
    }

    /** The same in place of what Quarkus says. */
    public void replaceIn(MultiMap responseHeaders) {
        addTo(responseHeaders);
        if (all) {
            // False is no value of the Fetch standard, and true never goes with all origins.
            responseHeaders.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        }
    }

    /**
     * The {@code Vary} header of an answer that depends on these request headers.
     *
     * @return null when the answer depends on none
     */
    public String vary(List<String> headers) {
        String joined = String.join(", ", headers);
        return all ? joined.isEmpty() ? null : joined : joined.isEmpty() ? "Origin" : joined + ", Origin";
    }
}
