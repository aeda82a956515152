package vn.loa.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.hibernate.Session;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.cache.OtherInstances;
import vn.loa.sql.BeforeCommit;

/**
 * Appends to the log of changes, in the transaction of the change. Numbers have no gaps, and whoever can see one can see
 * all before it, because the log's row is locked from the number on until the commit.
 *
 * <p>The stamp of what the public reads is written under the same lock: whoever sees a stamp sees every change that was
 * committed before it.
 */
@ApplicationScoped
class ChangeLog {

    private static final String APPEND = """
            with log as (
                update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp()), stamp = :stamp
                returning last, changed_at)
            insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, numbers, recorded_at)
            select last, :kind, :article, :slug, :revision, :at, :explanation, :redirect, :numbers, changed_at from log""";

    private final Session entities;
    private final OtherInstances others;
    private final BeforeCommit beforeCommit;

    ChangeLog(Session entities, OtherInstances others, BeforeCommit beforeCommit) {
        this.entities = entities;
        this.others = others;
        this.beforeCommit = beforeCommit;
    }

    /** Other publishes wait for the log: its lock is taken when the transaction has every other lock that it needs. */
    void append(@Observes ArticleChanged change) {
        beforeCommit.run(() -> {
            UUID stamp = UUID.randomUUID();
            others.notifyChanged(stamp);
            write(change, stamp);
        });
    }

    private void write(ArticleChanged change, UUID stamp) {
        entities.createNativeMutationQuery(APPEND).setParameter("stamp", stamp).setParameter("kind", change.kind().word())
                .setParameter("article", change.articleId()).setParameter("slug", change.slug())
                .setParameter("revision", change.revision()).setParameter("at", change.at())
                .setParameter("explanation", change.explanation(), String.class)
                .setParameter("redirect", change.redirectTo(), UUID.class)
                .setParameter("numbers", change.numbers().toArray(String[]::new)).executeUpdate();
    }
}
