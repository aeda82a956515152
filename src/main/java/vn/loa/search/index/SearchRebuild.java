package vn.loa.search.index;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.cache.OtherInstances;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransaction;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;
import vn.loa.sql.UncheckedSqlException;

/**
 * Makes all entries anew, in a second table, while the first one answers searches and articles are published. At the end
 * the second table takes the place of the first.
 *
 * <p>Each step is a transaction that holds the row of {@code search_index}, so one instance works at a time, and what a
 * killed one has left is continued by the next. What is published meanwhile is remembered in {@code search_change} and
 * done last.
 */
@Startup
@ApplicationScoped
public class SearchRebuild {

    private static final Logger LOG = Logger.getLogger(SearchRebuild.class);

    /** Articles in one step: an interrupted step is repeated, so it takes a second at most. */
    private static final int STEP = 100;
    /** Articles whose entries are written together, because a statement for many takes a fraction of the time of many statements. */
    private static final int TOGETHER = 25;
    /** Bounds the memory of what is written together. */
    private static final int BYTES_TOGETHER = 1_000_000;
    /** Of articles that changed meanwhile: while the last ones are done, nobody can publish. */
    private static final int LAST_CHANGES = 20;
    /** The index of words is made in one step. That takes a second for 10 MB of text. */
    private static final Duration LONGEST_STEP = Duration.ofHours(12);
    /** While a step waits for those who publish, or who search, further ones wait behind it: so it gives up soon. */
    private static final String WAIT_SHORTLY = "set local lock_timeout = '200ms'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String NEXT = EntryWriter.NEXT.toString();

    /**
     * Names all columns that have statistics. Otherwise it would make the lexemes of 30,000 entries anew, in vain: in the
     * transaction that has made the index of words, PostgreSQL does not see yet that this index is to have no statistics.
     */
    private static final String ANALYZE = "analyze " + NEXT + " (id, article_id, section_id, part, length, published_at, labels)";

    private static final NamedSql REQUEST =
            NamedSql.of("update search_index set grammar = 0 where next_grammar is null");
    private static final NamedSql STATE = NamedSql.of("select grammar from search_index");
    private static final NamedSql HOLD = NamedSql.of("""
            select grammar, next_grammar, reached_at, reached_id, complete from search_index for update skip locked""");
    private static final NamedSql ALONE =
            NamedSql.of("select pg_advisory_xact_lock(:number)").with("number", SearchIndex.WRITERS);
    private static final NamedSql BEGIN = NamedSql.of("""
            update search_index set next_grammar = :grammar, reached_at = null, reached_id = null, complete = false""");
    private static final NamedSql NEXT_ARTICLES = SqlFile.read("search/articles-to-index", Map.of("step", STEP));
    private static final NamedSql REACHED = NamedSql.of("update search_index set reached_at = :at, reached_id = :id");
    private static final NamedSql COMPLETE = NamedSql.of("update search_index set complete = true");
    private static final NamedSql CHANGES = NamedSql.of("""
            delete from search_change where id in (select id from search_change order by id limit %d) returning article_id
            """.formatted(STEP));
    private static final NamedSql END = NamedSql.of("""
            update search_index set grammar = next_grammar, next_grammar = null, reached_at = null, reached_id = null,
                complete = false""");

    /** What {@code search_index} says. */
    private record State(int grammar, Integer nextGrammar, Instant reachedAt, UUID reachedId, boolean complete) {

        /** Or of this one already. */
        boolean isOfNewerLoa() {
            return grammar >= Lexemes.GRAMMAR || nextGrammar != null && nextGrammar > Lexemes.GRAMMAR;
        }
    }

    private record PublicArticle(UUID id, Instant publishedAt, int bodyBytes) {
    }

    private final ShortTransactions transactions;
    private final EntryWriter entries;
    private final boolean requested;
    private boolean asked;
    private volatile boolean stopping;

