package vn.loa.visitor.read;

import java.time.Instant;

/**
 * The counters that the answer to a hit has, as JSON.
 *
 * @param views of the article on the page; null when the page shows no article that is public
 */
public record HitCounters(
        Long views,
        long online,
        long today,
        long total,
        Instant asOf) {
}
