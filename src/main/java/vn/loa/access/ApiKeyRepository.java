package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.http.Roles;
import vn.loa.listing.PageRequest;

/** The keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** Any number: it names the lock under which keys are made and revoked. */
    private static final long LOCK = 0x10A_1CE5;

    /** Whatever has become of it. */
    Optional<ApiKey> findBySecret(String secret) {
        return find("hash", (Object) ApiKey.hash(secret)).firstResultOptional();
    }

    /** The one of this name that is not revoked. */
    Optional<ApiKey> findByName(String name) {
        return find("name = ?1 and revokedAt is null", name).firstResultOptional();
    }

    /** Newest first, the revoked ones included. */
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

    /** Whoever changes keys takes turns, across instances, until each one's transaction ends. */
    void lock() {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, LOCK).getSingleResult();
    }
}
