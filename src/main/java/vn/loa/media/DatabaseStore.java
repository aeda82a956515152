package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Stores the bytes of files in PostgreSQL, so that they are committed, backed up and replicated with all other data.
 */
@ApplicationScoped
class DatabaseStore implements MediaStore {

    private final EntityManager entities;

    DatabaseStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void put(byte[] sha256, byte[] content) {
        boolean known = (Boolean) entities
                .createNativeQuery("select exists (select from media_content where sha256 = ?1)", Boolean.class)
                .setParameter(1, sha256).getSingleResult();
        if (!known) {
            entities.createNativeQuery("insert into media_content (sha256, content) values (?1, ?2)")
                    .setParameter(1, sha256).setParameter(2, content).executeUpdate();
        }
    }

    /**
     * One statement. The column is stored uncompressed and out of line, so that PostgreSQL reads only the range too.
     */
    @Override
    @ActivateRequestContext
    @Transactional
    public byte[] read(byte[] sha256, long offset, int length) {
        List<byte[]> found = entities.createNativeQuery("""
                select substring(content from ?2 for ?3) from media_content where sha256 = ?1""", byte[].class)
                .setParameter(1, sha256).setParameter(2, Math.toIntExact(offset + 1)).setParameter(3, length)
                .getResultList();
        return found.isEmpty() ? new byte[0] : found.get(0);
    }

    @Override
    public void delete(byte[] sha256) {
        entities.createNativeQuery("delete from media_content where sha256 = ?1")
                .setParameter(1, sha256).executeUpdate();
    }
}
