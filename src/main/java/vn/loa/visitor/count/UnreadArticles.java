package vn.loa.visitor.count;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.article.publish.ChangeKind;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;

/** Gives a published article a place in the order by views, {@code article_rank}, before anybody has read it. */
@ApplicationScoped
class UnreadArticles {

    private static final NamedSql PLACED = NamedSql.of("insert into article_rank (article_id, views) "
            + "select a.id, 0 from unnest(:articles::uuid[]) a (id) order by a.id on conflict (article_id) do nothing");

    private final SqlWriter changes;
    private final Together together;
    private final Consumer<List<UUID>> placing = this::place;

    UnreadArticles(SqlWriter changes, Together together) {
        this.changes = changes;
        this.together = together;
    }

    void follow(@Observes ArticleChanged change) {
        if (change.kind() == ChangeKind.PUBLISHED) {
            together.run(placing, change.articleId());
        }
    }

    private void place(List<UUID> articles) {
        changes.update(PLACED.with("articles", articles));
    }
}
