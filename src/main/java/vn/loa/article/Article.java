package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;
import vn.loa.text.fold.Slug;

/**
 * An item that a portal publishes: its identity and its state. Its text is in its revisions. Whoever changes it, or its
 * working copy, has locked its row ({@link ArticleRepository#lock}).
 *
 * <p>Only changed columns are sent: the table has a BEFORE trigger, and with one PostgreSQL chooses the lock by the
 * columns that a statement lists. With the slug among them nobody could refer to the article until the commit.
 */
@Entity
@DynamicUpdate
public class Article {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
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

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private int version;

    protected Article() {
    }

    /**
     * A new article, not published yet.
     *
     * @param firstPublishedAt when it was first published elsewhere; null for one that was not
     */
    public static Article draft(Instant firstPublishedAt, Instant now) {
        Article article = new Article();
        // Unique until it gets its name.
        article.slug = UUID.randomUUID().toString();
        article.state = State.DRAFT;
        article.firstPublishedAt = firstPublishedAt;
        article.createdAt = now;
        article.updatedAt = now;
        return article;
    }

    public void rename(Slug newSlug) {
        slug = newSlug.value();
    }

    /** Something that editors see has changed: what they read before is out of date. */
    public void changed() {
        version++;
    }

    /** Makes the working copy the text that the public reads. */
    public void publish(Revision workingCopy, ChangeNote note, Instant now) {
        boolean first = live == null;
        if (firstPublishedAt == null) {
            firstPublishedAt = now;
        }
        if (first) {
            publicUpdatedAt = firstPublishedAt;
        } else if (!note.minor()) {
            publicUpdatedAt = now;
        }
        if (workingCopy.slug() != null) {
            slug = workingCopy.slug();
        }
        workingCopy.freeze(first ? 1 : live.number() + 1, note, now);
        live = workingCopy;
        enter(State.PUBLISHED, now);
    }

    /** It stays readable, with a notice. */
    public void withdraw(String explanation, Instant now) {
        enter(State.WITHDRAWN, now);
        withdrawalExplanation = explanation;
        withdrawnAt = now;
    }

    /** @param replacement the article that readers are sent to; may be null */
    public void remove(String explanation, UUID replacement, Instant now) {
        enter(State.GONE, now);
        removalExplanation = explanation;
        removedAt = now;
        redirectTo = replacement;
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

    /** Whether its first publish is waiting for its time. */
    public void await(boolean publishIsScheduled) {
        if (live == null) {
            state = publishIsScheduled ? State.SCHEDULED : State.DRAFT;
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

    /** What the public reads, or read last; null before the first publish. */
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

    /** Null unless it is withdrawn. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String removalExplanation() {
        return removalExplanation;
    }

    /** Null unless it is gone. */
    public Instant removedAt() {
        return removedAt;
    }

    public UUID redirectTo() {
        return redirectTo;
    }

    /** When the public last saw a change; for an article that is not public, when it was made. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Grows with every change that editors can see. */
    int version() {
        return version;
    }
}
