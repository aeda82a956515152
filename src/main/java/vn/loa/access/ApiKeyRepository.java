package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.http.Roles;
import vn.loa.listing.PageRequest;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** The stored API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    /** An arbitrary number, which names the advisory lock under which keys are made and revoked. */
    private static final long LOCK = 0x10A_1CE5;
    private static final NamedSql USABLE_ADMINS = NamedSql.of("select count(*) as total from api_key "
            + "where revoked_at is null and (expires_at is null or expires_at > :now) and :admin = any (roles)");

    private final SqlReader rows;
    private final SqlWriter locks;

    ApiKeyRepository(SqlReader rows, SqlWriter locks) {
        this.rows = rows;
        this.locks = locks;
    }

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
        return rows.count(USABLE_ADMINS.with("now", now).with("admin", Roles.ADMIN));
    }

    /** Makes changes of keys run one after the other, across instances, until the transaction ends. */
    void lock() {
        locks.lock(LOCK);
    }
}
