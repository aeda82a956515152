package vn.loa.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Stores an entry of the audit log in the transaction of the change. */
@ApplicationScoped
class AuditLog {

    /** The actor of changes that Loa makes by itself. */
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
    void append(@Observes AuditEvent event) {
        entries.persist(new AuditEntry(event, event.actor() == null ? actor() : event.actor(), clock.instant()));
    }

    private String actor() {
        return Arc.container().requestContext().isActive() && caller.getPrincipal() instanceof Caller known
                ? known.actor() : SYSTEM;
    }
}
