package vn.loa.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.http.Roles;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;
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

    private static final NamedSql USED = NamedSql.of("select id, name, roles, expires_at, last_used_at from api_key "
            + "where hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)");

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.instant("createdAt", "createdAt"), ListField.id("id"));

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

    /**
     * The key with this secret, if it is neither revoked nor expired: one statement without a transaction, because each request with
     * a key begins with it.
     */
    Optional<UsedKey> findUsable(String secret, Instant now) {
        return rows.readCurrent(USED.with("hash", ApiKey.hash(secret)).with("now", now), row -> new UsedKey(row.get("id", UUID.class),
                row.text("name"), row.texts("roles"), row.get("expires_at", Instant.class), row.get("last_used_at", Instant.class)))
                .stream().findFirst();
    }

    /** The key of this name that is not revoked. */
    Optional<ApiKey> findByName(String name) {
        return find("name = ?1 and revokedAt is null", name).firstResultOptional();
    }

    /** The page's keys, the newest first, including revoked ones; and one more when others follow. */
    List<ApiKey> newest(PageQuery page) {
        return find("1 = 1" + page.after().text() + " order by " + page.orderBy(), page.after().values())
                .range(page.offset(), page.offset() + page.limit()).list();
    }

    long countUsableAdmins(Instant now) {
        return rows.count(USABLE_ADMINS.with("now", now).with("admin", Roles.ADMIN));
    }

    /** Makes changes of keys run one after the other, across instances, until the transaction ends. */
    void lock() {
        locks.lock(LOCK);
    }
}