    SearchRebuild(ShortTransactions transactions, EntryWriter entries, IndexConfig config) {
        this.transactions = transactions;
        this.entries = entries;
        this.requested = config.rebuild();
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    /** Looks once a minute whether the index is of another grammar, or a rebuild was asked for, or was interrupted. */
    @Scheduled(every = "1m", identity = "search-rebuild", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void rebuildIfWanted() {
        try {
            if (requested && !asked) {
                transactions.update(ShortTransactions.PATIENCE, REQUEST);
                asked = true;
            }
            int grammar = transactions.run(transaction -> transaction.read(STATE, row -> row.get("grammar", Integer.class))).get(0);
            // A greater one belongs to a newer Loa on the same database.
            if (grammar < Lexemes.GRAMMAR) {
                rebuild();
            }
        } catch (UncheckedSqlException e) {
            LOG.debug("The search index was not looked after; it is tried again in a minute", e);
        }
    }

    /** Works until the index is new, or another instance works on it. */
    void rebuild() {
        boolean more = true;
        while (more && !stopping) {
            try {
                more = step();
            } catch (UncheckedSqlException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.state())) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is more to do, here and now */
    boolean step() {
        return transactions.run(LONGEST_STEP, this::step);
    }

    private boolean step(ShortTransaction transaction) {
        List<State> states = transaction.read(HOLD, row -> new State(row.get("grammar", Integer.class),
                row.get("next_grammar", Integer.class), row.get("reached_at", Instant.class), row.get("reached_id", UUID.class),
                row.get("complete", Boolean.class)));
        if (states.isEmpty() || states.get(0).isOfNewerLoa()) {
            return false;
        }
        State state = states.get(0);
        boolean more = true;
        if (state.nextGrammar == null || state.nextGrammar < Lexemes.GRAMMAR) {
            begin(transaction);
        } else if (!state.complete) {
            addArticles(state, transaction);
        } else {
            more = end(transaction);
        }
        transaction.commit();
        return more;
    }

    /** From the commit on, whoever publishes remembers the article. */
    private void begin(ShortTransaction transaction) {
        transaction.execute(WAIT_SHORTLY);
        transaction.each(ALONE, row -> { });
        transaction.execute("drop table if exists " + NEXT);
        transaction.execute("select create_search_entries('" + NEXT + "')");
        transaction.execute("delete from search_change");
        transaction.update(BEGIN.with("grammar", Lexemes.GRAMMAR));
        LOG.info("The search index is made anew. Meanwhile the present one answers.");
    }

    private void addArticles(State state, ShortTransaction transaction) {
        IndexDatabase database = new IndexDatabase.OfThread(transaction);
        List<PublicArticle> articles = transaction.read(NEXT_ARTICLES.with("at", state.reachedAt).with("id", state.reachedId),
                row -> new PublicArticle(row.get("id", UUID.class), row.get("published_at", Instant.class), row.get("body_bytes", Integer.class)));
        List<UUID> together = new ArrayList<>();
        int bytes = 0;
        for (PublicArticle article : articles) {
            together.add(article.id);
            bytes += article.bodyBytes;
            if (together.size() == TOGETHER || bytes > BYTES_TOGETHER) {
                entries.write(EntryWriter.NEXT, together, database);
                together.clear();
                bytes = 0;
            }
        }
        if (!together.isEmpty()) {
            entries.write(EntryWriter.NEXT, together, database);
        }
        if (!articles.isEmpty()) {
            PublicArticle last = articles.get(articles.size() - 1);
            transaction.update(REACHED.with("at", last.publishedAt).with("id", last.id));
        } else {
            transaction.execute("select create_search_words('" + NEXT + "')");
            transaction.execute(ANALYZE);
            transaction.update(COMPLETE);
        }
    }

    /** Adds what was published meanwhile; the last of it, and the exchange of the tables, while nobody publishes. */
    private boolean end(ShortTransaction transaction) {
        if (addChanges(transaction) > LAST_CHANGES) {
            return true;
        }
        transaction.execute(WAIT_SHORTLY);
        transaction.each(ALONE, row -> { });
        while (addChanges(transaction) > 0) {
            LOG.debug("Articles were published while the index's end was waited for");
        }
        transaction.execute("drop table search_entry");
        transaction.execute("alter table " + NEXT + " rename to search_entry");
        for (String index : List.of("_pkey", "_article", "_words")) {
            transaction.execute("alter index " + NEXT + index + " rename to search_entry" + index);
        }
        transaction.update(END);
        // Answers of searches that were made from the former entries: after a restore, from none.
        transaction.each(OtherInstances.FORGET, row -> { });
        LOG.info("The search index is new.");
        return false;
    }

    private int addChanges(ShortTransaction transaction) {
        IndexDatabase database = new IndexDatabase.OfThread(transaction);
        List<UUID> changed = transaction.read(CHANGES, row -> row.get("article_id", UUID.class));
        changed.stream().distinct().forEach(article -> entries.write(EntryWriter.NEXT, List.of(article), database));
        return changed.size();
    }
}
