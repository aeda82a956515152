package vn.loa.category;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.ApiPaths;
import vn.loa.http.MovedException;
import vn.loa.listing.ListField;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.listing.PagedSql;
import vn.loa.listing.SortOrder;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/** Reads categories as they are shown. Their numbers of articles and their places are of one moment. */
@Startup
@ApplicationScoped
class CategoryRepository {

    private static final String ALL = "c.merged_into is null";
    private static final String BELOW = ALL + " and c.parent_id = :parent::uuid";
    private static final Shown OF_ALL = Shown.of(ALL);
    private static final Shown OF_PARENT = Shown.of(BELOW);
    private static final NamedSql ONE = NamedSql.of(SqlFile.read("category/shown", Map.of("where", ALL + " and c.id = :id", "after", "",
            "total", "null::bigint")).text()).with("limit", 1).with("offset", 0);
    private static final SortOrder IN_TREE = SortOrder.ascending(ListField.integer("place", "c.place"));

    /** The statements of a list. */
    private record Shown(PagedSql page, NamedSql count) {

        static Shown of(String where) {
            NamedSql count = SqlFile.read("category/shown-count", Map.of("where", where));
            return new Shown(PagedSql.read("category/shown", count, Map.of("where", where)), count);
        }
    }

    /** A row of a list. */
    private record Listed(CategoryView view, long place, Long total) {
    }

    /** A category with its version. */
    record Found(CategoryView view, int version) {
    }

    private final SqlReader rows;
    private final ArticleCategories categories;

    CategoryRepository(SqlReader rows, ArticleCategories categories) {
        this.rows = rows;
        this.categories = categories;
    }

    /**
     * A page in the order of the tree: a category stands before those below it. One statement, and one for a parent.
     *
     * @param parent the slug of the category whose children are wanted; null for all categories
     */
    Page<CategoryView> list(String parent, PageParameters paging, UriInfo uri) {
        PageQuery query = paging.of(uri, IN_TREE);
        Shown shown = parent == null ? OF_ALL : OF_PARENT;
        UUID above = parent == null ? null : categories.identity(parent).orElse(null);
        List<Listed> found = rows.read(with(shown.page.page(query), parent, above),
                row -> new Listed(view(row, false), row.get("place", Long.class), row.get("total", Long.class)));
        Page<Listed> page = query.page(found, () -> found.isEmpty()
                ? query.totalOfEmptyPage(() -> rows.count(with(shown.count, parent, above))) : found.get(0).total,
                listed -> List.of(listed.place));
        return page.withItems(page.items().stream().map(Listed::view).toList());
    }

    /** @param above null for a parent that is not there */
    private static NamedSql with(NamedSql sql, String parent, UUID above) {
        return parent == null ? sql : sql.with("parent", above);
    }

    /** As the present transaction sees it. */
    Optional<Found> find(UUID id) {
        return rows.read(ONE.with("id", id), row -> new Found(view(row, true), row.get("version", Integer.class)))
                .stream().findFirst();
    }

    /**
     * @throws MovedException when the address is a former slug
     * @throws ProblemException 404 when no category has the address
     */
    Found get(CategoryAddress address) {
        Found found = find(id(address)).orElseThrow(CategoryRepository::notFound);
        if (address.slug() != null && !address.slug().equals(found.view.slug())) {
            throw new MovedException(ApiPaths.CATEGORIES, found.view.slug(), Set.of());
        }
        return found;
    }

    /**
     * The id of the category; the address may be a former slug. An id may be nobody's.
     *
     * @throws ProblemException 404 when no category has the slug
     */
    UUID id(CategoryAddress address) {
        if (address.id() != null) {
            return address.id();
        }
        return Optional.ofNullable(address.slug()).flatMap(categories::identity).orElseThrow(CategoryRepository::notFound);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemType.NOT_FOUND, "There is no category of this id or slug.").asException();
    }

    private CategoryView view(ResultRow row, boolean withPath) {
        return new CategoryView(row.get("id", UUID.class), row.text("slug"), row.text("title"),
                row.get("sort_order", Integer.class), row.text("parent"), row.get("depth", Integer.class),
                row.get("articles", Long.class), withPath ? categories.path(row.text("path")) : null);
    }
}
