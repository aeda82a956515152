package vn.loa.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.access.AuditEvent;
import vn.loa.cache.PublicChange;
import vn.loa.http.IfMatch;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;

/**
 * Creates, changes and deletes categories. Joins the caller's transaction, which locks the tree first: so two editors who move
 * categories at once move them one after the other, and no cycle comes to be.
 */
@ApplicationScoped
public class Categories {

    /** A list of all of them is still sorted in a moment. */
    static final int MOST = 10_000;
    static final int DEEPEST = 8;
    static final String MOVE_ARTICLES_TO = "moveArticlesTo";

    private final CategoryTree tree;
    private final ArticleCategories known;
    private final CategorySlugs slugs;
    private final Event<CategoryChanged> changes;
    private final Event<AuditEvent> audit;
    private final Event<PublicChange> publicChanges;
    private final Clock clock;

    Categories(CategoryTree tree, ArticleCategories known, CategorySlugs slugs, Event<CategoryChanged> changes,
            Event<AuditEvent> audit, Event<PublicChange> publicChanges, Clock clock) {
        this.tree = tree;
        this.known = known;
        this.slugs = slugs;
        this.changes = changes;
        this.audit = audit;
        this.publicChanges = publicChanges;
        this.clock = clock;
    }

    /**
     * Creates a category with an id that is known beforehand.
     *
     * @param parent the slug of the category above; null for the top
     */
    public void create(UUID id, String slug, String title, int order, String parent) {
        create(id, new CategoryRequest(slug, title, order, parent));
    }

    /** @throws ProblemException 409 when there are too many, 422 naming every field that is wrong */
    UUID create(CategoryRequest request) {
        return create(UuidVersion7Strategy.INSTANCE.generateUuid(null), request);
    }

    private UUID create(UUID id, CategoryRequest request) {
        tree.lock();
        if (tree.countLiving() >= MOST) {
            throw Problem.of(ProblemType.CONFLICT, "There are " + MOST + " categories, which is the most.").asException();
        }
        FieldErrors errors = new FieldErrors();
        UUID parent = parent(request.parent(), null, errors);
        if (request.slug() != null) {
            slugs.check(request.slug(), id, errors);
        }
        errors.throwIfAny();
        String slug = request.slug() == null ? slugs.free(request.title()) : request.slug();
        Category category = new Category(id, slug, request.title(), request.orderOrDefault(), parent, now());
        tree.persistAndFlush(category);
        slugs.give(slug, id);
        finish(CategoryChanged.Kind.CREATED, "category.create", category, null, Map.of());
        return id;
    }

    /** The category as its editor saw it is not known to be current before the tree is locked. */
    Category lockForChange(UUID id, IfMatch condition) {
        tree.lock();
        Category category = tree.living(id).orElseThrow(CategoryRepository::notFound);
        condition.requireFor(category.etag());
        return category;
    }

    /** @throws ProblemException 422 naming every field that is wrong */
    void change(Category category, CategoryRequest request) {
        FieldErrors errors = new FieldErrors();
        UUID parent = parent(request.parent(), category, errors);
        String slug = request.slug() == null ? category.slug() : request.slug();
        slugs.check(slug, category.id(), errors);
        errors.throwIfAny();
        Map<String, Object> before = details(category);
        category.change(slug, request.title(), request.orderOrDefault(), parent);
        tree.flush();
        slugs.give(slug, category.id());
        finish(CategoryChanged.Kind.UPDATED, "category.change", category, null, Map.of("before", before));
    }

    /**
     * The id of the category above; null for the top.
     *
     * @param moved the category that is to stand below it; null for a new one
     */
    private UUID parent(String slug, Category moved, FieldErrors errors) {
        if (slug == null) {
            return null;
        }
        UUID parent = known.identity(slug).orElse(null);
        if (parent == null) {
            errors.add("/parent", "not-found", "is no category");
        } else if (moved != null && tree.isInside(parent, moved.id())) {
            errors.add("/parent", "contradiction", "is this category, or stands below it");
        } else if (tree.depth(parent) + (moved == null ? 1 : tree.height(moved.id())) > DEEPEST) {
            errors.add("/parent", "out-of-range", "leads deeper than " + DEEPEST + " levels");
        }
        return parent;
    }

    /**
     * Deletes a category.
     *
     * @param moveArticlesTo the slug of the category to which its articles go, in which former slugs lead to it; null when there
     *     are none
     * @throws ProblemException 400 when it names no other category, 409 while other categories or articles stand in it
     */
    void delete(Category category, String moveArticlesTo) {
        Category target = moveArticlesTo == null ? null : target(category, moveArticlesTo);
        if (tree.hasChildren(category.id())) {
            throw Problem.of(ProblemType.CONFLICT, "Other categories stand below this one. Move or delete those first.").asException();
        }
        Map<String, Object> details = details(category);
        if (target == null) {
            deleteEmpty(category);
        } else {
            tree.merge(category.id(), target.id());
            slugs.lead(category.id(), target.id());
        }
        finish(CategoryChanged.Kind.REMOVED, "category.delete", category, target, details);
    }

    private void deleteEmpty(Category category) {
        tree.lockIdentities(category.id());
        if (tree.isNamed(category.id())) {
            throw Problem.of(ProblemType.CONFLICT, "Articles stand in this category, in their present text, in a working copy or in an "
                    + "earlier revision. The parameter '" + MOVE_ARTICLES_TO + "' says to which category they go.")
                    .withError(new Problem.FieldError(null, MOVE_ARTICLES_TO, "required", "must say where the articles go")).asException();
        }
        slugs.release(category.id());
        tree.deleteRows(category.id());
    }

    private Category target(Category category, String slug) {
        Category target = known.identity(slug).flatMap(tree::living).orElseThrow(() -> Problem.invalidParameter(MOVE_ARTICLES_TO,
                "not-found", "is no category").asException());
        if (target.id().equals(category.id())) {
            throw Problem.invalidParameter(MOVE_ARTICLES_TO, "contradiction", "is the category that is to be deleted").asException();
        }
        return target;
    }

    /** @param target of a category that is deleted, the one to which its articles go; null for none */
    private void finish(CategoryChanged.Kind kind, String action, Category category, Category target, Map<String, Object> more) {
        Instant now = now();
        tree.order(now);
        Map<String, Object> details = new HashMap<>(details(category));
        details.putAll(more);
        if (target != null) {
            details.put(MOVE_ARTICLES_TO, target.slug());
        }
        audit.fire(new AuditEvent(action, "category", category.id(), null, null, details, null));
        changes.fire(new CategoryChanged(kind, category.id(), category.slug(), category.title(),
                target == null ? null : target.slug(), now));
        publicChanges.fire(PublicChange.NOW);
    }

    private static Map<String, Object> details(Category category) {
        Map<String, Object> details = new HashMap<>(Map.of("slug", category.slug(), "title", category.title(), "order", category.order()));
        if (category.parent() != null) {
            details.put("parent", category.parent().toString());
        }
        return details;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
