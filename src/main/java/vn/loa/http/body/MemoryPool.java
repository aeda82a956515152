package vn.loa.http.body;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A budget of bytes, from which requests take their parts in the order in which they came. A part that is larger than the
 * whole pool is granted when no other part is taken. A client never holds more than half of the pool, so that a slow or
 * greedy client leaves the other half to others. Nothing is allocated: the pool only counts.
 */
public final class MemoryPool {

    /** The outcome of {@link #enter}. */
    enum Entry {
        /** The part is taken. */
        TAKEN,
        /** The part will be taken later, and then {@link Turn#come} runs. */
        WAITING,
        /** Too many requests wait already. */
        REFUSED
    }

    /** A request for a part. */
    static final class Turn {

        private final Object client;
        private final long bytes;
        private final Runnable come;

        /**
         * @param client null for a client that may hold the whole pool
         * @param come runs when a part that was waited for is taken; the pool is locked meanwhile
         */
        Turn(Object client, long bytes, Runnable come) {
            this.client = client;
            this.bytes = bytes;
            this.come = come;
        }
    }

    private final long capacity;
    private final int mostWaiting;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Map<Object, Long> held = new HashMap<>();
    private long taken;

    /** @param mostWaiting requests that may wait; half of them may be one client's */
    public MemoryPool(long capacity, int mostWaiting) {
        this.capacity = capacity;
        this.mostWaiting = mostWaiting;
    }

    /** Takes a part, or queues the request. The caller ends the wait by {@link #leave} when it has waited long enough. */
    synchronized Entry enter(Turn turn) {
        // A request that waits only because its client has used up its share is overtaken.
        if (hasRoom(turn.bytes) && isWithinShare(turn.client, 0, turn.bytes) && waiting.stream().allMatch(this::hasUsedItsShare)) {
            add(turn.client, turn.bytes);
            return Entry.TAKEN;
        }
        if (waiting.size() >= mostWaiting || turn.client != null
                && waiting.stream().filter(other -> turn.client.equals(other.client)).count() >= mostWaiting / 2) {
            return Entry.REFUSED;
        }
        waiting.add(turn);
        return Entry.WAITING;
    }

    /** Ends the wait. False when the part has been taken already. */
    synchronized boolean leave(Turn turn) {
        boolean left = waiting.remove(turn);
        letIn();
        return left;
    }

    /**
     * Like {@link #enter}, but the thread waits here.
     *
     * @param client null for a client that may hold the whole pool
     * @return false when too many wait already, or the part did not become free in time
     */
    public boolean take(Object client, long bytes, Duration patience) throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        Turn turn = new Turn(client, bytes, come::countDown);
        Entry entry = enter(turn);
        if (entry != Entry.WAITING) {
            return entry == Entry.TAKEN;
        }
        try {
            return come.await(patience.toMillis(), TimeUnit.MILLISECONDS) || !leave(turn);
        } catch (InterruptedException e) {
            if (!leave(turn)) {
                giveBack(client, bytes);
            }
            throw e;
        }
    }

    /** Takes a part even if the pool is used up. Later requests wait until there is room again. */
    public synchronized void takeAtOnce(Object client, long bytes) {
        add(client, bytes);
    }

    /**
     * Enlarges a part, ahead of the waiting requests: a part is given back only when its request is done.
     *
     * @param own bytes of the part so far
     * @return false when the pool has not so much left
     */
    synchronized boolean takeMore(Object client, long own, long bytes) {
        if (taken > own && taken + bytes > capacity || !isWithinShare(client, own, bytes)) {
            return false;
        }
        add(client, bytes);
        return true;
    }

    public synchronized void giveBack(Object client, long bytes) {
        add(client, -bytes);
        letIn();
    }

    private void add(Object client, long bytes) {
        taken += bytes;
        if (client != null) {
            held.merge(client, bytes, (before, more) -> before + more == 0 ? null : before + more);
        }
    }

    /** A request that waits for room in the pool is not overtaken. One that waits for its client's share is. */
    private void letIn() {
        for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext(); ) {
            Turn turn = turns.next();
            if (!hasRoom(turn.bytes)) {
                return;
            }
            if (isWithinShare(turn.client, 0, turn.bytes)) {
                turns.remove();
                add(turn.client, turn.bytes);
                turn.come.run();
            }
        }
    }

    private boolean hasRoom(long bytes) {
        return taken == 0 || taken + bytes <= capacity;
    }

    private boolean hasUsedItsShare(Turn turn) {
        return hasRoom(turn.bytes) && !isWithinShare(turn.client, 0, turn.bytes);
    }

    /** The only part of a client may be larger. */
    private boolean isWithinShare(Object client, long own, long bytes) {
        long before = client == null ? own : held.getOrDefault(client, 0L);
        return before == own || before + bytes <= capacity / 2;
    }

    public synchronized long taken() {
        return taken;
    }
}
