package vn.loa.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.text.Slug;
import vn.loa.web.Cursor;
import vn.loa.web.Problem;
import vn.loa.web.ProblemException;
import vn.loa.web.ProblemType;

/** Articles. "Public" means that anonymous readers see them: published, or withdrawn with a notice. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    private static final String WITH_TEXT = "select a from Article a join fetch a.live ";
    private static final String PUBLIC = "a.state in (vn.loa.article.State.PUBLISHED, vn.loa.article.State.WITHDRAWN)";
    private static final String NEWEST_FIRST = " order by a.firstPublishedAt desc, a.id desc";
    /** Any number: it names the lock under which slugs are given out. */
    private static final long SLUG_LOCK = 0x10A_51C6;

    /** With its text: one statement. */
    Optional<Article> findPublic(UUID id) {
        return find(WITH_TEXT + "where a.id = ?1 and " + PUBLIC, id).firstResultOptional();
    }

    /**
     * With its text: one statement.
     *
     * @throws vn.loa.web.ProblemException 404 when the public has no such article
     */
    public Article getPublic(UUID id) {
        return findPublic(id).orElseThrow(ArticleRepository::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "No published article has this address.").asException();
    }

    /** One statement. */
    public boolean isPublic(UUID id) {
        return count("select count(*) from Article a where a.id = ?1 and " + PUBLIC, id) > 0;
    }

    /** With its text: one statement. */
    Optional<Article> findPublic(Slug slug) {
        return find(WITH_TEXT + "where a.slug = ?1 and " + PUBLIC, slug.value()).firstResultOptional();
    }

    /** With their texts, newest first: one statement. */
    public List<Article> newest(int offset, int limit) {
        return find(WITH_TEXT + "where " + PUBLIC + NEWEST_FIRST).range(offset, offset + limit - 1).list();
    }

    /** Those that follow the article that a cursor stands for: one statement. */
    public List<Article> newestAfter(Cursor cursor, int limit) {
        Instant publishedAt = cursor.instant(0);
        UUID id = cursor.uuid(1);
        return find(WITH_TEXT + "where " + PUBLIC
                + " and (a.firstPublishedAt < ?1 or a.firstPublishedAt = ?1 and a.id < ?2)" + NEWEST_FIRST,
                publishedAt, id).range(0, limit - 1).list();
    }

    static Cursor cursorAt(ArticleView article) {
        return Cursor.of(article.firstPublishedAt(), article.id());
    }

    /** One statement. */
    public long countPublic() {
        return count("select count(*) from Article a where " + PUBLIC);
    }

    /** The title's slug, with the first suffix that is free. Held until the transaction ends, so that it stays free. */
    Slug freeSlug(Slug wanted) {
        getEntityManager().createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, SLUG_LOCK).getSingleResult();
        Set<String> taken = new HashSet<>(getEntityManager()
                .createQuery("select a.slug from Article a where a.slug = ?1 or a.slug like ?2", String.class)
                .setParameter(1, wanted.value())
                .setParameter(2, wanted.withSuffix(2).value().replaceAll("2$", "%"))
                .getResultList());
        Slug free = wanted;
        for (int n = 2; taken.contains(free.value()); n++) {
            free = wanted.withSuffix(n);
        }
        return free;
    }
}
