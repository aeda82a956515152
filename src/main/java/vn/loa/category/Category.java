package vn.loa.category;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A subject in which articles stand. A transaction that changes one has locked the tree ({@link CategoryTree#lock}). */
@Entity
@DynamicUpdate
class Category {

    @Id
    private UUID id;

    private String slug;
    private String title;

    @Column(name = "sort_order")
    private int order;

    @Column(name = "parent_id")
    private UUID parent;

    @Column(name = "merged_into")
    private UUID mergedInto;

    @Column(name = "created_at")
    private Instant createdAt;

    private int version;

    protected Category() {
    }

    /** @param parent null for a category at the top */
    Category(UUID id, String slug, String title, int order, UUID parent, Instant now) {
        this.id = id;
        this.slug = slug;
        this.title = title;
        this.order = order;
        this.parent = parent;
        this.createdAt = now;
        this.version = 1;
    }

    /** @param newParent null for a category at the top */
    void change(String newSlug, String newTitle, int newOrder, UUID newParent) {
        slug = newSlug;
        title = newTitle;
        order = newOrder;
        parent = newParent;
        version++;
    }

    /** Whether it is in the tree, and was not merged into another one. */
    boolean isLiving() {
        return mergedInto == null;
    }

    /** A tag that changes with what editors change of the category, and with nothing else. */
    EntityTag etag() {
        return etag(version);
    }

    static EntityTag etag(int version) {
        return new EntityTag("v" + version);
    }

    UUID id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }

    int order() {
        return order;
    }

    /** Null for a category at the top. */
    UUID parent() {
        return parent;
    }
}
