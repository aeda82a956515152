package vn.loa.cache;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.loa.sql.KnownPosition;
import vn.loa.sql.Position;

/**
 * The cache of public responses. Each change of the public content starts a new, empty {@link Generation}, because a
 * publish changes not only its article's responses but also lists, searches, feeds and citations elsewhere, and
 * refilling is cheap. {@link Freshness} decides when cached responses may be used.
 */
// A singleton has no proxy; the proxy of an application-scoped bean would cost a lookup for each of 100,000 calls a
// second.
@Singleton
public class PublicCache implements KnownPosition {

    /** Shorter than the second after which a withdrawn article must not be readable as published anywhere. */
    private static final Duration LEASE = Duration.ofMillis(500);

    private final boolean enabled;
    private final Freshness freshness;
    private final Clock clock;
    private final OtherInstances others;
    /** When this instance learnt last that what is published has changed. */
    private volatile long changedAt = System.nanoTime();

    PublicCache(CacheConfig config, Clock clock, OtherInstances others) {
        this.enabled = config.enabled();
        this.freshness = new Freshness(() -> new Generation(config.memory().asLongValue()), LEASE, config.staleIfError(),
                System.nanoTime());
        this.clock = clock;
        this.others = others;
    }

    boolean isEnabled() {
        return enabled;
    }

    Freshness.Now now() {
        return freshness.now();
    }

    long bytes() {
        return freshness.now().generation().bytes();
    }

    /** Null while responses must not be stored. */
    Generation current() {
        Freshness.Now now = freshness.now();
        return enabled && isFresh(now) ? now.generation() : null;
    }

    /** Null while they are not known. */
    ChangeTimes changeTimes() {
        Freshness.Now now = freshness.now();
        return isFresh(now) ? now.changeTimes() : null;
    }

    private static boolean isFresh(Freshness.Now now) {
        return now.state(System.nanoTime()) == Freshness.CacheState.FRESH;
    }

    /** Empties the cache after a change. */
    public void invalidate() {
        invalidate(null);
    }

    /** Empties the cache after a change, unless it was filled from the content with this stamp. */
    void invalidate(UUID stamp) {
        changedAt = System.nanoTime();
        freshness.invalidate(stamp);
    }

    /** @param asked the time before the database was asked */
    void renewLease(long asked, Freshness.Now before, ChangeTimes changeTimes, Position position) {
        if (!position.stamp().equals(before.stamp())) {
            changedAt = System.nanoTime();
        }
        freshness.renewLease(asked, before, changeTimes, position);
    }

    @Override
    public Position needed(boolean primaryFailed) {
        return freshness.needed(primaryFailed, System.nanoTime(), clock.instant());
    }

    @Override
    public boolean changedWithin(Duration time) {
        return System.nanoTime() - changedAt < time.toNanos();
    }

    @Override
    public boolean heardWithin(Duration time) {
        return freshness.heardWithin(time, System.nanoTime());
    }

    @Override
    public void replayed(Position position, Instant last, Instant next) {
        freshness.replayed(ChangeTimes.of(last, next), position, System.nanoTime(), clock.instant());
    }

    /** Ends the lease, because the connection that reports changes was lost. */
    void endLease() {
        freshness.endLease(System.nanoTime());
    }

    /** Starts to serve stale responses, because the database cannot be reached. */
    void serveStale() {
        freshness.serveStale(System.nanoTime(), clock.instant());
    }

    /**
     * Empties this instance's cache at once, so that an editor sees the own change. Other instances follow with the
     * database's notification. Nothing is forgotten when this instance's own notification was faster, and the database has been
     * asked since: until the next answer, no replica would be read.
     */
    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicChange change) {
        if (change == PublicChange.NOW) {
            UUID stamp = others.notified();
            if (stamp == null || !freshness.knows(stamp)) {
                invalidate(stamp);
            }
        } else {
            freshness.forgetChangeTimes();
        }
    }
}
