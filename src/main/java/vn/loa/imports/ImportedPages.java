package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.text.fold.VietnameseText;

/** Remembers which article was made from which page. */
@ApplicationScoped
class ImportedPages {

    /** The article that an earlier import made from a page. */
    record ImportedArticle(UUID id, String slug) {
    }

    private final EntityManager entities;

    ImportedPages(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The identity of a page: its title and the second of its publication; without a publication stamp, its title and
     * text. Counters are no part of it, because they differ each time the page is fetched.
     */
    static byte[] fingerprint(PortalPage page) {
        String identity = VietnameseText.fold(page.title()) + '\n'
                + (page.publishedAt() == null
                        ? VietnameseText.fold(String.join("\n", page.paragraphs())) : page.publishedAt().at());
        try {
            return MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<ImportedArticle> find(byte[] fingerprint) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = entities.createNativeQuery("""
                select a.id as id, a.slug as slug from imported_page p join article a on a.id = p.article_id
                where p.fingerprint = ?1""", Tuple.class)
                .setParameter(1, fingerprint).getResultList();
        return rows.stream().findFirst()
                .map(row -> new ImportedArticle(row.get("id", UUID.class), row.get("slug", String.class)));
    }

    /** Records the page. False when another transaction has already imported it, even one that is about to commit. */
    boolean add(byte[] fingerprint, UUID article, Instant now) {
        return entities.createNativeQuery("""
                insert into imported_page (fingerprint, article_id, imported_at) values (?1, ?2, ?3)
                on conflict do nothing""")
                .setParameter(1, fingerprint).setParameter(2, article).setParameter(3, now)
                .executeUpdate() == 1;
    }
}
