package vn.loa.article;

import static org.hibernate.jpa.HibernateHints.HINT_READ_ONLY;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    /** What the public may know of: public articles, and those that are gone. */
    private static final String KNOWN = "a.state in (vn.loa.article.State.PUBLISHED, vn.loa.article.State.WITHDRAWN, "
            + "vn.loa.article.State.GONE)";

    /** With its text: one statement. Gone ones too. */
    Optional<Article> findKnown(UUID id) {
        return find(WITH_TEXT + "where a.id = ?1 and " + KNOWN, id).withHint(HINT_READ_ONLY, true).firstResultOptional();
    }

    /**
     * With its text: one statement.
     *
     * @throws vn.loa.web.ProblemException 404 when the public has no such article, 410 when it is gone
     */
    public Article getPublic(UUID id) {
        Article article = findKnown(id).orElseThrow(ArticleRepository::notFound);
        if (article.state() == State.GONE) {
            throw gone(article);
        }
        return article;
    }

    static ProblemException gone(Article article) {
        return Problem.of(ProblemType.GONE, "This article was removed: " + article.removalExplanation())
                .with("explanation", article.removalExplanation()).with("removedAt", article.removedAt()).asException();
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "No published article has this address.").asException();
    }

    /** One statement. */
    public boolean isPublic(UUID id) {
        return count("select count(*) from Article a where a.id = ?1 and " + PUBLIC, id) > 0;
    }

    /** With its text, by a name that it has or had in public: one statement. Gone ones too. */
    Optional<Article> findKnown(Slug slug) {
        return find(WITH_TEXT + "join ArticleSlug s on s.articleId = a.id where s.slug = ?1 and s.seen and " + KNOWN,
                slug.value()).withHint(HINT_READ_ONLY, true).firstResultOptional();
    }

    /** Locked until the transaction ends, so that changes of one article follow each other. */
    Optional<Article> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Revision> workingCopy(UUID id) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number is null", Revision.class)
                .setParameter(1, id).getResultStream().findFirst();
    }

    /** One statement. */
    Optional<Revision> revision(UUID id, int number) {
        return getEntityManager().createQuery("from Revision where article.id = ?1 and number = ?2", Revision.class)
                .setParameter(1, id).setParameter(2, number).getResultStream().findFirst();
    }

    /** The text that stood at a moment, not before the first publish: one statement. */
    Optional<Revision> revisionAt(UUID id, Instant moment) {
        return getEntityManager().createQuery("""
                from Revision where article.id = ?1 and number is not null and (publishedAt <= ?2 or number = 1)
                order by number desc""", Revision.class)
                .setParameter(1, id).setParameter(2, moment).setMaxResults(1).getResultStream().findFirst();
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

    /** Public ones, with their texts, in this order: one statement. */
    public List<Article> inOrder(List<UUID> ids) {
        Map<UUID, Article> found = find(WITH_TEXT + "where a.id in ?1 and " + PUBLIC, ids).stream()
                .collect(Collectors.toMap(Article::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
