package vn.loa.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps what happened, in the transaction in which it happens. */
@ApplicationScoped
class AuditLog {

    /** What Loa does by itself. */
    static final String SYSTEM = "system";

    private final AuditRepository entries;
    private final SecurityIdentity caller;
    private final Clock clock;

    AuditLog(AuditRepository entries, SecurityIdentity caller, Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(@Observes AuditEvent event) {
        entries.persist(new AuditEntry(event, event.actor() == null ? actor() : event.actor(), clock.instant()));
    }

    private String actor() {
        return Arc.container().requestContext().isActive() && caller.getPrincipal() instanceof Caller known
                ? known.actor() : SYSTEM;
    }
}
