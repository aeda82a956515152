package vn.loa.visitor.hit;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import vn.loa.visitor.DropReason;

/**
 * Finds, by their headers, hits that no person causes: crawlers that say what they are, and pages fetched or rendered in
 * advance. A page that Speculation Rules rendered in advance sends {@code Sec-Purpose: prefetch;prerender} with all that it
 * fetches.
 */
@ApplicationScoped
class HitFilter {

    /** Sec-Purpose is the Fetch standard's header. Older browsers send the others. */
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final List<String> IN_ADVANCE = List.of("prefetch", "prerender", "preview");

    private final Crawlers crawlers;

    HitFilter(Crawlers crawlers) {
        this.crawlers = crawlers;
    }

    /** Null when the hit counts. */
    DropReason dropReason(MultiMap headers) {
        if (isInAdvance(headers)) {
            return DropReason.PREFETCH;
        }
        return crawlers.include(headers.get("User-Agent")) ? DropReason.CRAWLER : null;
    }

    private static boolean isInAdvance(MultiMap headers) {
        for (String header : PURPOSES) {
            // Nearly no hit has one, and getAll makes a list for each.
            if (headers.get(header) != null && headers.getAll(header).stream().map(purpose -> purpose.toLowerCase(Locale.ROOT))
                    .anyMatch(purpose -> IN_ADVANCE.stream().anyMatch(purpose::contains))) {
                return true;
            }
        }
        return false;
    }
}
