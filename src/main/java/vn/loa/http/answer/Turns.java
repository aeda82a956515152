package vn.loa.http.answer;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Lets a few work at a time. The others wait in order, each in a thread of its own, so that there is a limit to their number. */
public final class Turns {

    /** A small part of the threads that answer requests. */
    static final int MOST_WAITING = 32;

    private final Semaphore places;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param patience how long one waits for its turn at most */
    public Turns(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    public int waiting() {
        return waiting.get();
    }

    /**
     * @param busy says why there is no turn
     * @throws vn.loa.problem.ProblemException 503 when too many others wait, or when no turn comes within the waiting time
     */
    public <T> T take(String busy, Supplier<T> work) {
        if (!isTurn()) {
            throw Problem.of(ProblemType.UNAVAILABLE, busy).asException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean isTurn() {
        try {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                return places.tryAcquire(0, TimeUnit.SECONDS);
            }
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is stopping.").asException();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
