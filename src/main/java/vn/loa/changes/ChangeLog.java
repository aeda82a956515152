package vn.loa.changes;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.cache.OtherInstances;
import vn.loa.category.CategoryChanged;
import vn.loa.sql.BeforeCommit;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlWriter;

/**
 * Appends to the log of changes, in the transaction of the change. Numbers have no gaps, and whoever can see one can see
 * all before it, because the log's row is locked from the number on until the commit.
 *
 * <p>The stamp of what the public reads is written under the same lock: whoever sees a stamp sees every change that was
 * committed before it.
 */
@Startup
@ApplicationScoped
class ChangeLog {

    private static final NamedSql APPEND = SqlFile.read("changes/append");

    private final SqlWriter changes;
    private final OtherInstances others;
    private final BeforeCommit beforeCommit;

    ChangeLog(SqlWriter changes, OtherInstances others, BeforeCommit beforeCommit) {
        this.changes = changes;
        this.others = others;
        this.beforeCommit = beforeCommit;
    }

    void append(@Observes ArticleChanged change) {
        append(APPEND.with("kind", change.kind().word()).with("article", change.articleId()).with("category", null)
                .with("slug", change.slug()).with("revision", change.revision()).with("title", null).with("at", change.at())
                .with("explanation", change.explanation()).with("redirect", change.redirectTo())
                .with("numbers", change.numbers()).with("movedTo", null));
    }

    void append(@Observes CategoryChanged change) {
        append(APPEND.with("kind", change.kind().word()).with("article", null).with("category", change.categoryId())
                .with("slug", change.slug()).with("revision", null).with("title", change.title()).with("at", change.at())
                .with("explanation", null).with("redirect", null).with("numbers", List.of()).with("movedTo", change.movedTo()));
    }

    /** Other publishes wait for the log: its lock is taken when the transaction has every other lock that it needs. */
    private void append(NamedSql change) {
        beforeCommit.run(() -> {
            UUID stamp = UUID.randomUUID();
            others.notifyChanged(stamp);
            changes.update(change.with("stamp", stamp));
        });
    }
}
