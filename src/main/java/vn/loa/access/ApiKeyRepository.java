package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** Any number: it names the lock under which the first key is made. */
    private static final long FIRST_KEY_LOCK = 0x10A_1CE5;

    Optional<ApiKey> findBySecret(String secret) {
        return find("hash", (Object) ApiKey.hash(secret)).firstResultOptional();
    }

    Optional<ApiKey> findByName(String name) {
        return find("name", name).firstResultOptional();
    }

    /** Instances that start together take turns, until each one's transaction ends. */
    void lock() {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, FIRST_KEY_LOCK).getSingleResult();
    }
}
