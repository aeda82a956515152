package vn.loa.article.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * What the public reads of the force of some documents is another one, and no step of their articles tells that. CDI event, fired
 * late in the transaction of the cause: {@code vn.loa.changes.ChangeLog} appends it to the log of changes.
 *
 * @param articles those that carry the documents
 * @param at when it became so
 */
public record ForceChanged(Collection<UUID> articles, Instant at) {
}
