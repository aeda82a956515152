package vn.loa.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.article.publish.ArticleChanged;
import vn.loa.article.publish.ForceChanged;
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
    private static final NamedSql APPEND_STATUSES = SqlFile.read("changes/append-statuses");

    /** An entry. The components are the columns. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Change(int place, String kind, UUID article, UUID category, String slug, Integer revision, String title, String at,
            String explanation, UUID redirect, List<String> numbers, String movedTo) {
    }

    /** What a transaction appends. */
    private static final class Appended {
        private final List<Change> changes = new ArrayList<>();
        private final List<NamedSql> statuses = new ArrayList<>();
        private boolean last;
    }

    private final SqlWriter database;
    private final OtherInstances others;
    private final BeforeCommit beforeCommit;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectWriter json;

    ChangeLog(SqlWriter database, OtherInstances others, BeforeCommit beforeCommit, TransactionSynchronizationRegistry transaction,
            ObjectMapper json) {
        this.database = database;
        this.others = others;
        this.beforeCommit = beforeCommit;
        this.transaction = transaction;
        this.json = json.writer();
    }

    void append(@Observes ArticleChanged change) {
        List<Change> changes = appended().changes;
        changes.add(new Change(changes.size(), change.kind().word(), change.articleId(), null, change.slug(), change.revision(), null,
                change.at().toString(), change.explanation(), change.redirectTo(), change.numbers(), null));
    }

    void append(@Observes CategoryChanged change) {
        List<Change> changes = appended().changes;
        changes.add(new Change(changes.size(), change.kind().word(), null, change.categoryId(), change.slug(), null, change.title(),
                change.at().toString(), null, null, List.of(), change.movedTo()));
    }

    void append(@Observes ForceChanged change) {
        appended().statuses.add(APPEND_STATUSES.with("articles", change.articles()).with("at", change.at()));
    }

    /** That of the present transaction. */
    private Appended appended() {
        Appended present = (Appended) transaction.getResource(Appended.class);
        if (present == null) {
            Appended begun = new Appended();
            transaction.putResource(Appended.class, begun);
            beforeCommit.run(() -> write(begun));
            present = begun;
        }
        return present;
    }

    /** Other publishes wait for the log: its lock is taken when the transaction has every other lock that it needs. */
    private void write(Appended appended) {
        if (!appended.last) {
            // What else is done before the commit was perhaps asked for after this.
            appended.last = true;
            beforeCommit.run(() -> write(appended));
            return;
        }
        UUID stamp = UUID.randomUUID();
        others.notifyChanged(stamp);
        if (!appended.changes.isEmpty()) {
            database.update(APPEND.with("changes", write(appended.changes)).with("stamp", stamp));
        }
        appended.statuses.forEach(statuses -> database.update(statuses.with("stamp", stamp)));
        transaction.putResource(Appended.class, null);
    }

    private String write(List<Change> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("changes cannot be written as JSON", e);
        }
    }
}
