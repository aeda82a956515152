package vn.loa.changes;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Deletes changes that are older than the setting allows. */
@ApplicationScoped
class ChangeRetention {

    private final ChangeRepository changes;
    private final ChangesConfig config;
    private final Clock clock;

    ChangeRetention(ChangeRepository changes, ChangesConfig config, Clock clock) {
        this.changes = changes;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", identity = "forget-old-changes")
    @Transactional
    void forgetOld() {
        changes.forget(clock.instant().minus(config.keep()));
    }
}
