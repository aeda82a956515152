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

    /** In bytes of JSON. What is smaller takes nothing: all worker threads together make 200 of them. */
    private static final long SMALL = 64 << 10;
    private static final long LARGE = 1 << 20;
    private static final int SHARE = 4;
    /**
     * What making an answer takes, in its own size: what the database sent, texts (two bytes a character, a Vietnamese one
     * is one and a half as UTF-8), the views of citations, the bytes twice while they grow, their compressed form.
     */
    private static final int COPIES = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A thread each; there are about 200. */
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
     * Takes the memory for the answer to the present request, until that has ended. Not while holding a lock in the
     * database: it may wait.
     *
     * @param bytes of the answer, as far as that is known before it is read
     * @throws ProblemException 503 when there is none in time
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
     * Like {@link #reserve}, of one who holds a lock and must not wait: those who come later do. A change that was asked for
     * is made, whether or not anybody waits for the answer.
     */
    public void reserveAtOnce(long bytes) {
        if (bytes > SMALL) {
            Object client = addresses.client(request.getCurrent().request());
            pool(bytes).takeAtOnce(client, COPIES * bytes);
            keep(client, bytes);
        }
    }

    /** The answer is there, and nothing else is needed any more. */
    public void made(long bytes) {
        lease.shrink(bytes);
    }

    private MemoryPool pool(long bytes) {
        return bytes > LARGE ? large : middling;
    }

    private void keep(Object client, long bytes) {
        AnswerLease.Part part = lease.add(pool(bytes), client, COPIES * bytes);
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                part.end();
            }
        };
        RoutingContext asking = request.getCurrent();
        HttpServerResponse response = asking.response();
        // Its handlers belong to its event loop, which may be ending it at this moment.
        ((HttpServerRequestInternal) asking.request()).context().runOnContext(loop -> {
            try {
                if (!response.ended()) {
                    asking.addEndHandler(ended -> leave.run());
                }
            } finally {
                // On a busy event loop this comes behind the end of the answer, which the thread that made it has written:
                // then no handler is called any more.
                if (response.ended() || response.closed()) {
                    leave.run();
                }
            }
        });
    }
}
