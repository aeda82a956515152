package vn.loa.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.loa.web.Roles;

/** Sees to it that there is a key to begin with. */
@ApplicationScoped
class FirstKey {

    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final String NAME = "admin";
    private static final List<String> ALL_ROLES = List.of(Roles.EDITOR, Roles.PUBLISHER, Roles.ADMIN);
    private static final int SAFE_LENGTH = 20;

    private final AccessConfig config;
    private final ApiKeyRepository keys;
    private final Clock clock;

    FirstKey(AccessConfig config, ApiKeyRepository keys, Clock clock) {
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void onStart(@Observes StartupEvent start) {
        keys.lock();
        Optional<ApiKey> existing = keys.findByName(NAME);
        Optional<String> configured = config.adminKey().filter(secret -> !secret.isBlank());
        if (configured.isPresent()) {
            use(configured.get(), existing);
        } else if (existing.isEmpty()) {
            String secret = ApiKey.newSecret();
            store(secret);
            LOG.infof("The admin key, shown this once: %s", secret);
        }
    }

    /** Setting another key replaces the one before it. */
    private void use(String secret, Optional<ApiKey> existing) {
        if (secret.length() < SAFE_LENGTH) {
            LOG.warnf("loa.admin-key has fewer than %d characters: anybody may guess it", SAFE_LENGTH);
        }
        if (existing.isEmpty()) {
            store(secret);
        } else if (!existing.get().isFor(secret)) {
            existing.get().replaceSecret(secret);
            LOG.info("The admin key is now the one that loa.admin-key sets");
        }
    }

    private void store(String secret) {
        keys.persist(new ApiKey(NAME, secret, ALL_ROLES, clock.instant()));
    }
}
