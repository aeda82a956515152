package vn.loa.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Loads articles and revisions in order to change them. {@code PublicArticles} loads them for the public. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    /** Locks the article until the transaction ends, so that changes of one article follow each other. */
    public Optional<Article> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<Revision> workingCopy(UUID id) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number is null", Revision.class)
                .setParameter(1, id).getResultList().stream().findFirst();
    }

    /** One statement. */
    public Optional<Revision> revision(UUID id, int number) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number = ?2", Revision.class)
                .setParameter(1, id).setParameter(2, number).getResultList().stream().findFirst();
    }
}
