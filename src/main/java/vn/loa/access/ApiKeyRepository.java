package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.http.Roles;
import vn.loa.listing.PageRequest;

/** The stored API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** An arbitrary number, which names the advisory lock under which keys are made and revoked. */
    private static final long LOCK = 0x10A_1CE5;

    /** The key with this secret, even if it is revoked or expired. */
    Optional<ApiKey> findBySecret(String secret) {
        return find("hash", (Object) ApiKey.hash(secret)).firstResultOptional();
    }

    /** The key of this name that is not revoked. */
    Optional<ApiKey> findByName(String name) {
        return find("name = ?1 and revokedAt is null", name).firstResultOptional();
    }

    /** Keys, the newest first, including revoked ones. */
    List<ApiKey> newest(PageRequest paging) {
        return find("order by createdAt desc, id desc")
                .range(paging.offset(), paging.offset() + paging.limit() - 1).list();
    }

    long countUsableAdmins(Instant now) {
        return (Long) getEntityManager().createNativeQuery("""
                        select count(*) from api_key
                        where revoked_at is null and (expires_at is null or expires_at > ?1) and ?2 = any (roles)""",
                        Long.class)
                .setParameter(1, now).setParameter(2, Roles.ADMIN).getSingleResult();
    }

    /** Makes changes of keys run one after the other, across instances, until the transaction ends. */
    void lock() {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, LOCK).getSingleResult();
    }
}
