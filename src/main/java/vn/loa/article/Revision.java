package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.loa.directive.Directive;
import vn.loa.directive.StoredText;
import vn.loa.directive.TextSize;

/** A text of an article: the working copy, or, with a number, a published revision that never changes. */
@Entity
@DynamicUpdate
public class Revision {

    @Id
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Article article;

    private Integer number;
    private String language;
    private String title;
    private String summary;
    private String byline;
    private String body;

    /** An array and no list: Hibernate compares lists element by element with each other, which took seconds for 9,000. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "section_ids")
    private Long[] sectionIds;

    @ColumnTransformer(read = "cast(citations as text)", write = "cast(? as json)")
    private String citations;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Attachment> attachments;

    @JdbcTypeCode(SqlTypes.JSON)
    private Picture picture;

    /** The identity of the category: what that means today is in {@code article_category}. */
    @Column(name = "category_id")
    private UUID category;

    @Embedded
    private Directive directive;

    private String slug;

    @Column(name = "body_bytes")
    private int bodyBytes;

    @Column(name = "section_bytes")
    private int sectionBytes;

    @Column(name = "citation_bytes")
    private int citationBytes;

    private int cites;

    @Column(name = "change_note")
    private String changeNote;

    private boolean minor;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Revision() {
    }

    /**
     * @param id that no other revision has
     * @param stored the content's sections and citations
     */
    public static Revision workingCopy(long id, Article article, ArticleContent content, StoredText stored, Instant now) {
        Revision revision = new Revision();
        revision.id = id;
        revision.article = article;
        revision.createdAt = now;
        revision.replace(content, stored, now);
        return revision;
    }

    /**
     * A working copy with the text of another revision, with which it shares the sections.
     *
     * @param id that no other revision has
     */
    public static Revision copyOf(long id, Revision original, Instant now) {
        Revision copy = new Revision();
        copy.id = id;
        copy.article = original.article;
        copy.sectionIds = original.sectionIds.clone();
        copy.citations = original.citations;
        copy.cites = original.cites;
        copy.language = original.language;
        copy.title = original.title;
        copy.summary = original.summary;
        copy.byline = original.byline;
        copy.body = original.body;
        copy.tags = original.tags;
        copy.attachments = original.attachments;
        copy.picture = original.picture;
        copy.category = original.category;
        copy.directive = original.directive;
        copy.bodyBytes = original.bodyBytes;
        copy.sectionBytes = original.sectionBytes;
        copy.citationBytes = original.citationBytes;
        copy.createdAt = now;
        copy.updatedAt = now;
        return copy;
    }

    /**
     * Replaces all content that an editor can change.
     *
     * @param stored the content's sections and citations
     */
    public void replace(ArticleContent content, StoredText stored, Instant now) {
        replaceHead(content, now);
        body = content.body();
        directive = content.directive();
        sectionIds = stored.sectionIds().toArray(Long[]::new);
        citations = stored.citations();
        TextSize size = TextSize.of(body, content.sections(), content.citations());
        bodyBytes = size.body();
        sectionBytes = size.sections();
        citationBytes = size.citations();
        cites = content.cites();
    }

    /** Replaces the content but the body and the directive. */
    public void replaceHead(ArticleContent content, Instant now) {
        refuseWhenPublished();
        language = content.language();
        title = content.title();
        summary = content.summary();
        byline = content.byline();
        tags = content.tags();
        attachments = content.attachments();
        picture = content.picture();
        category = content.category();
        updatedAt = now;
    }

    /** Sets the slug that the article gets when it is published. */
    public void wantSlug(String wanted) {
        refuseWhenPublished();
        slug = wanted;
    }

    /** Makes the working copy a revision that never changes again. A trigger of the database refuses changes too. */
    void freeze(int revisionNumber, ChangeNote note, Instant now) {
        refuseWhenPublished();
        number = revisionNumber;
        changeNote = note.text();
        minor = note.minor();
        publishedAt = now;
    }

    private void refuseWhenPublished() {
        if (number != null) {
            throw new IllegalStateException("revision " + number + " is published and never changes");
        }
    }

    public Long id() {
        return id;
    }

    public Article article() {
        return article;
    }

    /** From 1; null for the working copy. */
    public Integer number() {
        return number;
    }

    /** The slug that the article gets when this working copy is published; null keeps the present one. */
    public String slug() {
        return slug;
    }

    /** What the revision changed, in words for readers; may be null. */
    public String changeNote() {
        return changeNote;
    }

    /** Whether the change is a small correction, which is not shown in the change history. */
    public boolean minor() {
        return minor;
    }

    /** Null for the working copy. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** When the working copy was last saved. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When the working copy was created. */
    public Instant createdAt() {
        return createdAt;
    }

    public String language() {
        return language;
    }

    public String title() {
        return title;
    }

    public String summary() {
        return summary;
    }

    public String byline() {
        return byline;
    }

    public String body() {
        return body;
    }

    /** The size of the text with its sections and citations. */
    public TextSize size() {
        return new TextSize(bodyBytes, sectionBytes, citationBytes);
    }

    /** The ids of the directive's sections in document order. */
    public List<Long> sectionIds() {
        return List.of(sectionIds);
    }

    public List<String> tags() {
        return tags;
    }

    /** In order. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** The identity of the category in which the article stands; null for none. */
    public UUID category() {
        return category;
    }

    /** The image that stands for the article; may be null. */
    public Picture picture() {
        return picture;
    }

    /** Null when the article carries no directive. */
    public Directive directive() {
        return directive;
    }
}
