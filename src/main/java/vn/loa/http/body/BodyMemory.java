package vn.loa.http.body;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import vn.loa.http.LimitsConfig;
import vn.loa.http.Operations;
import vn.loa.http.client.CallerAddress;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Limits the memory that all request bodies take together, from their first byte until their request has ended. Small
 * bodies, which callers without a key may send too, have a pool of their own: so small and large ones do not wait for each
 * other. A large body that has to wait is not read meanwhile, and so waits on the network, where it takes no memory.
 */
@ApplicationScoped
public class BodyMemory {

    /** Bodies that say so and are no longer than this are small, also documents: nearly all are. */
    private static final long SMALL = 64 * 1024;
    /** Of the heap, what all bodies may take unless {@link LimitsConfig#bodies()} says otherwise. */
    private static final int SHARE_OF_HEAP = 4;
    /** Of that, what is set aside for small ones. */
    private static final int SHARE_OF_SMALL = 4;
    /** A file: what was read, the array that is stored, the database driver's and Hibernate's copies. */
    private static final int FILE_COPIES = 4;
    /**
     * JSON or a page: what was read, the array that is parsed, the tree and what is made of it. Dense JSON makes a tree
     * of 20 times its size, articles one of 3.
     */
    private static final int DOCUMENT_COPIES = 8;
    /** A form: its tree lives for a moment. */
    private static final int SMALL_COPIES = 2;
    /** A body of a few bytes has a request around it. */
    private static final long LEAST = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Each holds what the network brought before it was stopped: 128 kB at most. */
    private static final int MOST_WAITING = 64;

    public static final Problem BUSY = Problem.of(ProblemType.UNAVAILABLE, "Other bodies are being read. Try again later.");

    private static final String KEY = BodyMemory.class.getName();

    /** What one body takes. */
    public static final class Reservation {

        private final MemoryPool pool;
        private final Object client;
        private final int copies;
        private long bytes;
        /** Of its patience, while it waits; no timer has this number. */
        private long timer = -1;
        private boolean passedOn;
        private boolean released;

        private Reservation(MemoryPool pool, Object client, int copies, long length) {
            this.pool = pool;
            this.client = client;
            this.copies = copies;
            this.bytes = Math.max(LEAST, length * copies);
        }

        /** For a body that does not say how long it will be. False when there is not so much. */
        synchronized boolean holds(long length) {
            long more = length * copies - bytes;
            if (more <= 0) {
                return true;
            }
            // In steps that double, because every part asks.
            more = Math.max(more, bytes);
            if (released || !pool.takeMore(client, bytes, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** From now on the memory is released by the resource, when it is done, and no longer by the end of the connection. */
        public synchronized void passOn() {
            passedOn = true;
        }

        private synchronized void releaseUnlessPassedOn() {
            if (!passedOn) {
                release();
            }
        }

        public synchronized void release() {
            if (!released) {
                released = true;
                pool.giveBack(client, bytes);
            }
        }
    }

    private final MeterRegistry registry;
    private final MemoryPool small;
    private final MemoryPool large;
    private final CallerAddress addresses;

    BodyMemory(LimitsConfig limits, CallerAddress addresses, MeterRegistry registry) {
        long whole = limits.bodies().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        small = new MemoryPool(whole / SHARE_OF_SMALL, 0);
        large = new MemoryPool(whole - whole / SHARE_OF_SMALL, MOST_WAITING);
        this.addresses = addresses;
        this.registry = registry;
    }

    /** At the start, so that the gauge is there before the first body is. */
    void start(@Observes StartupEvent start) {
        Gauge.builder("loa.bodies.memory", () -> small.taken() + large.taken()).baseUnit("bytes")
                .description("Memory that is set aside for request bodies").register(registry);
    }

    /** The memory that the request's body takes; null when it has none. */
    public static Reservation reservationOf(RoutingContext request) {
        return request.get(KEY);
    }

    /**
     * Sets memory aside, which is given back when the request has ended, and goes on; or refuses when there is none and
     * none becomes free in time.
     *
     * @param length the body's, or where it does not say how long it will be, as much as it may have without asking
     */
    public void reserve(RoutingContext request, Operations.Operation operation, long length, Runnable granted, Runnable refused) {
        Context eventLoop = request.vertx().getOrCreateContext();
        boolean isSmall = operation.large() == null || length <= SMALL && !RequestBody.isChunked(request.request());
        MemoryPool pool = isSmall ? small : large;
        Reservation reservation = new Reservation(pool, addresses.client(request.request()), copies(operation.large()), length);
        request.put(KEY, reservation);
        Runnable start = () -> {
            // A timer keeps the request, and with it the body, in memory for as long as it runs.
            request.vertx().cancelTimer(reservation.timer);
            if (request.response().closed()) {
                reservation.release();
                refused.run();
            } else {
                request.addEndHandler(ended -> reservation.releaseUnlessPassedOn());
                granted.run();
            }
        };
        MemoryPool.Turn turn = new MemoryPool.Turn(reservation.client, reservation.bytes,
                () -> eventLoop.runOnContext(now -> start.run()));
        switch (pool.enter(turn)) {
            case TAKEN -> start.run();
            case WAITING -> {
                Runnable giveUp = () -> {
                    if (pool.leave(turn)) {
                        request.vertx().cancelTimer(reservation.timer);
                        refused.run();
                    }
                };
                reservation.timer = request.vertx().setTimer(PATIENCE.toMillis(), late -> giveUp.run());
                request.addEndHandler(gone -> giveUp.run());
            }
            case REFUSED -> refused.run();
        }
    }

    private static int copies(LargeBody.Kind kind) {
        return kind == null ? SMALL_COPIES : kind == LargeBody.Kind.FILE ? FILE_COPIES : DOCUMENT_COPIES;
    }
}
