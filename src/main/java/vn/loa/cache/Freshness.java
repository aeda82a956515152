package vn.loa.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Supplier;
import vn.loa.sql.Position;

/**
 * Decides whether cached responses may be used. The database's statement that nothing has changed is a lease for half a
 * second. An instance is in one of three states:
 *
 * <ul>
 * <li>fresh: the lease is valid, and cached responses are true.
 * <li>unknown: the lease has ended. Cached responses are not used until the stamp of the public content has been read
 * again. If the stamp is the same, they are still true.
 * <li>stale: the database cannot be reached. Cached responses are served as stale for a limited time, which ends before
 * the next scheduled change.
 * </ul>
 *
 * <p>Times are values of {@link System#nanoTime}.
 */
final class Freshness {

    enum CacheState {
        FRESH, UNKNOWN, STALE
    }

    /**
     * The state at a moment. It is replaced as a whole, so that a response and the dates sent with it belong together.
     *
     * @param changeTimes null when they are not known
     * @param stamp the stamp of the content from which the generation was made; null before the first one is known, and after a change
     *     of which no stamp is known
     * @param confirmedAt the time at which the database was last asked and confirmed the stamp
     * @param freshUntil the end of the lease
     * @param staleUntil null unless the database cannot be reached
     * @param log how far a replica must have replayed the log to be read, if {@code changeTimes} are known; null before
     *     the first answer
     */
    record Now(Generation generation, ChangeTimes changeTimes, UUID stamp, long confirmedAt, long freshUntil,
            Long staleUntil, NeededLog log) {

        CacheState state(long time) {
            if (time - freshUntil < 0) {
                return CacheState.FRESH;
            }
            return staleUntil != null && time - staleUntil < 0 ? CacheState.STALE : CacheState.UNKNOWN;
        }
    }

    /**
     * A place in the log, in bytes. It is that of the first answer that tells of a change, and moves on behind the log
     * besides: what no stamp tells of, such as counts of views, is not read much later at a replica.
     *
     * @param place what must have been replayed
     * @param next what must have been replayed soon
     * @param since when that was the end of the log
     */
    record NeededLog(long place, long next, long since) {

        private static final long TIME_TO_REPLAY = Duration.ofSeconds(10).toNanos();

        NeededLog movedOn(long end, long time) {
            // Another primary may have lost the end of the log.
            return end < next ? new NeededLog(end, end, time)
                    : time - since < TIME_TO_REPLAY ? this : new NeededLog(next, end, time);
        }
    }

    /** More than are published while one transaction of this instance ends. */
    private static final int STAMPS = 64;

    private final Supplier<Generation> empty;
    private final long lease;
    private final long staleIfError;
    private volatile Now now;
    /** The latest stamps, of which the database has told. */
    private final Deque<UUID> known = new ArrayDeque<>();

    /**
     * @param empty makes a generation without responses
     * @param lease how long a confirmed stamp is relied on
     * @param staleIfError how long cached responses are served without a database
     */
    Freshness(Supplier<Generation> empty, Duration lease, Duration staleIfError, long time) {
        this.empty = empty;
        this.lease = lease.toNanos();
        this.staleIfError = staleIfError.toNanos();
        this.now = new Now(empty.get(), null, null, time, time, null, null);
    }

    Now now() {
        return now;
    }

    /**
     * Empties the cache after a change. Responses that are being made now go into the old generation, where nothing
     * looks them up.
     *
     * @param stamp the new stamp; null when it is not known
     */
    synchronized void invalidate(UUID stamp) {
        remember(stamp);
        if (stamp == null || !stamp.equals(now.stamp)) {
            // Without a new stamp the old one is forgotten: a replica that still has it must not be taken for the newest.
            now = new Now(empty.get(), null, stamp, now.confirmedAt, now.freshUntil, now.staleUntil, now.log);
        }
    }

    private void remember(UUID stamp) {
        if (stamp != null && !known.contains(stamp)) {
            known.addLast(stamp);
            if (known.size() > STAMPS) {
                known.removeFirst();
            }
        }
    }

    /** Whether what was published with this stamp has been heard of, lately. */
    synchronized boolean knows(UUID stamp) {
        return known.contains(stamp);
    }

