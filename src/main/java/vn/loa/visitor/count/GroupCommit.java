package vn.loa.visitor.count;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.loa.http.Stopping;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.VisitorConfig;

/**
 * The queue of hits and the thread that stores them, many with one commit. While one batch is stored, the next one gathers.
 * If hits come in fast, a batch gathers for some milliseconds more. A hit is answered after its commit. The queue is bounded:
 * a hit that does not fit is refused.
 *
 * <p>If another transaction holds a row for longer than {@link HitStore#LOCK_TIMEOUT_MILLIS}, the batch that needs the row is
 * set aside and stored in parts. Meanwhile new hits are stored, too. If one row is held, they wait for three such timeouts,
 * which is less than a second; at most they wait for six. A hit that needs the row is stored within {@link #PATIENCE} or
 * refused.
 */
@ApplicationScoped
public class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final String STOPS = "The server is stopping.";
    private static final int MAX_BATCH = 4000;
    private static final long PAUSE_MILLIS = 100;
    private static final int GATHERING_MILLIS = 5;
    /** A batch of this size does not wait for more hits. */
    private static final int ENOUGH = 150;
    private static final long STOP_MILLIS = 20_000;
    /** How many parts of a batch may each wait for a lock before new hits have their turn. */
    private static final int MAX_HELD_UP = 4;
    /** How long a hit is tried again while another transaction holds a row that it needs; in nanoseconds. */
    private static final long PATIENCE = Duration.ofSeconds(6).toNanos();

    private final int capacity;
    private final BlockingQueue<Hit> queue;
    private final SetAside aside = new SetAside();
    private final HitStore store;
    private final DroppedHits dropped;
    private final Clock clock;
    private final Counter stored;
    private final Timer commits;
    private volatile Thread thread;
    private volatile boolean refusing;
    private volatile boolean stopping;
    private volatile boolean ended;

    GroupCommit(VisitorConfig config, HitStore store, DroppedHits dropped, Clock clock, MeterRegistry metrics) {
        this.capacity = config.queue();
        this.queue = new ArrayBlockingQueue<>(config.queue());
        this.store = store;
        this.dropped = dropped;
        this.clock = clock;
        this.stored = Counter.builder("loa.hits.stored").description("Hits that were counted").register(metrics);
        this.commits = Timer.builder("loa.hits.commit").description("Storing a batch of hits").register(metrics);
        Gauge.builder("loa.hits.queue", queue, BlockingQueue::size).description("Hits that wait").register(metrics);
    }

    void refuseAtTheEnd(@Observes StartupEvent start, Stopping end) {
        end.atTheEnd(() -> refusing = true);
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::run, "hits");
        thread.start();
    }

    /** Stores all queued hits. By now the running requests have been answered, or have had their time. */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        thread.join(STOP_MILLIS);
    }

    /** The outcome of the hit: see {@link Hit#outcome}. */
    public CompletionStage<DropReason> add(Hit hit) {
        if (refusing || stopping) {
            refuse(hit, DropReason.OVERLOAD, STOPS);
        } else if (!queue.offer(hit)) {
            refuse(hit, DropReason.OVERLOAD, "More hits come in than can be stored.");
        } else if (ended) {
            refuseRest();
        }
        return hit.outcome();
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty() || aside.size() > 0) {
                storeNext();
                storeAside();
            }
            flush(store::flushAll);
        } finally {
            ended = true;
            aside.takeAll().forEach(hit -> refuse(hit, DropReason.OVERLOAD, STOPS));
            refuseRest();
        }
    }

    private void storeNext() {
        List<Hit> hits = new ArrayList<>();
        try {
            // Hits set aside count toward the queue's capacity.
            int room = Math.min(MAX_BATCH, capacity - aside.size());
            Hit first = room <= 0 ? null : queue.poll(aside.size() > 0 ? 0 : PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                flush(store::flushDue);
                return;
            }
            hits.add(first);
            gather();
            queue.drainTo(hits, room - 1);
        } catch (InterruptedException e) {
            stopping = true;
        }
        // The seconds are stored in the order in which they came, even if the clock was set back meanwhile.
        hits.stream().collect(Collectors.groupingBy(Hit::at, LinkedHashMap::new, Collectors.toList()))
                .values().forEach(second -> commit(second, System.nanoTime() + PATIENCE));
    }

    private void storeAside() {
        List<Hit> expired = aside.takeExpired(System.nanoTime());
        if (!expired.isEmpty()) {
            refuse(expired, "another transaction holds a row that they need");
        }
        int heldUp = 0;
        for (HeldUpHits part = aside.takeUntried(); part != null; part = heldUp < MAX_HELD_UP ? aside.takeUntried() : null) {
            heldUp += commit(part.hits(), part.deadline()) ? 0 : 1;
        }
        // Stops at the first part that is held up again: new hits wait behind it.
        boolean stored = true;
        for (int left = aside.stuckParts(); stored && left > 0; left--) {
            HeldUpHits part = aside.takeStuck();
            stored = commit(part.hits(), part.deadline());
        }
    }

    /**
     * Stores hits of one second. Sets them aside if they are held up, and refuses them if they cannot be stored.
     *
     * @return whether they are stored
     */
    private boolean commit(List<Hit> hits, long deadline) {
        try {
            stored.increment(commits.record(() -> store.store(hits)));
            hits.forEach(hit -> hit.outcome().complete(null));
            return true;
        } catch (HeldUpException e) {
            aside.add(hits, deadline);
        } catch (RuntimeException | Error e) {
            if (hits.size() > 1 && e instanceof UncheckedSqlException sql && sql.isOfTheData()) {
                // One of the hits is at fault. It is refused when it is tried alone.
                aside.add(hits, deadline);
            } else {
                // Any failure: a request waits for each of these hits, and the thread must live to store the next ones.
                refuse(hits, e);
            }
        }
        return false;
    }

    private void refuse(List<Hit> hits, Object reason) {
        List<Hit> waiting = hits.stream().filter(hit -> !hit.outcome().isDone()).toList();
        LOG.warnf("%d hits were refused because they could not be stored: %s", waiting.size(), reason);
        waiting.forEach(hit -> refuse(hit, DropReason.DATABASE_AWAY, "The hit could not be stored."));
    }

    /** Refuses the hits that came in between the last look into the queue and the end. */
    private void refuseRest() {
        for (Hit hit = queue.poll(); hit != null; hit = queue.poll()) {
            refuse(hit, DropReason.OVERLOAD, STOPS);
        }
    }

    /** Waits up to {@link #GATHERING_MILLIS} while more hits come in: a batch costs the database as much as dozens of hits. */
    private void gather() throws InterruptedException {
        int before = 0;
        int now = queue.size();
        for (int waited = 0; waited < GATHERING_MILLIS && now > before && now < ENOUGH; waited++) {
            Thread.sleep(1);
            before = now;
            now = queue.size();
        }
    }

    private void flush(LongConsumer entries) {
        try {
            entries.accept(clock.instant().getEpochSecond());
        } catch (RuntimeException | Error e) {
            // Any failure: the thread must live to store the next hits.
            LOG.debugf(e, "When visitors were last seen could not be stored; it is tried again");
        }
    }

    private void refuse(Hit hit, DropReason reason, String detail) {
        if (hit.outcome().completeExceptionally(Problem.of(ProblemType.UNAVAILABLE, detail).asException()
                .withHeader(DropReason.HEADER, reason.word()))) {
            dropped.count(reason);
        }
    }
}
