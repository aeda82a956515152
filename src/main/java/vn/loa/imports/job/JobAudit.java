package vn.loa.imports.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import org.apache.commons.codec.binary.Hex;
import vn.loa.access.AuditEvent;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportUploads;

/** Writes what happens to jobs into the audit log. Joins the caller's transaction. */
@ApplicationScoped
class JobAudit {

    private final Event<AuditEvent> log;

    JobAudit(Event<AuditEvent> log) {
        this.log = log;
    }

    /** @param step such as {@code start} */
    void record(String step, ImportJob job) {
        record(step, job, Map.of("sourceName", job.options().sourceName(), "publish", job.options().publish(),
                "dryRun", job.options().dryRun()));
    }

    void recordPart(ImportJob job, ImportUploads.Part part) {
        record("put", job, Map.of("sourceName", job.options().sourceName(), "part", part.number(), "size", part.size(),
                "sha256", Hex.encodeHexString(part.sha256())));
    }

    private void record(String step, ImportJob job, Map<String, Object> details) {
        log.fire(new AuditEvent("import-job." + step, "import-job", job.id(), null, null, details, null));
    }
}
