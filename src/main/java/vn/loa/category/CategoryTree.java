package vn.loa.category;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/** Loads categories in order to change them, and keeps the tree in order. */
@Startup
@ApplicationScoped
class CategoryTree implements PanacheRepositoryBase<Category, UUID> {

    private static final NamedSql NUMBERED = SqlFile.read("category/numbered");
    private static final NamedSql MERGED = SqlFile.read("category/merged");
    private static final NamedSql DEEPEST = NamedSql.of("select coalesce(max(cardinality(path_ids)), 0)::bigint as total "
            + "from category where path_ids @> array[:id::uuid]");
    private static final NamedSql IDENTITIES = NamedSql.of(
            "select from category where id = :id or merged_into = :id order by id for update");
    private static final NamedSql DELETED = NamedSql.of("delete from category where id = :id or merged_into = :id");

    private final SqlReader rows;
    private final SqlWriter changes;

    CategoryTree(SqlReader rows, SqlWriter changes) {
        this.rows = rows;
        this.changes = changes;
    }

    /** Until the transaction ends nobody else changes the tree. To be called before anything of it is read. */
    void lock() {
        changes.call(NamedSql.of("select from category_tree for update"));
    }

    /** Empty also for one that was merged into another. */
    Optional<Category> living(UUID id) {
        return findByIdOptional(id).filter(Category::isLiving);
    }

    long countLiving() {
        return rows.count(NamedSql.of("select count(*) as total from category where merged_into is null"));
    }

    boolean hasChildren(UUID id) {
        return count("parent", id) > 0;
    }

    /** How many levels there are from the top to this category; 0 for null, which is above the top. */
    int depth(UUID id) {
        return id == null ? 0 : Math.toIntExact(rows.count(NamedSql.of(
                "select cardinality(path_ids)::bigint as total from category where id = :id").with("id", id)));
    }

    /** How many levels the category and what is below it have. */
    int height(UUID id) {
        return Math.toIntExact(rows.count(DEEPEST.with("id", id))) - depth(id) + 1;
    }

    /** Whether a category stands below another one, or is the same. */
    boolean isInside(UUID id, UUID other) {
        return rows.count(NamedSql.of("select count(*) as total from category where id = :id and path_ids @> array[:other::uuid]")
                .with("id", id).with("other", other)) > 0;
    }

    /**
     * Locks the category until the transaction ends, so that no text can begin to name it. Waits for texts that are just being
     * stored.
     */
    void lockIdentities(UUID id) {
        // Plain SQL, because Hibernate's lock is "for no key update", which does not block foreign-key checks.
        changes.call(IDENTITIES.with("id", id));
    }

    /** Whether any text names the category: of an article in any state, or an earlier one. Asks after {@link #lockIdentities}. */
    boolean isNamed(UUID id) {
        return rows.count(NamedSql.of("select count(*) as total from article_category k where k.id = :id and exists "
                + "(select from text_category t where t.category_id = k.category_id)").with("id", id)) > 0;
    }

    /** Texts that name a category mean another one from now on. */
    void merge(UUID from, UUID to) {
        changes.update(MERGED.with("from", from).with("to", to));
    }

    /** Deletes a category that no text names. */
    void deleteRows(UUID id) {
        changes.update(DELETED.with("id", id));
    }

    /** After a change of the tree, which must have been sent to the database. */
    void order(Instant now) {
        changes.update(NUMBERED);
        changes.update(NamedSql.of("update category_tree set changed_at = :now").with("now", now));
    }
}
