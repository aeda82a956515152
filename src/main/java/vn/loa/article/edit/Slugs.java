package vn.loa.article.edit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;
import vn.loa.text.fold.Slug;

/**
 * Gives slugs to articles. A slug belongs to one article; one that the public has seen belongs to it for ever. The
 * table's primary key guarantees that: of two transactions that want a slug at once the second waits, and then finds it
 * taken.
 */
@ApplicationScoped
public class Slugs {

    private final EntityManager entities;
    private final SqlReader rows;
    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<String>> publishing = this::publish;

    Slugs(EntityManager entities, SqlReader rows, SqlWriter changes, Together together) {
        this.entities = entities;
        this.rows = rows;
        this.changes = changes;
        this.together = together;
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
        // A slug refers to its article.
        entities.flush();
        // Read first: the insert would wait for a transaction that is just publishing the slug.
        List<UUID> owner = owner(slug);
        // The slug may have no owner even after the insert: its owner gave it back between the two statements.
        while (owner.isEmpty()) {
            boolean inserted = changes.update(NamedSql.of("insert into slug (slug, article_id, public) values (:slug, :article, false) "
                    + "on conflict do nothing").with("slug", slug.value()).with("article", article)) == 1;
            owner = inserted ? List.of(article) : owner(slug);
        }
        return owner.get(0).equals(article);
    }

    private List<UUID> owner(Slug slug) {
        return rows.read("select article_id from slug where slug = ?", row -> row.get("article_id", UUID.class), slug.value());
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
        String before = wanted.withSuffix(2).value().replaceAll("2$", "");
        // Between two texts, where "like" would be found by the index only if the statement were planned for its value each time.
        List<String> alike = rows.read("select slug from slug where slug = ? or slug ~>=~ ? and slug ~<~ ?", row -> row.text("slug"),
                wanted.value(), before, before + '\uffff');
        Set<String> taken = new HashSet<>(alike);
        Slug free = wanted;
        for (int n = 2; taken.contains(free.value()); n++) {
            free = wanted.withSuffix(n);
        }
        return free;
    }

    /** From now on the slug leads to its article for ever. */
    public void publish(String slug) {
        together.run(publishing, slug);
    }

    private void publish(List<String> slugs) {
        // The parameter stands inside a subquery, because with its value the planner would plan anew each time.
        changes.update(NamedSql.of("update slug set public = true where slug = any ((select :slugs::text[])::text[]) and not public")
                .with("slugs", slugs));
    }

    /** Gives back the slugs that the article claimed and does not use; those that the public has seen stay. */
    void releaseAllBut(UUID article, Set<String> used) {
        changes.update(NamedSql.of("delete from slug where article_id = :article and not public and slug <> all (:used)")
                .with("article", article).with("used", used));
    }
}
