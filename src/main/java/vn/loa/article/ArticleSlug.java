package vn.loa.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A slug of an article: its present, wanted or former one. Read only; {@code Slugs} writes them. */
@Entity
@Immutable
@Table(name = "slug")
class ArticleSlug {

    @Id
    String slug;

    @Column(name = "article_id")
    UUID articleId;

    /** Whether the slug has ever been public. */
    @Column(name = "public")
    boolean seen;

    protected ArticleSlug() {
    }
}
