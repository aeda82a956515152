package vn.loa.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.fold.Slug;

/**
 * Gives slugs to categories. A slug belongs to one category for as long as that is there, because its former slugs lead to it.
 * The tree is locked, so that nobody else gives slugs meanwhile.
 */
@ApplicationScoped
class CategorySlugs {

    private final SqlReader rows;
    private final SqlWriter changes;

    CategorySlugs(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Adds an error when another category has the slug, or had it. */
    void check(String wanted, UUID category, FieldErrors errors) {
        boolean taken = rows.read("select category_id from category_slug where slug = ?",
                row -> row.get("category_id", UUID.class), wanted).stream().anyMatch(owner -> !owner.equals(category));
        if (taken) {
            errors.add("/slug", "taken", "is the name of another category, or was");
        }
    }

    /** A slug made of a title, with the first suffix that is free. */
    String free(String title) {
        Slug wanted = Slug.of(title);
        Set<String> taken = new HashSet<>(rows.read("select slug from category_slug where slug = ? or slug like ?",
                row -> row.text("slug"), wanted.value(), wanted.withSuffix(2).value().replaceAll("2$", "%")));
        Slug free = wanted;
        for (int n = 2; taken.contains(free.value()); n++) {
            free = wanted.withSuffix(n);
        }
        return free.value();
    }

    /** The category is in the database already. Its former slugs still lead to it. */
    void give(String slug, UUID category) {
        changes.update(NamedSql.of("insert into category_slug (slug, category_id) values (:slug, :category) on conflict do nothing")
                .with("slug", slug).with("category", category));
    }

    /** All slugs of a category lead to another one from now on. */
    void lead(UUID from, UUID to) {
        changes.update(NamedSql.of("update category_slug set category_id = :to where category_id = :from")
                .with("to", to).with("from", from));
    }

    /** The slugs of a category that is deleted are free again. */
    void release(UUID category) {
        changes.update(NamedSql.of("delete from category_slug where category_id = :category").with("category", category));
    }
}
