package vn.loa.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.web.Cursor;

/** Articles and their texts, as they are changed; how the public reads them is in {@link PublicArticles}. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {

    /** Locked until the transaction ends, so that changes of one article follow each other. */
    Optional<Article> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Revision> workingCopy(UUID id) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number is null", Revision.class)
                .setParameter(1, id).getResultList().stream().findFirst();
    }

    /** One statement. */
    Optional<Revision> revision(UUID id, int number) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number = ?2", Revision.class)
                .setParameter(1, id).setParameter(2, number).getResultList().stream().findFirst();
    }

    /** Published ones, the latest first: one statement. */
    List<Revision> revisions(UUID id, int offset, int limit) {
        return getEntityManager().createQuery("""
                from Revision where article.id = ?1 and number is not null order by number desc""", Revision.class)
                .setParameter(1, id).setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    /** Those that readers should know of, the latest first: one statement. */
    List<Revision> majorRevisions(UUID id) {
        return getEntityManager().createQuery("""
                from Revision where article.id = ?1 and number is not null and (not minor or number = 1)
                order by number desc""", Revision.class)
                .setParameter(1, id).getResultList();
    }

    /** An article as a list of drafts has it; its working copy may be null. */
    record Row(Article article, Revision workingCopy) {

        Instant savedAt() {
            return workingCopy == null ? article.updatedAt() : workingCopy.updatedAt();
        }
    }

    /** What editors list: the working copies, or all articles with theirs; in these states. */
    record DraftFilter(Set<State> states, boolean all) {

        private String from() {
            return " from Article a left join fetch a.live " + (all ? "left " : "")
                    + "join Revision r on r.article = a and r.number is null where a.state in ?1";
        }
    }

    private static final String SAVED_AT = "coalesce(r.updatedAt, a.updatedAt)";
    private static final String LATEST_SAVED = " order by " + SAVED_AT + " desc, a.id desc";

    /** The latest saved first: one statement. */
    List<Row> drafts(DraftFilter filter, int offset, int limit) {
        return getEntityManager().createQuery("select a, r" + filter.from() + LATEST_SAVED, Row.class)
                .setParameter(1, filter.states()).setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    /** Those that follow the one that a cursor stands for: one statement. */
    List<Row> draftsAfter(DraftFilter filter, Cursor cursor, int limit) {
        return getEntityManager().createQuery("select a, r" + filter.from() + " and (" + SAVED_AT + " < ?2 or "
                + SAVED_AT + " = ?2 and a.id < ?3)" + LATEST_SAVED, Row.class)
                .setParameter(1, filter.states()).setParameter(2, cursor.instant(0)).setParameter(3, cursor.uuid(1))
                .setMaxResults(limit).getResultList();
    }

    long countDrafts(DraftFilter filter) {
        return getEntityManager().createQuery("select count(*)" + filter.from().replace("join fetch", "join"), Long.class)
                .setParameter(1, filter.states()).getSingleResult();
    }
}
