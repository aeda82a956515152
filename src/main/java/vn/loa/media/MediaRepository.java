package vn.loa.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.listing.ListField;
import vn.loa.listing.PageQuery;
import vn.loa.listing.SortOrder;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Reads the metadata of files, and which articles carry them. */
@Startup
@ApplicationScoped
class MediaRepository implements PanacheRepositoryBase<Media, UUID> {

    private static final NamedSql PUBLIC = SqlFile.read("media/public-files");
    private static final NamedSql CARRIERS = SqlFile.read("media/carriers");

    static final SortOrder NEWEST_FIRST = SortOrder.descending(ListField.id("id"));

    private final SqlReader rows;
    private final SqlWriter locks;

    MediaRepository(SqlReader rows, SqlWriter locks) {
        this.rows = rows;
        this.locks = locks;
    }

    /** Empty for a file that is not public or does not exist, in one statement. */
    Optional<Media> findPublic(UUID id) {
        return rows.read(PUBLIC.with("ids", List.of(id)), Media::read).stream().findFirst();
    }

    /** The page's files, newest first, and one more when others follow; in one statement. */
    List<Media> newest(PageQuery page) {
        return find("1 = 1" + page.after().text() + " order by " + page.orderBy(), page.after().values())
                .range(page.offset(), page.offset() + page.limit()).list();
    }

    /** Those of the files that are public, in one statement. */
    Set<UUID> publicAmong(Collection<UUID> ids) {
        return Set.copyOf(rows.read(PUBLIC.with("ids", ids), row -> row.get("id", UUID.class)));
    }

    /** Those of the files that exist, in one statement, which may run at a replica: articles are shown with it. */
    List<Media> findAll(Collection<UUID> ids) {
        return rows.read("select * from media where id = any (?)", Media::read, ids);
    }

    /** Locks the file until the transaction ends, so that no revision can begin to carry it. */
    Optional<Media> findForDeletion(UUID id) {
        // Plain SQL, because Hibernate's lock is "for no key update", which does not block foreign-key checks.
        locks.call(NamedSql.of("select from media where id = :id for update").with("id", id));
        return findByIdOptional(id);
    }

    /** Some of the articles that carry the file in a revision or a working copy. */
    List<UUID> articlesCarrying(UUID id, int limit) {
        return rows.read(CARRIERS.with("file", id.toString()).with("limit", limit), row -> row.get("article_id", UUID.class));
    }

    boolean isContentOfFile(byte[] sha256) {
        return count("sha256", (Object) sha256) > 0;
    }

    /** A lock on the content until the transaction ends, so that storing and deleting it follow each other. */
    void lockContent(byte[] sha256) {
        locks.lock(ByteBuffer.wrap(sha256).getLong());
    }
}
