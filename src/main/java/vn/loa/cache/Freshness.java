package vn.loa.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Whether what is kept may be used. An instance is in one of three states:
 *
 * <ul>
 * <li>hearing: the database said a moment ago that nothing has changed. What is kept is true.
 * <li>comparing: that was too long ago. Nothing kept is used, until the stamp of what the public reads is known again: if
 *     it is still the same, what was kept is still true.
 * <li>cut off: there is no database. What was true when it was heard last is used as stale, for a while that ends before
 *     the next change that is planned.
 * </ul>
 *
 * Times are those of {@link System#nanoTime}.
 */
final class Freshness {

    enum State {
        HEARING, COMPARING, CUT_OFF
    }

    /**
     * What is known at a moment. It is replaced as a whole, so that an answer and the dates that it is sent with belong
     * together.
     *
     * @param moments null when they are not known
     * @param stamp of what the generation was made from; null before the first
     * @param heardAt when everything that had changed was known
     * @param staleUntil null unless there is no database
     */
    record Now(Generation generation, ChangeTimes moments, UUID stamp, long heardAt, long trueUntil, Long staleUntil) {

        State state(long time) {
            if (time - trueUntil < 0) {
                return State.HEARING;
            }
            return staleUntil != null && time - staleUntil < 0 ? State.CUT_OFF : State.COMPARING;
        }
    }

    private final Supplier<Generation> empty;
    private final long lease;
    private final long staleIfError;
    private volatile Now now;

    /**
     * @param empty makes a generation without answers
     * @param lease how long the database's word is believed
     * @param staleIfError how long what was kept is used without a database
     */
    Freshness(Supplier<Generation> empty, Duration lease, Duration staleIfError, long time) {
        this.empty = empty;
        this.lease = lease.toNanos();
        this.staleIfError = staleIfError.toNanos();
        this.now = new Now(empty.get(), null, null, time, time, null);
    }

    Now now() {
        return now;
    }

    /**
     * Something has changed. Answers that are being made go where nobody looks any more.
     *
     * @param stamp what it is now; null when that is not known
     */
    synchronized void drop(UUID stamp) {
        if (stamp == null || !stamp.equals(now.stamp)) {
            now = new Now(empty.get(), null, stamp == null ? now.stamp : stamp, now.heardAt, now.trueUntil, now.staleUntil);
        }
    }

    /** Something else will change than is known. */
    synchronized void forgetMoments() {
        now = new Now(now.generation, null, now.stamp, now.heardAt, now.trueUntil, now.staleUntil);
    }

    /**
     * The database has answered: whatever was committed before it was asked is in its answer.
     *
     * @param before what was known when it was asked: if anything has happened here since, the moments may be of the past
     */
    synchronized void heard(long asked, Now before, ChangeTimes moments, UUID stamp) {
        Generation generation = stamp.equals(now.stamp) ? now.generation : empty.get();
        now = new Now(generation, now == before ? moments : null, stamp, asked, asked + lease, null);
    }

    /** Nothing is known any more, or not yet. */
    synchronized void compare(long time) {
        long trueUntil = time - now.trueUntil < 0 ? time : now.trueUntil;
        now = new Now(now.generation, now.moments, now.stamp, now.heardAt, trueUntil, null);
    }

    /** There is no database. Nobody knows for how long what is kept is true, unless it is known what was planned. */
    synchronized void cutOff(long time, Instant clock) {
        if (now.staleUntil != null || now.moments == null) {
            return;
        }
        long left = staleIfError - (time - now.heardAt);
        if (now.moments.next() != null) {
            left = Math.min(left, Duration.between(clock, now.moments.next()).toNanos());
        }
        now = new Now(now.generation, now.moments, now.stamp, now.heardAt, now.trueUntil, time + left);
    }
}
