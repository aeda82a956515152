package vn.loa.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.listing.PageRequest;

/** Files, and who carries them. */
@ApplicationScoped
class MediaRepository implements PanacheRepositoryBase<Media, UUID> {

    /** What an index over the attachments of revisions is asked with: {@code [{"id": "…"}]}. */
    private static final String CARRIES = "r.attachments @> jsonb_build_array(jsonb_build_object('id', %s))";
    /** The law of the house: the public reads what an article that is public has published, now or in the past. */
    private static final String IS_PUBLIC = """
            exists (select from revision r join article a on a.id = r.article_id
                    where r.number is not null and a.state in ('published', 'withdrawn') and\s"""
            + CARRIES.formatted("cast(m.id as text)") + ")";

    /** Empty for a file that is not public, as for one that does not exist: one statement. */
    Optional<Media> findPublic(UUID id) {
        return getEntityManager()
                .createNativeQuery("select m.* from media m where m.id = ?1 and " + IS_PUBLIC, Media.class)
                .setParameter(1, id).getResultList().stream().findFirst().map(Media.class::cast);
    }

    /** Newest first: one statement. */
    List<Media> newest(PageRequest paging) {
        return find("order by id desc").range(paging.offset(), paging.offset() + paging.limit() - 1).list();
    }

    /** Those of the files that are public: one statement. */
    Set<UUID> publicAmong(Collection<UUID> ids) {
        return Set.copyOf(getEntityManager()
                .createNativeQuery("select m.id from media m where m.id in ?1 and " + IS_PUBLIC, UUID.class)
                .setParameter(1, ids).getResultList());
    }

    /** Those that exist: one statement. */
    List<Media> findAll(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** Held until the transaction ends: no revision can begin to carry it meanwhile. */
    Optional<Media> findForDeletion(UUID id) {
        // Plain SQL, because Hibernate's lock is a weaker one ("for no key update") that lets a foreign key's pass.
        return getEntityManager().createNativeQuery("select * from media where id = ?1 for update", Media.class)
                .setParameter(1, id).getResultList().stream().findFirst().map(Media.class::cast);
    }

    /** Some of the articles of which a revision or the working copy carries the file. */
    List<UUID> carriers(UUID id, int limit) {
        return getEntityManager().createNativeQuery("select distinct r.article_id from revision r where "
                        + CARRIES.formatted("?1") + " order by 1", UUID.class)
                .setParameter(1, id.toString()).setMaxResults(limit).getResultList();
    }

    boolean refersTo(byte[] sha256) {
        return count("sha256", (Object) sha256) > 0;
    }

    /** Whoever puts or deletes this content takes turns, until each one's transaction ends. */
    void lock(byte[] sha256) {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, ByteBuffer.wrap(sha256).getLong()).getSingleResult();
    }
}
