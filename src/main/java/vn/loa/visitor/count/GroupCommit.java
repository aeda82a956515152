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
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.UncheckedSqlException;
import vn.loa.visitor.DropReason;
import vn.loa.visitor.DroppedHits;
import vn.loa.visitor.VisitorConfig;

/**
 * Makes hits durable, many with one commit: while one batch is stored the next one gathers, and goes on gathering for some
 * milliseconds if hits come in that fast. A hit is answered after its commit. The queue is bounded, and what does not fit
 * is refused.
 *
 * <p>Where somebody holds a row for longer than {@link HitStore#LOCK_TIMEOUT_MILLIS}, the batch that needs it is set aside
 * and stored in parts. New hits go on being stored meanwhile, behind three such waits when it is one row, so within a second,
 * and behind six at most; one that needs the row is stored within {@link #PATIENCE} or not at all.
 */
@ApplicationScoped
public class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int MOST_AT_ONCE = 4000;
    private static final long PAUSE_MILLIS = 100;
    private static final int GATHERING_MILLIS = 5;
    private static final int ENOUGH = 150;
    private static final long STOP_MILLIS = 20_000;
    /** Parts of a batch that may be held up, each for as long as a lock is waited for, before new hits have their turn. */
    private static final int MOST_HELD_UP = 4;
    /** How long a hit is tried again while somebody holds a row that it needs. */
    private static final long PATIENCE = Duration.ofSeconds(6).toNanos();

    private final int capacity;
    private final BlockingQueue<Hit> queue;
    private final SetAside aside = new SetAside();
    private final HitStore store;
    private final DroppedHits refusals;
    private final Clock clock;
    private final Counter stored;
    private final Timer commits;
    private volatile Thread thread;
    private volatile boolean stopping;
    private volatile boolean ended;

    GroupCommit(VisitorConfig config, HitStore store, DroppedHits refusals, Clock clock, MeterRegistry metrics) {
        this.capacity = config.queue();
        this.queue = new ArrayBlockingQueue<>(config.queue());
        this.store = store;
        this.refusals = refusals;
        this.clock = clock;
        this.stored = Counter.builder("loa.hits.stored").description("Hits that were counted").register(metrics);
        this.commits = Timer.builder("loa.hits.commit").description("Storing a batch of hits").register(metrics);
        Gauge.builder("loa.hits.queue", queue, BlockingQueue::size).description("Hits that wait").register(metrics);
    }

    void start(@Observes StartupEvent start) {
        thread = new Thread(this::run, "hits");
        thread.start();
    }

    /** Requests that run have been answered by now, or have had their time; nothing is left behind. */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopping = true;
        thread.join(STOP_MILLIS);
    }

    /** Completes when the hit is stored, or with the problem that says why it is not. */
    public CompletionStage<Void> add(Hit hit) {
        if (stopping || !queue.offer(hit)) {
            refuse(hit, DropReason.OVERLOAD, "More hits come in than can be stored.");
        } else if (ended) {
            refuseRest();
        }
        return hit.answer();
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty() || aside.size() > 0) {
                storeNext();
                storeAside();
            }
            tell(store::tellAll);
        } finally {
            ended = true;
            aside.takeAll().forEach(hit -> refuse(hit, DropReason.OVERLOAD, "The server is stopping."));
            refuseRest();
        }
    }

    private void storeNext() {
        List<Hit> hits = new ArrayList<>();
        try {
            // Those set aside have their places in the queue.
            int room = Math.min(MOST_AT_ONCE, capacity - aside.size());
            Hit first = room <= 0 ? null : queue.poll(aside.size() > 0 ? 0 : PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                tell(store::tellDue);
                return;
            }
            hits.add(first);
            gather();
            queue.drainTo(hits, room - 1);
        } catch (InterruptedException e) {
            stopping = true;
        }
        // In the order in which they came, whatever the clock did meanwhile.
        hits.stream().collect(Collectors.groupingBy(Hit::at, LinkedHashMap::new, Collectors.toList()))
                .values().forEach(second -> commit(second, System.nanoTime() + PATIENCE));
    }

    private void storeAside() {
        List<Hit> late = aside.takeLate(System.nanoTime());
        if (!late.isEmpty()) {
            refuse(late, "somebody holds a row that they need");
        }
        int heldUp = 0;
        for (SetAside.Part part = aside.takeFresh(); part != null; part = heldUp < MOST_HELD_UP ? aside.takeFresh() : null) {
            heldUp += commit(part.hits(), part.until()) ? 0 : 1;
        }
        // New hits wait behind one that is held up again.
        boolean stored = true;
        for (int left = aside.stuckParts(); stored && left > 0; left--) {
            SetAside.Part part = aside.takeStuck();
            stored = commit(part.hits(), part.until());
        }
    }

    /**
     * Stores hits of one second, or sets them aside, or refuses them: these and no others.
     *
     * @return false when they are set aside or refused
     */
    private boolean commit(List<Hit> hits, long until) {
        try {
            stored.increment(commits.record(() -> store.store(hits)));
            hits.forEach(hit -> hit.answer().complete(null));
            return true;
        } catch (HeldUpException e) {
            aside.add(hits, until);
        } catch (RuntimeException | Error e) {
            if (hits.size() > 1 && e instanceof UncheckedSqlException sql && sql.isOfTheData()) {
                // Of one of them, which is refused when it is alone.
                aside.add(hits, until);
            } else {
                // Whatever it was: somebody waits for each of these, and the thread must live to store the next ones.
                refuse(hits, e);
            }
        }
        return false;
    }

    private void refuse(List<Hit> hits, Object reason) {
        List<Hit> waiting = hits.stream().filter(hit -> !hit.answer().isDone()).toList();
        LOG.warnf("%d hits were refused because they could not be stored: %s", waiting.size(), reason);
        waiting.forEach(hit -> refuse(hit, DropReason.DATABASE_AWAY, "The hit could not be stored."));
    }

    /** What came in between the last look into the queue and the end. */
    private void refuseRest() {
        for (Hit hit = queue.poll(); hit != null; hit = queue.poll()) {
            refuse(hit, DropReason.OVERLOAD, "The server is stopping.");
        }
    }

    /** Waits as long as more come in, for a while: a batch costs the database as much as dozens of hits do. */
    private void gather() throws InterruptedException {
        int before = 0;
        int now = queue.size();
        for (int waited = 0; waited < GATHERING_MILLIS && now > before && now < ENOUGH; waited++) {
            Thread.sleep(1);
            before = now;
            now = queue.size();
        }
    }

    private void tell(LongConsumer whom) {
        try {
            whom.accept(clock.instant().getEpochSecond());
        } catch (UncheckedSqlException | HeldUpException e) {
            LOG.debugf(e, "It could not be stored when visitors were seen last; it is tried again");
        }
    }

    private void refuse(Hit hit, DropReason reason, String detail) {
        if (hit.answer().completeExceptionally(Problem.of(ProblemType.UNAVAILABLE, detail).asException())) {
            refusals.count(reason);
        }
    }
}
