package vn.loa.imports.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import vn.loa.access.AuditEvent;
import vn.loa.imports.job.store.ImportJob;

/** Writes what happens to jobs into the audit log. Joins the caller's transaction. */
@ApplicationScoped
class JobAudit {

    private final Event<AuditEvent> log;

    JobAudit(Event<AuditEvent> log) {
        this.log = log;
    }

    /** @param step such as {@code start} */
    void record(String step, ImportJob job) {
        log.fire(new AuditEvent("import-job." + step, "import-job", job.id(), null, null, Map.of("sourceName", job.options().sourceName(),
                "publish", job.options().publish(), "dryRun", job.options().dryRun()), null));
    }
}
