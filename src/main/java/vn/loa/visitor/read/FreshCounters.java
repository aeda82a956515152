package vn.loa.visitor.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.loa.sql.ShortTransactions;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.VisitorConfig;

/**
 * Reads the counters as they are now, for pages whose hits were just stored: the snapshot may be older. All callers that come
 * while one read runs share the next one. After a read the thread rests four times as long as that took, so that reading
 * takes at most a fifth of one connection's time, however many hits come in.
 */
@ApplicationScoped
public class FreshCounters {

    private static final Logger LOG = Logger.getLogger(FreshCounters.class);
    private static final int MOST_AT_ONCE = 4000;
    private static final int REST = 4;
    private static final long LONGEST_REST_MILLIS = 400;
    private static final long PAUSE_MILLIS = 100;
    /** The hits are stored, so their pages need not wait long for numbers. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Waiting(UUID article, CompletableFuture<HitCounters> counters) {
    }

    private final BlockingQueue<Waiting> queue;
    private final ShortTransactions transactions;
    private final VisitorsSnapshot snapshot;
    private final Clock clock;
    private volatile boolean stopping;

    FreshCounters(VisitorConfig config, ShortTransactions transactions, VisitorsSnapshot snapshot, Clock clock) {
        this.queue = new ArrayBlockingQueue<>(config.queue());
        this.transactions = transactions;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        new Thread(this::run, "fresh-counters").start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    /**
     * The counters from after this call.
     *
     * @param article whose views are wanted, too; may be null
     * @return completes with null when they cannot be read
     */
    public CompletionStage<HitCounters> read(UUID article) {
        Waiting waiting = new Waiting(article, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            waiting.counters.complete(null);
        }
        return waiting.counters;
    }

    private void run() {
        try {
            while (!stopping) {
                answerNext();
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            List<Waiting> rest = new ArrayList<>();
            queue.drainTo(rest);
            rest.forEach(waiting -> waiting.counters.complete(null));
        }
    }

    private void answerNext() throws InterruptedException {
        Waiting first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<Waiting> all = new ArrayList<>();
        all.add(first);
        queue.drainTo(all, MOST_AT_ONCE - 1);
        long began = System.nanoTime();
        answer(all);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Thread.sleep(Math.min(REST * took, LONGEST_REST_MILLIS));
    }

    private void answer(List<Waiting> all) {
        try {
            Set<UUID> articles = all.stream().map(Waiting::article).filter(Objects::nonNull).collect(Collectors.toSet());
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            transactions.run(PATIENCE, transaction -> {
                VisitorsView site = snapshot.readNow(now, transaction);
                Map<UUID, Long> views = ViewCounts.of(articles, transaction);
                all.forEach(waiting -> waiting.counters.complete(new HitCounters(
                        waiting.article == null ? null : views.get(waiting.article),
                        site.online(), site.today(), site.total(), site.asOf())));
                return null;
            });
        } catch (UncheckedSqlException e) {
            LOG.debugf(e, "The counters could not be read for %d hits, which are stored", all.size());
        } catch (RuntimeException | Error e) {
            // Any failure: the thread must live to answer the next ones.
            LOG.errorf(e, "The counters could not be read for %d hits, which are stored", all.size());
        } finally {
            all.forEach(waiting -> waiting.counters.complete(null));
        }
    }
}
