package vn.loa.http.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.loa.http.body.MemoryPool;
import vn.loa.http.client.CallerAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Limits the memory that all answers take together to a quarter of the heap. A few large answers are made at a time; a
 * further one waits, and is refused (503) when it has waited too long. Answers of up to 64 kB never wait. Those of up to a
 * megabyte have a pool of their own, and so do not wait for larger ones.
 */
@ApplicationScoped
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

    AnswerBudget(CurrentVertxRequest request, AnswerLease lease, CallerAddress addresses) {
        this.request = request;
        this.lease = lease;
        this.addresses = addresses;
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
            Object client = addresses.client(request.getCurrent().request());
            try {
                if (!pool(bytes).take(client, COPIES * bytes, PATIENCE)) {
                    throw Problem.of(ProblemType.UNAVAILABLE, "Other large answers are being made. Try again later.")
                            .asException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Problem.of(ProblemType.UNAVAILABLE, "The server is stopping.").asException();
            }
            keep(client, bytes);
            if (request.getCurrent().response().closed()) {
                throw Problem.of(ProblemType.UNAVAILABLE, "Nobody waits for this any more.").asException();
            }
        }
    }

    /**
     * Reserves what the answer to a change needs beyond what was reserved before the lock was taken: the text may have grown
     * in between. The caller holds the lock and must not wait; later answers wait instead.
     */
    public void reserveMoreAtOnce(long bytes) {
        long more = bytes - lease.held() / COPIES;
        if (more > SMALL) {
            Object client = addresses.client(request.getCurrent().request());
            pool(more).takeAtOnce(client, COPIES * more);
            keep(client, more);
        }
    }

    /** Gives back all but the bytes of the finished answer. */
    public void made(long bytes) {
        lease.shrink(bytes);
    }

    private MemoryPool pool(long bytes) {
        return bytes > LARGE ? large : middling;
    }

    private void keep(Object client, long bytes) {
        AnswerLease.LeasedMemory memory = lease.add(pool(bytes), client, COPIES * bytes);
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                memory.end();
            }
        };
        RoutingContext asking = request.getCurrent();
        HttpServerResponse response = asking.response();
        // Handlers of a response may be set on its event loop only, which may be ending the response at this moment.
        ((HttpServerRequestInternal) asking.request()).context().runOnContext(loop -> {
            try {
                if (!response.ended()) {
                    asking.addEndHandler(ended -> leave.run());
                }
            } finally {
                // On a busy event loop this may run after the end of the answer, which the worker thread has written. Then no
                // end handler is called any more.
                if (response.ended() || response.closed()) {
                    leave.run();
                }
            }
        });
    }
}
