package vn.loa.visitor.count;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.loa.sql.NamedSql;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.SqlFile;
import vn.loa.sql.UncheckedSqlException;

/**
 * Keeps the order of articles by views, {@code article_rank}. A batch of hits only notes its articles here: the instances
 * have rows of their own in {@code article_views}, and would wait for each other in one row for an article.
 */
@Startup
@ApplicationScoped
public class ArticleRanking {

    private static final Logger LOG = Logger.getLogger(ArticleRanking.class);
    /** Instances rank one after the other: a sum that was read earlier must not replace a later one. */
    private static final NamedSql LOCK = NamedSql.of("select pg_advisory_xact_lock(7110931285)");
    private static final NamedSql RANKED = SqlFile.read("visitor/ranked");
    private static final NamedSql ALL_RANKED = SqlFile.read("visitor/all-ranked");

    /** All articles of a large portal on a slow disk take longer than others wait. */
    private static final Duration PATIENCE_FOR_ALL = Duration.ofMinutes(5);

    private final ShortTransactions transactions;
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    /** What an instance had noted when it was killed is ranked at the next start of any. */
    private volatile boolean allRanked;

    ArticleRanking(ShortTransactions transactions) {
        this.transactions = transactions;
    }

    /** The views of an article were replaced. */
    public record ViewsReplaced(UUID article) {
    }

    /** Notes articles whose views have changed and are committed. */
    void note(Collection<UUID> articles) {
        changed.addAll(articles);
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ViewsReplaced replaced) {
        changed.add(replaced.article());
    }

    /** Ranks what was noted. What cannot be ranked is tried again. */
    @Scheduled(every = "1s", identity = "rank-articles", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void refresh() {
        try {
            if (!allRanked) {
                rank(PATIENCE_FOR_ALL, ALL_RANKED);
                allRanked = true;
            }
            Set<UUID> articles = Set.copyOf(changed);
            if (!articles.isEmpty()) {
                // Removed first: an article that changes meanwhile is noted again.
                changed.removeAll(articles);
                rankAgainUnless(articles);
            }
        } catch (UncheckedSqlException e) {
            LOG.debugf(e, "The articles could not be ranked; it is tried again");
        }
    }

    private void rankAgainUnless(Set<UUID> articles) {
        boolean ranked = false;
        try {
            rank(ShortTransactions.PATIENCE, RANKED.with("articles", articles));
            ranked = true;
        } finally {
            if (!ranked) {
                changed.addAll(articles);
            }
        }
    }

    private void rank(Duration patience, NamedSql statement) {
        transactions.run(patience, transaction -> {
            transaction.read(LOCK, row -> null);
            transaction.update(statement);
            transaction.commit();
            return null;
        });
    }
}
