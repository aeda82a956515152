package vn.loa.visitor;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.regex.Pattern;

/** Hits that nobody looks at: crawlers that say what they are, and pages that a browser fetches in advance. */
final class Uncounted {

    private static final Pattern CRAWLER = Pattern.compile("bot\\b|crawler|spider|slurp", Pattern.CASE_INSENSITIVE);
    /** Sec-Purpose is today's header (Fetch standard); the others are what older browsers send. */
    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");

    private Uncounted() {
    }

    static boolean isReader(MultiMap headers) {
        String userAgent = headers.get("User-Agent");
        return (userAgent == null || !CRAWLER.matcher(userAgent).find())
                && PURPOSES.stream().map(headers::get).noneMatch(Uncounted::isInAdvance);
    }

    private static boolean isInAdvance(String purpose) {
        return purpose != null && (purpose.contains("prefetch") || purpose.contains("prerender")
                || purpose.contains("preview"));
    }
}
