package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import vn.loa.text.fold.Slug;

/**
 * An item that a portal publishes: its identity and its state. Its text is in its revisions. A transaction that changes
 * the article or its working copy has locked its row ({@link ArticleRepository#lock}).
 *
 * <p>Hibernate updates only changed columns. With a BEFORE trigger, as this table has one, PostgreSQL chooses the row
 * lock by the columns in the statement; with the slug among them, no other transaction could insert a reference to the
 * article until the commit.
 */
@Entity
@DynamicUpdate
public class Article {

    @Id
    private UUID id;

    private String slug;
    private State state;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "live_revision_id")
    private Revision live;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "public_updated_at")
    private Instant publicUpdatedAt;

    @Column(name = "withdrawal_explanation")
    private String withdrawalExplanation;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "removal_explanation")
    private String removalExplanation;

    @Column(name = "removed_at")
    private Instant removedAt;

    @Column(name = "redirect_to")
    private UUID redirectTo;

    @Column(name = "category_id")
    private UUID category;

    @ColumnTransformer(read = "cast(listed as text)", write = "cast(? as json)")
    private String listed;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private int version;

    protected Article() {
    }

    /**
     * A new article without a published revision.
     *
     * @param id a UUID of version 7, which no article has
     * @param dates when the article was published on another system
     */
    public static Article draft(UUID id, PublicationDates dates, Instant now) {
        Article article = new Article();
        article.id = id;
        // A unique placeholder until the article gets its slug.
        article.slug = UUID.randomUUID().toString();
        article.state = State.DRAFT;
        article.firstPublishedAt = dates.firstPublishedAt();
        article.publicUpdatedAt = dates.publicUpdatedAt();
        article.createdAt = now;
        article.updatedAt = now;
        return article;
    }

    public void rename(Slug newSlug) {
        slug = newSlug.value();
    }

    /** Makes the ETag that editors have outdated, because something that they see has changed. */
    public void changed() {
        version++;
    }

    /**
     * Makes the working copy the live revision.
     *
     * @param dates where they are not what follows from the present publish
     */
    public void publish(Revision workingCopy, ChangeNote note, PublicationDates dates, Instant now) {
        boolean first = live == null;
        if (firstPublishedAt == null) {
            firstPublishedAt = dates.firstPublishedAt() == null ? now : dates.firstPublishedAt();
        }
        if (dates.publicUpdatedAt() != null) {
            publicUpdatedAt = dates.publicUpdatedAt();
        } else if (first && publicUpdatedAt == null) {
            publicUpdatedAt = firstPublishedAt;
        } else if (!first && !note.minor()) {
            publicUpdatedAt = now;
        }
        if (workingCopy.slug() != null) {
            slug = workingCopy.slug();
        }
        workingCopy.freeze(first ? 1 : live.number() + 1, note, now);
        live = workingCopy;
        category = workingCopy.category();
        enter(State.PUBLISHED, now);
    }

    /** Adds the notice; the article stays readable. */
    public void withdraw(String explanation, Instant now) {
        enter(State.WITHDRAWN, now);
        withdrawalExplanation = explanation;
        withdrawnAt = now;
    }

    /** @param replacement the article to which readers are redirected; may be null */
    public void remove(String explanation, UUID replacement, Instant now) {
        enter(State.GONE, now);
        removalExplanation = explanation;
        removedAt = now;
        redirectTo = replacement;
    }

    /** @param json what lists show; null when no list has the article any more */
    public void list(String json) {
        listed = json;
    }

    private void enter(State next, Instant now) {
        state = next;
        withdrawalExplanation = null;
        withdrawnAt = null;
        removalExplanation = null;
        removedAt = null;
        redirectTo = null;
        updatedAt = now;
        changed();
    }

    /** Sets the state to scheduled, or back to draft, while the article has never been published. */
    public void publishScheduled(boolean scheduled) {
        if (live == null) {
            state = scheduled ? State.SCHEDULED : State.DRAFT;
        }
        changed();
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public State state() {
        return state;
    }

    /** The text that the public reads, or last read; null before the first publish. */
    public Revision live() {
        return live;
    }

    /** The number of the live revision; null before the first publish. */
    public Integer liveNumber() {
        return live == null ? null : live.number();
    }

    public Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    public Instant publicUpdatedAt() {
        return publicUpdatedAt;
    }

    public String withdrawalExplanation() {
        return withdrawalExplanation;
    }

    /** Null unless the article is withdrawn. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String removalExplanation() {
        return removalExplanation;
    }

    /** Null unless the article is gone. */
    public Instant removedAt() {
        return removedAt;
    }

    public UUID redirectTo() {
        return redirectTo;
    }

    /** When the public last saw a change; for an article that is not public, when it was created. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Increases with every change that editors can see. */
    int version() {
        return version;
    }
}
