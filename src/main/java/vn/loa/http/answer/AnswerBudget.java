package vn.loa.http.answer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import vn.loa.http.body.MemoryPool;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.RequestEnd;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Limits the memory that all answers take together to a quarter of the heap. A few large answers are made at a time; a
 * further one waits, and is refused (503) when it has waited too long. Answers of up to 64 kB never wait. Those of up to a
 * megabyte have a pool of their own, and so do not wait for larger ones.
 */
@Singleton
public class AnswerBudget {

    /** In bytes of JSON. Smaller answers reserve nothing: the worker threads make at most 200 of them at a time. */
    private static final long SMALL = 64 << 10;
    private static final long LARGE = 1 << 20;
    private static final int SHARE = 4;
    /**
     * The memory for making an answer, as a multiple of its size: the rows of the database, texts (two bytes a character; a
     * Vietnamese one has one and a half as UTF-8), the views of citations, the bytes twice while they grow, their gzip form.
     */
    private static final int COPIES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Each waiting answer blocks one of about 200 worker threads. */
    private static final int MOST_WAITING = 16;

    private final MemoryPool middling = new MemoryPool(room() / 4, MOST_WAITING);
    private final MemoryPool large = new MemoryPool(room() - room() / 4, MOST_WAITING);
    private final CurrentVertxRequest request;
    private final AnswerLease lease;
    private final CallerAddress addresses;
    private final MeterRegistry registry;

    AnswerBudget(CurrentVertxRequest request, AnswerLease lease, CallerAddress addresses, MeterRegistry registry) {
        this.registry = registry;
        this.request = request;
        this.lease = lease;
        this.addresses = addresses;
    }

    /** Registers the gauge at the start, so that it is there before the first large answer. */
    void start(@Observes StartupEvent start) {
        Gauge.builder("loa.answers.memory", () -> middling.taken() + large.taken()).baseUnit("bytes")
                .description("Memory that is set aside for answers").register(registry);
    }

    private static long room() {
        return Runtime.getRuntime().maxMemory() / SHARE;
    }

    /**
     * Reserves the memory for the answer to the current request until the request has ended. It may wait, so it must not be
     * called while a lock in the database is held.
     *
     * @param bytes the size of the answer, as far as it is known before it is read
     * @throws ProblemException 503 when the memory does not become free in time
     */
    public void reserve(long bytes) {
        if (bytes > SMALL) {
            await(pool(bytes), COPIES * bytes);
        }
    }

    private void await(MemoryPool pool, long memory) {
        Object client = addresses.client(request.getCurrent().request());
        try {
            if (!pool.take(client, memory, PATIENCE)) {
                throw Problem.of(ProblemType.UNAVAILABLE, "Other large answers are being made. Try again later.").asException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemType.UNAVAILABLE, "The server is stopping.").asException();
        }
        keep(pool, client, memory);
        if (request.getCurrent().response().closed()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Nobody waits for this any more.").asException();
        }
    }

    /**
     * Reserves what the answer to a change needs beyond what was reserved before the lock was taken: the text may have grown
     * in between. The caller holds the lock and must not wait; later answers wait instead.
     */
    public void reserveMoreAtOnce(long bytes) {
        long more = bytes - lease.held() / COPIES;
        if (more > SMALL) {
            takeAtOnce(pool(more), COPIES * more);
        }
    }

    /** Gives back all but the bytes of the finished answer. */
    public void made(long bytes) {
        lease.shrink(bytes);
    }

    /**
     * Holds the bytes of an answer that is made until it has been sent, and gives back the rest of what was reserved for it.
     *
     * @param mayWait for the memory, where less was reserved; not on an event loop, nor after a change, which must not be
     *     answered by a refusal
     * @throws ProblemException 503 as from {@link #reserve}
     */
    void holdMade(long bytes, boolean mayWait) {
        long more = bytes - lease.held();
        if (more <= 0) {
            lease.shrink(bytes);
        } else if (mayWait) {
            await(pool(bytes), more);
        } else {
            takeAtOnce(pool(bytes), more);
        }
    }

    private void takeAtOnce(MemoryPool pool, long memory) {
        Object client = addresses.client(request.getCurrent().request());
        pool.takeAtOnce(client, memory);
        keep(pool, client, memory);
    }

    private MemoryPool pool(long bytes) {
        return bytes > LARGE ? large : middling;
    }

    private void keep(MemoryPool pool, Object client, long memory) {
        AnswerLease.LeasedMemory leased = lease.add(pool, client, memory);
        RequestEnd.of(request.getCurrent(), leased::end);
    }
}
