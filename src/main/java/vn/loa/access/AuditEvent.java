package vn.loa.access;

import java.util.Map;
import java.util.UUID;

/**
 * Tells the audit log of a change. It is a synchronous CDI event, fired in the transaction of the change, so that the entry
 * is stored exactly when the change is.
 *
 * @param action what was done, for example {@code article.publish}, {@code key.create}
 * @param subject the kind of thing that was changed, for example {@code article}
 * @param subjectId the id of that thing
 * @param fromRevision the article's public revision before; null when there was none, or the subject is no article
 * @param toRevision the article's public revision afterwards; null in the same cases
 * @param details further facts, small and without secrets; the values are strings, numbers and booleans
 * @param actor who made the change; null for the caller of the current request
 */
public record AuditEvent(String action, String subject, UUID subjectId, Integer fromRevision, Integer toRevision,
        Map<String, Object> details, String actor) {
}
