package vn.loa.changes.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.edge.Target.Call;
import vn.loa.changes.edge.TargetStore.Claimed;
import vn.loa.changes.edge.TargetStore.Part;
import vn.loa.sql.UncheckedSqlException;

/**
 * Purges one target of what changes, in the order of the log, while this instance holds the target's lease. It has a thread for
 * itself, so that a target that is slow or dead slows no other one.
 *
 * <p>Everything is purged twice: what another instance answered before it heard of a change may reach the target after the first
 * time. What is stored is how far the target has been purged twice. So whatever ends or fails in between is repeated, and nothing
 * is left out.
 */
final class Purger implements Runnable {

    /**
     * An instance that has not heard of a change answers what is old for half a second at most (vn.loa.cache.PublicCache), and what it
     * answers later no cache may keep. The rest is for its way.
     */
    static final Duration AGAIN = Duration.ofMillis(750);

    private static final Logger LOG = Logger.getLogger(Purger.class);
    /** A notification that was lost costs no more than that. */
    private static final Duration ROUND = Duration.ofSeconds(1);
    /** Changes that come one upon the other are purged together. */
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    /** Where more are needed, everything is purged at once. */
    private static final int MOST_CALLS = 20;

    /**
     * Changes that were purged once.
     *
     * @param end the last of them
     * @param tags null for everything
     * @param again when they are due again, by {@link System#nanoTime}
     */
    private record Once(long end, Set<String> tags, long again) {
    }

    private final UUID holder = UUID.randomUUID();
    private final Target target;
    private final TargetStore store;
    private final PurgeClient client;
    private final EdgeMetrics metrics;
    private final RetryPlan plan;
    private final Clock clock;

    private final Deque<Once> once = new ArrayDeque<>();
    /** Whether the fields below are what the database has. */
    private boolean following;
    private Long reached;
    private long purged;
    /** The highest that was ever stored. A database that has less was set back. */
    private Long known;
    private long leaseEnd;
    private boolean failing;
    private volatile boolean woken;
    private volatile boolean stopping;
    private volatile Thread thread;

    Purger(Target target, TargetStore store, PurgeClient client, EdgeMetrics metrics, RetryPlan plan, Clock clock) {
        this.target = target;
        this.store = store;
        this.client = client;
        this.metrics = metrics;
        this.plan = plan;
        this.clock = clock;
    }

    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Sends no request any more, and ends when the present one has ended. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopping) {
            woken = false;
            pause(attempt());
        }
        try {
            store.release(target.name(), holder);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The lease of %s ends by itself", target.name());
        }
    }

    /** Waits for so long, or until something has changed. */
    private void pause(Duration wait) {
        long begun = System.nanoTime();
        long left = wait.toNanos();
        while (!stopping && left > 0 && !(woken && System.nanoTime() - begun >= PAUSE.toNanos())) {
            LockSupport.parkNanos(this, woken ? Math.min(left, PAUSE.toNanos()) : left);
            left = wait.toNanos() - (System.nanoTime() - begun);
        }
    }

    private Duration attempt() {
        try {
            return turn();
        } catch (RuntimeException e) {
            // Any failure is survived, because nothing else would start this thread again.
            following = false;
            // What is said of a request may have the token in it.
            fails(e instanceof UncheckedSqlException ? e.toString() : e.getClass().getSimpleName());
            return ROUND;
        }
    }

    /** Logged once, not for each try. */
    private void fails(String why) {
        if (!failing) {
            LOG.warnf("%s is not purged, and is tried again: %s", target.name(), why);
        }
        failing = true;
    }

    /** @return how long there is nothing to do */
    private Duration turn() {
        Claimed claimed = claim();
        if (claimed == null) {
            following = false;
            return ROUND;
        }
        boolean lost = follow(claimed);
        Part part = lost ? null : store.read(purged);
        if (lost || part.more()) {
            return purge(claimed, new Part(claimed.last(), true, Set.of()), List.of());
        }
        long now = System.nanoTime();
        List<Once> due = once.stream().filter(each -> each.again - now <= 0).toList();
        if (due.isEmpty() && part.end() == purged) {
            return untilDue();
        }
        return purge(claimed, part, due);
    }

    private Duration untilDue() {
        return once.isEmpty() ? ROUND : Duration.ofNanos(Math.max(1, once.peek().again - System.nanoTime()));
    }

    private Claimed claim() {
        Duration lease = client.timeout().plus(BEYOND_TIMEOUT);
        leaseEnd = System.nanoTime() + lease.toNanos();
        return store.claim(target.name(), holder, lease, clock.instant(), known);
    }

    /** @return whether it is not known what has changed */
    private boolean follow(Claimed claimed) {
        boolean anew = !following || !Objects.equals(reached, claimed.reached());
        if (anew) {
            once.clear();
            following = true;
            reached = claimed.reached();
            purged = reached == null ? claimed.last() : reached;
        }
        boolean setBack = purged > claimed.last() || known != null && (reached == null || reached < known);
        return setBack || anew && reached == null || purged < claimed.deletedTo();
    }

    /**
     * Purges changes for the first time, and others for the second.
     *
     * @param part the former; with {@code more}, everything
     * @param due the latter
     */
    private Duration purge(Claimed claimed, Part part, List<Once> due) {
        Set<String> tags = new LinkedHashSet<>(part.tags());
        due.stream().filter(each -> each.tags != null).forEach(each -> tags.addAll(each.tags));
        List<Call> calls = target.calls(tags);
        if (part.more() || due.stream().anyMatch(each -> each.tags == null) || calls.size() > MOST_CALLS) {
            calls = List.of(target.all());
        }
        for (Call call : calls) {
            if (stopping || !isHeld()) {
                following = false;
                return Duration.ZERO;
            }
            PurgeAnswer answer = client.send(call);
            metrics.asked(target.name(), answer);
            if (answer.failure() != null) {
                return failed(claimed, answer);
            }
        }
        succeeded(calls);
        if (part.more()) {
            once.clear();
            known = null;
        }
        once.removeAll(due);
        if (part.more() || part.end() > purged) {
            once.add(new Once(part.end(), part.more() ? null : part.tags(), System.nanoTime() + AGAIN.toNanos()));
        }
        purged = part.end();
        if (!due.isEmpty()) {
            reached(due.get(due.size() - 1).end);
        }
        return untilDue();
    }

    private boolean isHeld() {
        return leaseEnd - System.nanoTime() > client.timeout().plus(MARGIN).toNanos() || claim() != null;
    }

    private Duration failed(Claimed claimed, PurgeAnswer answer) {
        following = false;
        fails(answer.toString());
        Instant now = clock.instant();
        Instant next = plan.next(now, claimed.failedTries() + 1, answer.retryAfter());
        store.failed(target.name(), holder, claimed.failedTries() + 1, next);
        Duration wait = Duration.between(now, next);
        return wait.compareTo(ROUND) < 0 ? wait : ROUND;
    }

    private void succeeded(List<Call> calls) {
        if (calls.contains(target.all())) {
            metrics.everything(target.name());
        }
        if (failing) {
            LOG.infof("%s is purged again", target.name());
        }
        failing = false;
    }

    private void reached(long number) {
        following = store.reached(target.name(), holder, number);
        if (following) {
            reached = number;
            known = number;
        }
    }
}
