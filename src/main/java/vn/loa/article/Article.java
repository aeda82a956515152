package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.loa.text.Slug;

/** An item that a portal publishes: its identity and its state. Its text is in its revisions. */
@Entity
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

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Article() {
    }

    /**
     * A new article, not published yet.
     *
     * @param firstPublishedAt when it was first published elsewhere; null for one that was not
     */
    static Article draft(Instant firstPublishedAt, Instant now) {
        Article article = new Article();
        // Unique until it gets its name.
        article.slug = UUID.randomUUID().toString();
        article.state = State.DRAFT;
        article.firstPublishedAt = firstPublishedAt;
        article.createdAt = now;
        article.updatedAt = now;
        return article;
    }

    void rename(Slug newSlug) {
        slug = newSlug.value();
    }

    /** Makes the working copy the text that the public reads. */
    void publish(Revision workingCopy, Instant now) {
        if (firstPublishedAt == null) {
            firstPublishedAt = now;
        }
        publicUpdatedAt = live == null ? firstPublishedAt : now;
        workingCopy.freeze(live == null ? 1 : live.number() + 1, now);
        live = workingCopy;
        state = State.PUBLISHED;
        updatedAt = now;
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

    /** What the public reads; null before the first publish. */
    public Revision live() {
        return live;
    }

    public Instant firstPublishedAt() {
        return firstPublishedAt;
    }

    public Instant publicUpdatedAt() {
        return publicUpdatedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
