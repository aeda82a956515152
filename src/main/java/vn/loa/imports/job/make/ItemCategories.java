package vn.loa.imports.job.make;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.category.ArticleCategories;
import vn.loa.category.Categories;
import vn.loa.problem.FieldErrors;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.text.fold.VietnameseText;

/** Finds the category that an item names, by its slug or by the titles on the way to it, and creates what is missing. */
@Startup
@ApplicationScoped
class ItemCategories {

    /** An arbitrary number: two items do not create one category at once. */
    private static final long LOCK = 0x10A_CA7;
    private static final int LONGEST_TITLE = 200;
    private static final int DEEPEST = 8;

    private static final NamedSql BELOW = SqlFile.read("imports/import-categories-below");

    private record Child(String slug, String title) {
    }

    private final ArticleCategories known;
    private final Categories categories;
    private final SqlReader rows;
    private final SqlWriter changes;

    ItemCategories(ArticleCategories known, Categories categories, SqlReader rows, SqlWriter changes) {
        this.known = known;
        this.categories = categories;
        this.rows = rows;
        this.changes = changes;
    }

    /**
     * The slug of the category.
     *
     * @param name a slug, or titles or slugs from the top, with slashes between them
     * @return null when there is none, which is added to the errors
     */
    String slug(String name, boolean create, FieldErrors errors) {
        if (known.identity(name).isPresent()) {
            return name;
        }
        List<String> steps = Arrays.stream(name.split("/")).map(VietnameseText::line).filter(Objects::nonNull)
                .filter(step -> !step.isEmpty()).toList();
        String found = find(steps);
        if (found == null && create && isPath(steps, errors)) {
            changes.lock(LOCK);
            return make(steps);
        }
        if (found == null) {
            errors.add("/category", "not-found", "is no category");
        }
        return found;
    }

    private static boolean isPath(List<String> steps, FieldErrors errors) {
        if (steps.isEmpty() || steps.size() > DEEPEST || steps.stream().anyMatch(step -> step.length() > LONGEST_TITLE)) {
            errors.add("/category", "wrong-form", "must be at most " + DEEPEST + " titles of at most " + LONGEST_TITLE
                    + " characters, with slashes between them");
            return false;
        }
        return true;
    }

    /** Null when a step leads nowhere. */
    private String find(List<String> steps) {
        String above = null;
        for (String step : steps) {
            above = below(above, step);
            if (above == null) {
                return null;
            }
        }
        return above;
    }

    private String make(List<String> steps) {
        String above = null;
        for (String step : steps) {
            String found = below(above, step);
            if (found == null) {
                categories.create(UuidVersion7Strategy.INSTANCE.generateUuid(null), null, step, 0, above);
                found = below(above, step);
            }
            above = found;
        }
        return above;
    }

    private String below(String parent, String step) {
        String folded = VietnameseText.fold(step);
        return rows.read(BELOW.with("parent", parent), row -> new Child(row.text("slug"), row.text("title"))).stream()
                .filter(child -> child.slug.equals(step) || VietnameseText.fold(child.title).equals(folded))
                .map(Child::slug).findFirst().orElse(null);
    }
}
