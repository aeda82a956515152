package vn.loa.visitor.hit;

import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import vn.loa.visitor.DropReason;

/** Hits that nobody looks at: crawlers that say what they are, and pages that a browser fetches in advance. */
@ApplicationScoped
class HitFilter {

    /** Sec-Purpose is today's header (Fetch standard); the others are what older browsers send. */
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final List<String> IN_ADVANCE = List.of("prefetch", "prerender", "preview");

    private final Crawlers crawlers;

    HitFilter(Crawlers crawlers) {
        this.crawlers = crawlers;
    }

    /** Null when somebody looks at the page. */
    DropReason reason(MultiMap headers) {
        if (isInAdvance(headers)) {
            return DropReason.PREFETCH;
        }
        return crawlers.include(headers.get("User-Agent")) ? DropReason.CRAWLER : null;
    }

    private static boolean isInAdvance(MultiMap headers) {
        for (String header : PURPOSES) {
            String purpose = headers.get(header);
            if (purpose != null && IN_ADVANCE.stream().anyMatch(purpose.toLowerCase(Locale.ROOT)::contains)) {
                return true;
            }
        }
        return false;
    }
}
