package vn.loa.search.index;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import vn.loa.article.publish.LiveTextChanged;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlReader;
import vn.loa.sql.SqlWriter;
import vn.loa.sql.Together;
import vn.loa.sql.UncheckedSqlException;

/** Keeps the entries of the search true, in the transaction that changes a text. */
@ApplicationScoped
class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class);

    /**
     * Held together by all that write entries, and alone by a rebuild while it begins or ends. An advisory lock of PostgreSQL;
     * the number is arbitrary.
     */
    static final long WRITERS = 7_303_014;
    private static final NamedSql TOGETHER =
            NamedSql.of("select pg_advisory_xact_lock_shared(:number)").with("number", WRITERS);
    private static final NamedSql REMEMBER = NamedSql.of("insert into search_change (article_id) select unnest(:articles::uuid[])");
    static final NamedSql EMPTY_PENDING = NamedSql.of("select gin_clean_pending_list('search_entry_words')");
    private static final Duration LONGEST_EMPTYING = Duration.ofMinutes(2);

    private final SqlWriter changes;
    private final IndexDatabase request;
    private final ShortTransactions transactions;
    private final EntryWriter entries;
    private final Together together;
    private final Consumer<List<UUID>> following = this::follow;
    /** Whether the index has pending entries of this instance. Others are emptied by their instance, or by autovacuum. */
    private volatile boolean pending = true;

    SearchIndex(SqlReader reader, SqlWriter changes, ShortTransactions transactions, EntryWriter entries,
            Together together) {
        this.changes = changes;
        this.request = new IndexDatabase.OfRequest(reader, changes);
        this.transactions = transactions;
        this.entries = entries;
        this.together = together;
    }

    void follow(@Observes LiveTextChanged change) {
        together.run(following, change.articleId());
    }

    private void follow(List<UUID> articles) {
        changes.call(TOGETHER);
        boolean rebuilding = entries.write(EntryWriter.PRESENT, articles, request);
        if (rebuilding) {
            changes.update(REMEMBER.with("articles", articles));
        }
        pending = true;
    }

    /** Moves what was published within the last second into the index: many entries at once take a tenth of the time. */
    @Scheduled(every = "1s", identity = "search-pending", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void emptyPending() {
        if (!pending) {
            return;
        }
        pending = false;
        try {
            transactions.run(LONGEST_EMPTYING, transaction -> {
                transaction.each(EMPTY_PENDING, row -> { });
                transaction.commit();
                return null;
            });
        } catch (UncheckedSqlException e) {
            // A standby cannot do it, and need not. PostgreSQL does it by itself when the list is long.
            LOG.debug("The search index's list of pending entries was not emptied", e);
        }
    }
}
