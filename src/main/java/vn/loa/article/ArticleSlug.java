package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A name of an article, present, wanted or former. Read only: {@code Slugs} writes them. */
@Entity
@Immutable
@Table(name = "slug")
class ArticleSlug {

    @Id
    String slug;

    @Column(name = "article_id")
    UUID articleId;

    /** Whether the public has ever seen it. */
    @Column(name = "public")
    boolean seen;

    protected ArticleSlug() {
    }
}
