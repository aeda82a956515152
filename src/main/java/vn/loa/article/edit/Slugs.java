package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.problem.FieldErrors;
import vn.loa.text.fold.Slug;

/**
 * Gives slugs to articles. A slug belongs to one article; one that the public has seen belongs to it for ever. The
 * table's primary key guarantees that: of two transactions that want a slug at once the second waits, and then finds it
 * taken.
 */
@ApplicationScoped
public class Slugs {

    private final EntityManager entities;

    Slugs(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws vn.loa.problem.ProblemException 422 when it is the slug of another article, or was */
    Slug claimWanted(String wanted, UUID article) {
        Slug slug = new Slug(wanted);
        if (!claim(slug, article)) {
            FieldErrors errors = new FieldErrors();
            errors.add("/slug", "taken", "is the name of another article, or was");
            errors.throwIfAny();
        }
        return slug;
    }

    /** False when it is another article's slug, or was. */
    private boolean claim(Slug slug, UUID article) {
        // Read first: the insert would wait for a transaction that is just publishing the slug.
        List<UUID> owner = owner(slug);
        // The slug may have no owner even after the insert: its owner gave it back between the two statements.
        while (owner.isEmpty()) {
            entities.createNativeQuery("insert into slug (slug, article_id, public) values (?1, ?2, false) on conflict do nothing")
                    .setParameter(1, slug.value()).setParameter(2, article).executeUpdate();
            owner = owner(slug);
        }
        return owner.get(0).equals(article);
    }

    private List<UUID> owner(Slug slug) {
        return entities.createNativeQuery("select article_id from slug where slug = ?1", UUID.class)
                .setParameter(1, slug.value()).getResultList();
    }

    /** The wanted slug, with the first suffix that is free. */
    Slug claimFree(Slug wanted, UUID article) {
        while (true) {
            Slug free = firstFree(wanted);
            if (claim(free, article)) {
                return free;
            }
        }
    }

    private Slug firstFree(Slug wanted) {
        List<String> alike = entities.createNativeQuery("select slug from slug where slug = ?1 or slug like ?2", String.class)
                .setParameter(1, wanted.value())
                .setParameter(2, wanted.withSuffix(2).value().replaceAll("2$", "%"))
                .getResultList();
        Set<String> taken = new HashSet<>(alike);
        Slug free = wanted;
        for (int n = 2; taken.contains(free.value()); n++) {
            free = wanted.withSuffix(n);
        }
        return free;
    }

    /** From now on the slug leads to its article for ever. */
    public void publish(String slug) {
        entities.createNativeQuery("update slug set public = true where slug = ?1 and not public")
                .setParameter(1, slug).executeUpdate();
    }

    /** Gives back the slugs that the article claimed and does not use; those that the public has seen stay. */
    void releaseAllBut(UUID article, Set<String> used) {
        entities.createNativeQuery("delete from slug where article_id = ?1 and not public and slug not in (?2)")
                .setParameter(1, article).setParameter(2, used).executeUpdate();
    }
}
