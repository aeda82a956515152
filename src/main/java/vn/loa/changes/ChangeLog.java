package vn.loa.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
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
                update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp()), stamp = ?
                returning last, changed_at)
            insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, numbers, recorded_at)
            select last, ?, ?, ?, ?, ?, ?, ?, ?, changed_at from log""";

    private final DataSource database;
    private final OtherInstances others;
    private final BeforeCommit beforeCommit;

    ChangeLog(DataSource database, OtherInstances others, BeforeCommit beforeCommit) {
        this.database = database;
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
        try (Connection connection = database.getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setObject(1, stamp);
            append.setString(2, change.kind().word());
            append.setObject(3, change.articleId());
            append.setString(4, change.slug());
            append.setInt(5, change.revision());
            append.setObject(6, change.at().atOffset(ZoneOffset.UTC));
            append.setString(7, change.explanation());
            append.setObject(8, change.redirectTo());
            append.setArray(9, connection.createArrayOf("text", change.numbers().toArray()));
            append.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the log of changes was not written: " + e.getMessage(), e);
        }
    }
}
