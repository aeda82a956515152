package vn.loa.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.loa.http.Roles;
import vn.loa.settings.CannotStartException;

/** Makes the admin key at the start: the configured one, or a generated one when no key could manage keys. */
@ApplicationScoped
class FirstKey {

    /** The admin key's name, which no other key may have. */
    static final String NAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final List<String> ROLES = Roles.EDITORIAL;

    private final AccessConfig config;
    private final ApiKeyRepository repository;
    private final Keys keys;
    private final Clock clock;

    FirstKey(AccessConfig config, ApiKeyRepository repository, Keys keys, Clock clock) {
        this.config = config;
        this.repository = repository;
        this.keys = keys;
        this.clock = clock;
    }

    @Transactional
    void onStart(@Observes StartupEvent start) {
        repository.lock();
        Optional<String> configured = config.adminKey().filter(secret -> !secret.isBlank());
        if (configured.isPresent()) {
            apply(configured.get());
        } else if (repository.countUsableAdmins(clock.instant()) == 0) {
            String secret = ApiKey.newSecret();
            keys.add(ApiKey.generated(NAME, secret, ROLES, AuditLog.SYSTEM, clock.instant()), AuditLog.SYSTEM);
            LOG.infof("The admin key, shown this once: %s", secret);
        }
    }

    private void apply(String secret) {
        Optional<ApiKey> same = repository.findBySecret(secret);
        if (same.isEmpty()) {
            setSecret(secret);
        } else if (same.get().isRevoked()) {
            LOG.warn("loa.admin-key is a key that was revoked: it opens nothing. Set another one");
        } else if (!same.get().name().equals(NAME)) {
            throw new CannotStartException("loa.admin-key is the key '" + same.get().name() + "'. Set another one");
        }
    }

    /** A newly configured secret replaces the one before it. */
    private void setSecret(String secret) {
        Optional<ApiKey> existing = repository.findByName(NAME);
        if (existing.isPresent()) {
            keys.replaceSecret(existing.get(), secret, AuditLog.SYSTEM);
            LOG.info("The admin key is now the one that loa.admin-key sets");
        } else {
            keys.add(ApiKey.configured(NAME, secret, ROLES, AuditLog.SYSTEM, clock.instant()), AuditLog.SYSTEM);
        }
    }
}
