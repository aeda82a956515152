package vn.loa.changes.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.webhook.Answer.Failure;
import vn.loa.changes.webhook.DeliveryStore.Claimed;
import vn.loa.changes.webhook.DeliveryStore.Outcome;
import vn.loa.changes.webhook.DeliveryStore.UsableKeys;
import vn.loa.changes.webhook.Message.Source;
import vn.loa.sql.UncheckedSqlException;

/**
 * Delivers the messages of all webhooks whose leases this instance gets. One thread reads the log, starts requests and stores what
 * became of them, many with one commit; it never waits for a receiver, so that a slow one slows no other one.
 *
 * <p>A request is started only while the lease outlives its timeout. So two instances could send one message at the same time only
 * if their clocks ran at different speeds.
 */
final class Deliverer implements Runnable {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    /** A notification that was lost costs no more than that. */
    private static final Duration ROUND = Duration.ofSeconds(1);
    /** How much longer than a request a lease is: renewed each round, it outlives some rounds in which the database is away. */
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final String AGENT = "Loa-Webhooks/1";

    private final UUID holder = UUID.randomUUID();
    private final DeliveryStore store;
    private final MessageLog log;
    private final ReceiverClient client;
    private final WebhookMetrics metrics;
    private final RetryPlan plan;
    private final WebhookConfig config;
    private final Clock clock;

    private final Map<UUID, Endpoint> endpoints = new HashMap<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    /** Of several of one webhook the first comes first. */
    private final Deque<Outcome> unstored = new ArrayDeque<>();
    private int inFlight;
    private long lastRound;
    private boolean failing;
    private volatile boolean woken = true;
    private volatile boolean stopping;
    private volatile Thread thread;

    Deliverer(DeliveryStore store, MessageLog log, ReceiverClient client, WebhookMetrics metrics, RetryPlan plan, WebhookConfig config,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.client = client;
        this.metrics = metrics;
        this.plan = plan;
        this.config = config;
        this.clock = clock;
        this.lastRound = System.nanoTime() - ROUND.toNanos();
    }

