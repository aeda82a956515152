package vn.loa.cache;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import vn.loa.web.AuditEvent;

/**
 * The answers that are true at the moment. Whatever is published makes a new {@link Generation}: a publish changes not
 * only its article's answers but lists, searches, feeds and citations elsewhere, and filling anew is cheap.
 *
 * <p>What is kept is only used for a short time after the database was heard: an instance that cannot hear of changes
 * keeps nothing.
 */
// Without a proxy, which would look it up for each of a hundred thousand calls a second.
@Singleton
public class PublicCache {

    private final CacheConfig config;
    private volatile Generation generation;
    private volatile Moments moments;
    /** As {@link System#nanoTime} counts. */
    private volatile long goodUntil;

    PublicCache(CacheConfig config) {
        this.config = config;
        lost();
    }

    /** Null while nothing may be kept. */
    Generation current() {
        return config.enabled() && isGood() ? generation : null;
    }

    /** Null while they are not known. */
    Moments moments() {
        return isGood() ? moments : null;
    }

    private boolean isGood() {
        return System.nanoTime() - goodUntil < 0;
    }

    /** Something has changed. Answers that are being made go where nobody looks any more. */
    public void drop() {
        generation = new Generation(config.memory().asLongValue());
    }

    /** Everything that had changed by a moment before {@code until} is known. */
    void good(long until, Moments now) {
        moments = now;
        goodUntil = until;
    }

    /** Nobody tells of changes any more. */
    final void lost() {
        goodUntil = System.nanoTime();
        drop();
    }

    /** Here at once, so that whoever published reads it; elsewhere when the database tells. */
    void changedHere(@Observes(during = TransactionPhase.AFTER_SUCCESS) AuditEvent event) {
        drop();
    }
}