    /** Forgets the time of the next change, because a schedule was added or removed. */
    synchronized void forgetChangeTimes() {
        now = new Now(now.generation, null, now.stamp, now.confirmedAt, now.freshUntil, now.staleUntil, now.log);
    }

    /**
     * Renews the lease after the database has answered.
     *
     * @param asked the time before the query, because the answer includes everything that was committed before then
     * @param before the state before the query; if the state has changed since, the answer's stamp and change
     *     times may be outdated
     */
    synchronized void renewLease(long asked, Now before, ChangeTimes changeTimes, Position position) {
        remember(position.stamp());
        boolean isSame = position.stamp().equals(now.stamp);
        NeededLog log = isSame && now.changeTimes != null ? now.log.movedOn(position.log(), asked)
                : new NeededLog(position.log(), position.log(), asked);
        boolean isCurrent = now == before;
        now = new Now(isSame ? now.generation : empty.get(), isCurrent ? changeTimes : null, isCurrent ? position.stamp() : now.stamp,
                asked, asked + lease, null, log);
    }

    /**
     * A replica has been asked. What it has is taken for the newest if the database does not answer, and the replica has
     * replayed as much as the database had when it answered last. It may be more than this instance has heard of, or the end of
     * what it has heard of: a change of which the database told and then did not say when the next one is.
     */
    synchronized void replayed(ChangeTimes changeTimes, Position position, long time, Instant clock) {
        if (now.log == null || now.state(time) == CacheState.FRESH) {
            return;
        }
        boolean isSame = position.stamp().equals(now.stamp);
        // A stamp that was heard of, and is not the last one, is an older one, however much else the replica has.
        if (isSame ? position.log() < now.log.next || changeTimes.equals(now.changeTimes)
                : position.log() <= now.log.next || known.contains(position.stamp())) {
            return;
        }
        remember(position.stamp());
        Long staleUntil = now.staleUntil == null ? null : time + left(changeTimes, time, clock);
        now = new Now(isSame ? now.generation : empty.get(), changeTimes, position.stamp(), now.confirmedAt, now.freshUntil,
                staleUntil, isSame ? new NeededLog(now.log.place, position.log(), now.log.since)
                : new NeededLog(position.log(), position.log(), time));
    }

    /** Whether the database has confirmed the stamp in this time. */
    boolean heardWithin(Duration within, long time) {
        return time - now.confirmedAt < within.toNanos();
    }

    /**
     * What a replica must have replayed to be read.
     *
     * @param primaryFailed whether the caller has found that the database does not answer
     * @return null when no replica may be read: what is newest is not known, or was confirmed too long ago
     */
    Position needed(boolean primaryFailed, long time, Instant clock) {
        Now present = now;
        if (present.changeTimes == null) {
            return null;
        }
        boolean isKnown = present.state(time) != CacheState.UNKNOWN
                || primaryFailed && left(present.changeTimes, time, clock) > 0;
        return isKnown ? new Position(present.stamp, present.log.place) : null;
    }

    /** Ends the lease: whether something has changed is unknown until the next answer. */
    synchronized void endLease(long time) {
        long freshUntil = time - now.freshUntil < 0 ? time : now.freshUntil;
        now = new Now(now.generation, now.changeTimes, now.stamp, now.confirmedAt, freshUntil, null, now.log);
    }

    /**
     * Starts to serve stale responses, because the database cannot be reached. Does nothing when the next scheduled
     * change is not known: the responses could then outlive it.
     */
    synchronized void serveStale(long time, Instant clock) {
        if (now.staleUntil != null || now.changeTimes == null) {
            return;
        }
        now = new Now(now.generation, now.changeTimes, now.stamp, now.confirmedAt, now.freshUntil,
                time + left(now.changeTimes, time, clock), now.log);
    }

    /** How long what is known may be shown without the database: not beyond the next scheduled change. */
    private long left(ChangeTimes changeTimes, long time, Instant clock) {
        long left = staleIfError - (time - now.confirmedAt);
        return changeTimes.next() == null ? left : Math.min(left, Duration.between(clock, changeTimes.next()).toNanos());
    }
}
