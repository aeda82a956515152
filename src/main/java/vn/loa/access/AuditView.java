package vn.loa.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An entry of the audit log, as JSON. */
record AuditView(
        Instant at,
        String actor,
        String action,
        String subject,
        UUID subjectId,
        Integer fromRevision,
        Integer toRevision,
        Map<String, Object> details) {
}
