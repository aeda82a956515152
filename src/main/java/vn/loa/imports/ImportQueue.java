package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Limits how many imports run at a time, because a long page takes a processor for seconds, and readers must not wait
 * for it.
 */
@ApplicationScoped
class ImportQueue {

    private static final int MAX_RUNNING = 2;
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final Semaphore permits = new Semaphore(MAX_RUNNING, true);

    /** @throws vn.loa.problem.ProblemException 503 when no import ends within the waiting time */
    <T> T run(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw Problem.of(ProblemType.UNAVAILABLE, "Other imports are running. Try again later.").asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is stopping.").asException();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
