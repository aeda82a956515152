package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.loa.directive.Directive;

/** One text of an article: the working copy, or, once it has a number, a published revision that never changes. */
@Entity
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Article article;

    private Integer number;
    private String language;
    private String title;
    private String summary;
    private String byline;
    private String body;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> tags;

    @Embedded
    private Directive directive;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected Revision() {
    }

    static Revision workingCopy(Article article, ArticleContent content, Instant now) {
        Revision revision = new Revision();
        revision.article = article;
        revision.language = content.language();
        revision.title = content.title();
        revision.summary = content.summary();
        revision.byline = content.byline();
        revision.body = content.body();
        revision.tags = content.tags();
        revision.directive = content.directive();
        revision.createdAt = now;
        return revision;
    }

    /** From now on it never changes; the database refuses it too. */
    void freeze(int revisionNumber, Instant now) {
        if (number != null) {
            throw new IllegalStateException("revision " + number + " is published already");
        }
        number = revisionNumber;
        publishedAt = now;
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

    public List<String> tags() {
        return tags;
    }

    /** Null when the article carries none. */
    public Directive directive() {
        return directive;
    }
}
