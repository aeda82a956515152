package vn.loa.cache;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * The answers that are true at the moment. Whatever is published makes a new {@link Generation}: a publish changes not
 * only its article's answers but lists, searches, feeds and citations elsewhere, and filling anew is cheap. {@link
 * Freshness} says when what is kept may be used.
 */
// Without a proxy, which would look it up for each of a hundred thousand calls a second.
@Singleton
public class PublicCache {

    /** Less than the second after which nobody may read what was withdrawn. */
    private static final Duration LEASE = Duration.ofMillis(500);

    private final boolean enabled;
    private final Freshness freshness;
    private final Clock clock;

    PublicCache(CacheConfig config, Clock clock) {
        this.enabled = config.enabled();
        this.freshness = new Freshness(() -> new Generation(config.memory().asLongValue()), LEASE, config.staleIfError(),
                System.nanoTime());
        this.clock = clock;
    }

    boolean isEnabled() {
        return enabled;
    }

    Freshness.Now now() {
        return freshness.now();
    }

    /** Null while nothing may be kept. */
    Generation current() {
        Freshness.Now now = freshness.now();
        return enabled && isHearing(now) ? now.generation() : null;
    }

    /** Null while they are not known. */
    ChangeTimes moments() {
        Freshness.Now now = freshness.now();
        return isHearing(now) ? now.moments() : null;
    }

    private static boolean isHearing(Freshness.Now now) {
        return now.state(System.nanoTime()) == Freshness.State.HEARING;
    }

    /** Something has changed. */
    public void drop() {
        freshness.drop(null);
    }

    /** Something has changed, and this is the stamp of what the public reads now. */
    void drop(UUID stamp) {
        freshness.drop(stamp);
    }

    /** @param asked when the database was asked for these */
    void heard(long asked, Freshness.Now before, ChangeTimes moments, UUID stamp) {
        freshness.heard(asked, before, moments, stamp);
    }

    /** Nobody tells of changes at the moment. */
    void compare() {
        freshness.compare(System.nanoTime());
    }

    /** There is no database. */
    void cutOff() {
        freshness.cutOff(System.nanoTime(), clock.instant());
    }

    /** Here at once, so that whoever published reads it; elsewhere when the database tells. */
    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublicChange change) {
        if (change == PublicChange.NOW) {
            drop();
        } else {
            freshness.forgetMoments();
        }
    }
}
