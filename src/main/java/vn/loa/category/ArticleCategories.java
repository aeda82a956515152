package vn.loa.category;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.loa.sql.ResultRow;
import vn.loa.sql.SqlReader;
import vn.loa.text.fold.Slug;

/**
 * Reads the categories in which articles stand: rows {@code k} of {@code article_category}, which a statement joins by the
 * identity that a text names.
 */
@Singleton
public class ArticleCategories {

    /** The columns of a list's rows. */
    public static final String COLUMNS = "k.slug as category_slug, k.title as category_title";
    /** The columns of one article's row. */
    public static final String COLUMNS_WITH_PATH = COLUMNS + ", k.path_ids as category_path_ids, k.path::text as category_path";

    private final SqlReader rows;
    private final ObjectReader steps;

    ArticleCategories(SqlReader rows, ObjectMapper json) {
        this.rows = rows;
        this.steps = json.readerForListOf(CategoryStep.class);
    }

    /** The join of the columns. */
    public static String join(String identity) {
        return "left join article_category k on k.category_id = " + identity;
    }

    /** Null for a row without a category. */
    public static ArticleCategory listed(ResultRow row) {
        String slug = row.text("category_slug");
        return slug == null ? null : new ArticleCategory(slug, row.text("category_title"), null, List.of());
    }

    /** With the path; null for a row without a category. */
    public ArticleCategory read(ResultRow row) {
        String slug = row.text("category_slug");
        return slug == null ? null : new ArticleCategory(slug, row.text("category_title"), path(row.text("category_path")),
                row.uuids("category_path_ids"));
    }

    /** @param identity null for a text without a category, whose category is null */
    public ArticleCategory find(UUID identity) {
        return identity == null ? null : rows.read("select " + COLUMNS_WITH_PATH + " from article_category k where k.category_id = ?",
                this::read, identity).stream().findFirst().orElse(null);
    }

    /** Those of the categories that are there, with their paths, in one statement; none for none. */
    public Map<UUID, ArticleCategory> find(Collection<UUID> identities) {
        Map<UUID, ArticleCategory> found = new HashMap<>();
        if (!identities.isEmpty()) {
            rows.each("select k.category_id, " + COLUMNS_WITH_PATH + " from article_category k where k.category_id = any (?)",
                    row -> found.put(row.get("category_id", UUID.class), read(row)), identities);
        }
        return found;
    }

    /** The titles of the categories that have these slugs, or had them. */
    public Map<String, String> titles(Collection<String> slugs) {
        Map<String, String> titles = new HashMap<>();
        if (!slugs.isEmpty()) {
            rows.each("select s.slug, c.title from category_slug s join category c on c.id = s.category_id where s.slug = any (?)",
                    row -> titles.put(row.text("slug"), row.text("title")), slugs);
        }
        return titles;
    }

    /** The identities of these categories and of all below them. */
    public List<UUID> below(Collection<String> slugs) {
        return rows.read("select category_identities(?) as identities", row -> row.uuids("identities"), slugs).get(0);
    }

    /** The category that has this slug, or had it: a text can name it by this identity. */
    public Optional<UUID> identity(String slug) {
        return Slug.parse(slug).flatMap(name -> rows.read("select category_id from category_slug where slug = ?",
                row -> row.get("category_id", UUID.class), name.value()).stream().findFirst());
    }

    /** Reads a stored path. */
    List<CategoryStep> path(String json) {
        try {
            return steps.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored path of a category cannot be read", e);
        }
    }
}
