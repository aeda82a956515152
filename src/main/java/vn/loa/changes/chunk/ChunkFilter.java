package vn.loa.changes.chunk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.force.ForceView;

/**
 * Which chunks are wanted.
 *
 * @param article null for all
 * @param type of the documents; null for all
 * @param categories null for all
 * @param inForceOn the day on which they are in force; null for all
 */
record ChunkFilter(UUID article, String type, List<UUID> categories, LocalDate inForceOn) {

    boolean admits(ForceView force) {
        return inForceOn == null || force != null && force.isInForce();
    }

    List<UUID> articles() {
        return article == null ? null : List.of(article);
    }
}