    /** Something was published, or is asked for. */
    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Starts no request any more, and ends when those on their way have ended, or after some seconds. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopping) {
            turn();
            if (outcomes.isEmpty() && !woken) {
                LockSupport.parkNanos(this, failing || unstored.isEmpty() ? ROUND.toNanos() / 2 : 1);
            }
        }
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        while (inFlight > 0 && System.nanoTime() < end) {
            attempt(this::storeOutcomes);
            LockSupport.parkNanos(this, Duration.ofMillis(50).toNanos());
        }
        attempt(() -> store.release(holder, endpoints.values().stream().filter(endpoint -> !endpoint.isIdle()).map(Endpoint::id).toList()));
    }

    private void turn() {
        attempt(() -> {
            storeOutcomes();
            if (woken || System.nanoTime() - lastRound >= ROUND.toNanos()) {
                woken = false;
                claim();
            }
            // In another order each time: when requests are few, none is always the last.
            List<Endpoint> all = new ArrayList<>(endpoints.values());
            Collections.shuffle(all);
            all.forEach(this::advanceAlone);
        });
    }

    /** The next turn tries again what failed: nothing is forgotten that was not stored. */
    private void attempt(Runnable work) {
        try {
            work.run();
            if (failing) {
                LOG.info("Messages of webhooks are delivered again");
            }
            failing = false;
        } catch (RuntimeException e) {
            // Any failure is survived, because nothing else would start this thread again. Logged once, not for each turn.
            if (!failing) {
                LOG.warnf("Messages of webhooks wait: %s", e);
            }
            failing = true;
        }
    }

    private void claim() {
        long asked = System.nanoTime();
        Duration lease = config.timeout().plus(BEYOND_TIMEOUT);
        List<Claimed> rows = store.claim(holder, lease, clock.instant(), Webhooks.MOST);
        lastRound = asked;
        for (Claimed row : rows) {
            endpoints.computeIfAbsent(row.id(), Endpoint::new).claimed(row, asked + lease.toNanos());
        }
        Set<UUID> held = rows.stream().map(Claimed::id).collect(Collectors.toSet());
        endpoints.values().removeIf(endpoint -> endpoint.isIdle() && !held.contains(endpoint.id()));
        metrics.held(endpoints.size());
    }

    /** What is wrong with one webhook, such as a change that only a newer Loa knows, holds up no other one. */
    private void advanceAlone(Endpoint endpoint) {
        try {
            advance(endpoint);
        } catch (UncheckedSqlException e) {
            throw e;
        } catch (RuntimeException e) {
            if (endpoint.fails()) {
                LOG.warnf("The messages of webhook %s wait: %s", endpoint.id(), e);
            }
        }
    }

    /** Starts what may be started for a webhook. */
    private void advance(Endpoint endpoint) {
        boolean more = true;
        while (more && !stopping && inFlight < config.inFlight() && endpoint.isHeldFor(config.timeout().plus(MARGIN))) {
            Source source = endpoint.progress().source(clock.instant());
            if (source == null || !endpoint.isFreeFor(source)) {
                return;
            }
            more = switch (source) {
                case TEST -> start(endpoint, log.test(endpoint.progress().testId(), endpoint.progress().reached(), clock.instant()));
                case RESYNC -> start(endpoint, log.resync(endpoint.id(), endpoint.progress().reached(), endpoint.progress().resyncTo(),
                        clock.instant()));
                case REPLAY, LOG -> startNext(endpoint, source);
            };
        }
    }

    /** @return whether there may be more to do */
    private boolean startNext(Endpoint endpoint, Source source) {
        Message next = endpoint.next(source, clock.instant());
        if (next != null) {
            return start(endpoint, next);
        }
        return endpoint.mayReadOn(source) && readOn(endpoint, source);
    }

    private boolean readOn(Endpoint endpoint, Source source) {
        Progress progress = endpoint.progress();
        long place = endpoint.place(source);
        MessageLog.Part part = log.read(endpoint.id(), place, source == Source.REPLAY ? progress.replayTo() : null, source);
        if (part == null) {
            endpoint.outdated();
            return false;
        }
        if (source == Source.LOG && (place < part.deletedTo() || place > part.last())) {
            return move(endpoint, progress.resyncedTo(part.last()));
        }
        if (part.end() == null) {
            return source == Source.REPLAY && move(endpoint, progress.replayedTo(null));
        }
        if (endpoint.load(part.messages(), part.end(), source)) {
            return true;
        }
        if (endpoint.hasOutstanding()) {
            return true;
        }
        return move(endpoint, source == Source.LOG ? progress.reachedTo(part.end(), progress.done())
                : progress.replayedTo(part.end() >= progress.replayTo() ? null : part.end()));
    }

    private boolean move(Endpoint endpoint, Progress after) {
        if (store.move(holder, endpoint, after)) {
            endpoint.moved(after);
            return true;
        }
        endpoint.outdated();
        return false;
    }

    private boolean start(Endpoint endpoint, Message message) {
        Instant now = clock.instant();
        int tries = endpoint.tries(message);
        ReceiverUrl url = ReceiverUrl.parse(endpoint.row().url());
        if (endpoint.keys() == null) {
            endpoint.keys(store.keys(endpoint.id(), now));
        }
        List<UsableKeys> keys = endpoint.keys().stream().filter(each -> each.isUsable(now)).toList();
        endpoint.started(message);
        inFlight++;
        if (keys.isEmpty()) {
            // Read again with the next try: the operator may have set the right key and started another instance.
            endpoint.keys(null);
            outcomes.add(new Outcome(endpoint, message, Answer.none(Failure.NO_SECRET, Duration.ZERO), tries));
            return true;
        }
        String timestamp = String.valueOf(now.getEpochSecond());
        String signatures = keys.stream().map(each -> each.keys().sign(message.id(), now.getEpochSecond(), message.body()))
                .collect(Collectors.joining(" "));
        client.send(url, Map.of("Content-Type", "application/json", "User-Agent", AGENT,
                "webhook-id", message.id(), "webhook-timestamp", timestamp, "webhook-signature", signatures), message.body())
                .whenComplete((answer, e) -> {
                    outcomes.add(new Outcome(endpoint, message,
                            answer != null ? answer : Answer.none(Failure.CONNECTION_LOST, Duration.ZERO), tries));
                    LockSupport.unpark(thread);
                });
        return true;
    }

    private void storeOutcomes() {
        for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
            metrics.tried(outcome.message().type(), outcome.answer());
            unstored.add(outcome);
        }
        while (!unstored.isEmpty()) {
            storeOneOfEach();
        }
    }

    private void storeOneOfEach() {
        Instant now = clock.instant();
        Set<UUID> seen = new HashSet<>();
        List<Outcome> batch = unstored.stream().filter(outcome -> seen.add(outcome.endpoint().id())).toList();
        List<Progress> after = new ArrayList<>();
        for (Outcome outcome : batch) {
            after.add(after(outcome, now));
        }
        List<Boolean> stored = store.store(holder, batch, after, now);
        for (int i = 0; i < batch.size(); i++) {
            Outcome outcome = batch.get(i);
            inFlight--;
            if (stored.get(i)) {
                outcome.endpoint().stored(outcome.message(), outcome.answer().delivered(), after.get(i));
            } else {
                outcome.endpoint().overtaken(outcome.message());
                woken = true;
            }
        }
        unstored.removeAll(batch);
    }

    private Progress after(Outcome outcome, Instant now) {
        Progress before = outcome.endpoint().progress();
        if (outcome.answer().delivered()) {
            return outcome.endpoint().delivered(outcome.message(), now);
        }
        if (outcome.message().source() == Source.TEST) {
            return before.tested();
        }
        boolean alone = outcome.endpoint().isAlone(outcome.message(), outcome.answer());
        if (alone) {
            outcome.endpoint().waitsAlone(outcome.message(), plan.next(now, outcome.tries(), null));
        }
        return before.failed(outcome.answer(), alone, now, plan, config.giveUpAfter());
    }
}
