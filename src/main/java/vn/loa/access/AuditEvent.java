package vn.loa.access;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody changed something. Fired (CDI, synchronously) in the transaction of the change, so that the record of it is
 * kept exactly when the change is.
 *
 * @param action what was done, for example {@code article.publish}, {@code key.create}
 * @param subject the kind of thing it was done to, for example {@code article}
 * @param subjectId its identity
 * @param fromRevision the article's public revision before; null when there was none, or the subject is no article
 * @param toRevision the article's public revision after; null like the one before
 * @param details what else explains it, small and without secrets; values are strings, numbers and booleans
 * @param actor who did it; null: the caller of the present request
 */
public record AuditEvent(String action, String subject, UUID subjectId, Integer fromRevision, Integer toRevision,
        Map<String, Object> details, String actor) {
}
