package vn.loa.imports.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.category.Categories;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;

/**
 * Joins the trees of two portals: categories with the same titles on the way from the top are one, the others are created. Which
 * category each identity has become stands in {@code merging_category_to} afterwards. Joins the caller's transaction.
 */
@ApplicationScoped
class MergedCategories {

    private static final NamedSql MAKE = NamedSql.of("create temporary table merging_category_to "
            + "(id uuid primary key, becomes uuid not null, created boolean not null) on commit drop");
    private static final NamedSql THEIRS = NamedSql.of(
            "select id, slug, title, sort_order, parent_id from merging_category where merged_into is null order by place");
    private static final NamedSql LOCK = NamedSql.of("select from category_tree for update");
    private static final NamedSql KNOWN = NamedSql.of("select coalesce(merged_into, id) as id from category where id = :id");
    private static final NamedSql ALIKE = NamedSql.of("select id from category where merged_into is null "
            + "and parent_id is not distinct from :parent::uuid and lower(title) = lower(:title) order by place limit 1");
    private static final NamedSql SLUG = NamedSql.of("select slug from category where id = :id");
    private static final NamedSql IS_TAKEN = NamedSql.of("select exists (select from category_slug where slug = :slug) as taken");
    private static final NamedSql BECOMES = NamedSql.of("insert into merging_category_to values (:id, :becomes, :created)");
    /** Identities that had been merged there mean what that category has become. */
    private static final List<NamedSql> FORMER = List.of(
            NamedSql.of("""
                insert into category (id, slug, title, sort_order, merged_into, created_at, version, path_ids, path)
                select t.id, t.slug, t.title, t.sort_order, coalesce(k.merged_into, k.id), t.created_at, t.version, k.path_ids, k.path
                from merging_category t join merging_category_to c on c.id = t.merged_into join category k on k.id = c.becomes
                on conflict do nothing"""),
            NamedSql.of("insert into merging_category_to select id, id, false from merging_category where merged_into is not null"),
            NamedSql.of("""
                insert into category_slug (slug, category_id)
                select t.slug, coalesce(k.merged_into, k.id)
                from merging_category_slug t join merging_category_to c on c.id = t.category_id join category k on k.id = c.becomes
                on conflict do nothing"""));
    /** Lists and the map of the site are other ones now, whatever came. */
    private static final NamedSql CHANGED = NamedSql.of("update category_tree set changed_at = :now");

    private record Theirs(UUID id, String slug, String title, int order, UUID parent) {
    }

    private final Categories categories;
    private final SqlReader rows;
    private final SqlWriter changes;
    private final Clock clock;

    MergedCategories(Categories categories, SqlReader rows, SqlWriter changes, Clock clock) {
        this.categories = categories;
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @throws vn.loa.problem.ProblemException when there would be too many categories, or too deep ones
     */
    void merge(SourceName source) {
        changes.update(MAKE);
        changes.call(LOCK);
        Map<UUID, UUID> living = new HashMap<>();
        for (Theirs each : rows.read(THEIRS, row -> new Theirs(row.get("id", UUID.class), row.text("slug"), row.text("title"),
                row.get("sort_order", Integer.class), row.get("parent_id", UUID.class)))) {
            living.put(each.id, merge(each, each.parent == null ? null : living.get(each.parent), source));
        }
        FORMER.forEach(changes::update);
        changes.update(CHANGED.with("now", clock.instant()));
    }

    /** @return the category in which its articles stand from now on */
    private UUID merge(Theirs theirs, UUID parent, SourceName source) {
        UUID known = rows.read(KNOWN.with("id", theirs.id), MergedCategories::id).stream().findFirst().orElse(null);
        if (known != null) {
            become(theirs.id, theirs.id, false);
            return known;
        }
        UUID alike = rows.read(ALIKE.with("parent", parent).with("title", theirs.title), MergedCategories::id).stream().findFirst()
                .orElse(null);
        if (alike == null) {
            String above = parent == null ? null : rows.read(SLUG.with("id", parent), row -> row.text("slug")).get(0);
            categories.create(theirs.id, source.free(theirs.slug, this::isFree), theirs.title, theirs.order, above);
        }
        become(theirs.id, alike == null ? theirs.id : alike, alike == null);
        return alike == null ? theirs.id : alike;
    }

    private boolean isFree(String slug) {
        return !rows.read(IS_TAKEN.with("slug", slug), row -> row.get("taken", Boolean.class)).get(0);
    }

    private void become(UUID id, UUID becomes, boolean created) {
        changes.update(BECOMES.with("id", id).with("becomes", becomes).with("created", created));
    }

    private static UUID id(ResultRow row) {
        return row.get("id", UUID.class);
    }
}
