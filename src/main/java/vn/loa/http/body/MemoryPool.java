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
 * A number of bytes that requests take a part of, in the order in which they came. What is larger than the whole pool is
 * let in when nobody else is. A client never has more than half of it, so that one who sends or reads slowly, or much,
 * leaves the other half to others.
 */
public final class MemoryPool {

    /** What became of one who wants a part. */
    enum Entry {
        /** It has it. */
        TAKEN,
        /** It is told when it has it. */
        WAITING,
        /** Too many wait already. */
        REFUSED
    }

    /** One who wants a part. */
    static final class Turn {

        private final Object client;
        private final long bytes;
        private final Runnable come;

        /**
         * @param client null for one who may have all of it
         * @param come run when one who waited has its part; the pool is locked meanwhile
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

    /** @param mostWaiting of them half may be one client's */
    public MemoryPool(long capacity, int mostWaiting) {
        this.capacity = capacity;
        this.mostWaiting = mostWaiting;
    }

    /** Takes a part, or waits for it: whoever is told to wait calls {@link #leave} when it has waited long enough. */
    synchronized Entry enter(Turn turn) {
        // Those who wait because of their own share only are overtaken.
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

    /** Waits no longer. False when its turn had come before. */
    synchronized boolean leave(Turn turn) {
        boolean left = waiting.remove(turn);
        letIn();
        return left;
    }

    /**
     * {@link #enter} for threads, which wait here.
     *
     * @param client null for one who may have all of it
     * @return false when too many wait already, or it did not become free in time
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

    /** Takes a part without asking: others wait until there is as much less. */
    public synchronized void takeAtOnce(Object client, long bytes) {
        add(client, bytes);
    }

    /**
     * Takes more, before those who wait: whoever has a part already keeps it until it is done.
     *
     * @param own what it has
     * @return false when there is not so much
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

    /** Who waits because the pool is used up is not overtaken; who waits because of its own share is. */
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

    /** One part alone may be larger. */
    private boolean isWithinShare(Object client, long own, long bytes) {
        long before = client == null ? own : held.getOrDefault(client, 0L);
        return before == own || before + bytes <= capacity / 2;
    }

    synchronized long taken() {
        return taken;
    }
}
