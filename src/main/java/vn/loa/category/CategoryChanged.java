package vn.loa.category;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Readers see something happen to a category. CDI event, fired in the transaction of the change: {@code
 * vn.loa.changes.ChangeLog} appends it to the log of changes and notifies other instances.
 *
 * @param slug after the change; of a category that was deleted, before it
 * @param title likewise
 * @param movedTo of a category that was deleted, the slug of the one to which its articles went; else null
 */
public record CategoryChanged(Kind kind, UUID categoryId, String slug, String title, String movedTo, Instant at) {

    /** What happened. */
    public enum Kind {
        CREATED, UPDATED, REMOVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
