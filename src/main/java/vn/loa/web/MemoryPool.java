package vn.loa.web;

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
 * let in when nobody else is. A client never has more than half of it, so that one who reads slowly, or much, leaves the
 * other half to others.
 */
final class AnswerPool {

    /** A thread each; there are about 200. */
    private static final int MOST_WAITING = 16;
    /** Of one client, so that who has used up its own share does not keep others from waiting. */
    private static final int MOST_WAITING_OF_ONE = MOST_WAITING / 2;

    private record Turn(Object client, long bytes, CountDownLatch come) {
    }

    private final long capacity;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Map<Object, Long> held = new HashMap<>();
    private long taken;

    AnswerPool(long capacity) {
        this.capacity = capacity;
    }

    /**
     * Takes a part, or waits for it.
     *
     * @param client null for one who may have all of it
     * @return false when too many wait already, or it did not become free in time
     */
    boolean take(Object client, long bytes, Duration patience) throws InterruptedException {
        Turn turn = new Turn(client, bytes, new CountDownLatch(1));
        synchronized (this) {
            waiting.add(turn);
            letIn();
            if (turn.come.getCount() > 0 && isTooMany(turn)) {
                waiting.remove(turn);
                return false;
            }
        }
        try {
            return turn.come.await(patience.toMillis(), TimeUnit.MILLISECONDS) || !leave(turn);
        } catch (InterruptedException e) {
            if (!leave(turn)) {
                giveBack(client, bytes);
            }
            throw e;
        }
    }

    private boolean isTooMany(Turn turn) {
        return waiting.size() > MOST_WAITING || turn.client != null
                && waiting.stream().filter(other -> turn.client.equals(other.client)).count() > MOST_WAITING_OF_ONE;
    }

    /** Waits no longer. False when its turn has come at this moment. */
    private synchronized boolean leave(Turn turn) {
        boolean left = waiting.remove(turn);
        letIn();
        return left;
    }

    /** Takes a part without asking: others wait until there is as much less. */
    synchronized void takeAtOnce(Object client, long bytes) {
        add(client, bytes);
    }

    synchronized void giveBack(Object client, long bytes) {
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
            if (taken > 0 && taken + turn.bytes > capacity) {
                return;
            }
            if (isWithinShare(turn)) {
                turns.remove();
                add(turn.client, turn.bytes);
                turn.come.countDown();
            }
        }
    }

    private boolean isWithinShare(Turn turn) {
        Long before = turn.client == null ? null : held.get(turn.client);
        return before == null || before + turn.bytes <= capacity / 2;
    }

    /** For tests. */
    synchronized long taken() {
        return taken;
    }
}
