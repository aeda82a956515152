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

/** Reads the metadata of files, and which articles carry them. */
@ApplicationScoped
class MediaRepository implements PanacheRepositoryBase<Media, UUID> {

    /** The condition for the index over the attachments of revisions: {@code [{"id": "…"}]}. */
    private static final String CARRIES = "r.attachments @> jsonb_build_array(jsonb_build_object('id', %s))";
    /** A file is public when a public article has carried it in a published revision, present or past. */
    private static final String IS_PUBLIC = """
            exists (select from revision r join article a on a.id = r.article_id
                    where r.number is not null and a.state in ('published', 'withdrawn') and\s"""
            + CARRIES.formatted("cast(m.id as text)") + ")";

    /** Empty for a file that is not public or does not exist, in one statement. */
    Optional<Media> findPublic(UUID id) {
        return getEntityManager()
                .createNativeQuery("select m.* from media m where m.id = ?1 and " + IS_PUBLIC, Media.class)
                .setParameter(1, id).getResultList().stream().findFirst().map(Media.class::cast);
    }

    /** Newest first, in one statement. */
    List<Media> newest(PageRequest paging) {
        return find("order by id desc").range(paging.offset(), paging.offset() + paging.limit() - 1).list();
    }

    /** Those of the files that are public, in one statement. */
    Set<UUID> publicAmong(Collection<UUID> ids) {
        return Set.copyOf(getEntityManager()
                .createNativeQuery("select m.id from media m where m.id in ?1 and " + IS_PUBLIC, UUID.class)
                .setParameter(1, ids).getResultList());
    }

    /** Those of the files that exist, in one statement. */
    List<Media> findAll(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** Locks the file until the transaction ends, so that no revision can begin to carry it. */
    Optional<Media> findForDeletion(UUID id) {
        // Plain SQL, because Hibernate's lock is "for no key update", which does not block foreign-key checks.
        return getEntityManager().createNativeQuery("select * from media where id = ?1 for update", Media.class)
                .setParameter(1, id).getResultList().stream().findFirst().map(Media.class::cast);
    }

    /** Some of the articles that carry the file in a revision or a working copy. */
    List<UUID> articlesCarrying(UUID id, int limit) {
        return getEntityManager().createNativeQuery("select distinct r.article_id from revision r where "
                        + CARRIES.formatted("?1") + " order by 1", UUID.class)
                .setParameter(1, id.toString()).setMaxResults(limit).getResultList();
    }

    boolean isContentUsed(byte[] sha256) {
        return count("sha256", (Object) sha256) > 0;
    }

    /** A lock on the content until the transaction ends, so that storing and deleting it follow each other. */
    void lockContent(byte[] sha256) {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, ByteBuffer.wrap(sha256).getLong()).getSingleResult();
    }
}
