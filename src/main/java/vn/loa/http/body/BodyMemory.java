package vn.loa.http.body;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import vn.loa.http.LimitsConfig;
import vn.loa.http.Operations;
import vn.loa.http.client.CallerAddress;
import vn.loa.http.client.RequestEnd;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Limits the memory that all request bodies take together, from their first byte until their request has ended. Small
 * bodies, which callers without a key may send, too, have a pool of their own, so that small and large ones do not wait for
 * each other. A large body that has to wait is not read meanwhile: it waits on the network, where it takes no memory.
 */
@ApplicationScoped
public class BodyMemory {

    /** A body of at most this announced length is small, also a document, but no public text. Nearly all bodies are. */
    private static final long SMALL = 64 * 1024;
    /** All bodies may take this fraction of the heap, unless {@link LimitsConfig#bodies()} is set. */
    private static final int FRACTION_OF_HEAP = 4;
    /** The fraction of it that is set aside for small bodies. */
    private static final int FRACTION_OF_SMALL = 4;
    /** A file is in memory as the bytes read, the array that is stored, and the copies of the JDBC driver and of Hibernate. */
    private static final int FILE_COPIES = 4;
    /**
     * JSON or a page is in memory as the bytes read, the array that is parsed, the tree, and the objects made of it. Dense
     * JSON makes a tree of 20 times its size, an article one of 3.
     * What is found in the text and stored is counted by {@code AnswerBudget}.
     */
    private static final int DOCUMENT_COPIES = 8;
    /** The tree of a form lives for a moment only. */
    private static final int SMALL_COPIES = 2;
    /** The least that a body takes, because of the request around it. */
    private static final long LEAST = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Each waiting body holds the bytes that came before its connection was paused: at most 128 kB. */
    private static final int MOST_WAITING = 64;

    public static final Problem BUSY = Problem.of(ProblemType.UNAVAILABLE, "Other bodies are being read. Try again later.");

    private static final String KEY = BodyMemory.class.getName();

    /** The memory of one body. */
    public static final class Reservation {

        private final MemoryPool pool;
        private final Object client;
        private final int copies;
        private long bytes;
        /** The timer that ends its wait; -1 is the id of none. */
        private long timer = -1;
        private boolean passedOn;
        private boolean released;

        private Reservation(MemoryPool pool, Object client, int copies, long length) {
            this.pool = pool;
            this.client = client;
            this.copies = copies;
            this.bytes = Math.max(LEAST, length * copies);
        }

        /** Reserves more for a body of unannounced length that has grown to this one. False when the pool has not so much. */
        synchronized boolean growTo(long length) {
            long more = length * copies - bytes;
            if (more <= 0) {
                return true;
            }
            // At least doubles the reservation, because every part of a body asks for more.
            more = Math.max(more, bytes);
            if (released || !pool.takeMore(client, bytes, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        /** From now on the end of the resource releases the memory, and no longer the end of the request. */
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
        long whole = limits.bodies().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / FRACTION_OF_HEAP);
        small = new MemoryPool(whole / FRACTION_OF_SMALL, 0);
        large = new MemoryPool(whole - whole / FRACTION_OF_SMALL, MOST_WAITING);
        this.addresses = addresses;
        this.registry = registry;
    }

    /** Registers the gauge at the start, so that it is there before the first body. */
    void start(@Observes StartupEvent start) {
        Gauge.builder("loa.bodies.memory", () -> small.taken() + large.taken()).baseUnit("bytes")
                .description("Memory that is set aside for request bodies").register(registry);
    }

    /** The memory of the request's body; null when it has no body. */
    public static Reservation reservationOf(RoutingContext request) {
        return request.get(KEY);
    }

    /**
     * Reserves memory until the request has ended.
     *
     * @param length of the body; where it is not announced, the bytes that may come before more is reserved
     * @param granted runs when the memory is reserved, at once or after a wait
     * @param refused runs when it did not become free in time
     */
    public void reserve(RoutingContext request, Operations.Operation operation, long length, Runnable granted, Runnable refused) {
        Context eventLoop = request.vertx().getOrCreateContext();
        LargeBody.Kind kind = operation.kind(request.request().getHeader(HttpHeaders.CONTENT_TYPE));
        boolean isSmall = !operation.readsPublicText() && (kind == null
                || length <= SMALL && !RequestBody.isChunked(request.request()));
        MemoryPool pool = isSmall ? small : large;
        Reservation reservation = new Reservation(pool, addresses.client(request.request()),
                operation.readsPublicText() ? DOCUMENT_COPIES : copies(kind), length);
        request.put(KEY, reservation);
        Runnable start = () -> {
            // A running timer would keep the request, and with it the body, in memory.
            request.vertx().cancelTimer(reservation.timer);
            if (request.response().closed()) {
                reservation.release();
                refused.run();
            } else {
                RequestEnd.of(request, reservation::releaseUnlessPassedOn);
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
                RequestEnd.of(request, giveUp);
            }
            case REFUSED -> refused.run();
        }
    }

    private static int copies(LargeBody.Kind kind) {
        return kind == null ? SMALL_COPIES : kind == LargeBody.Kind.FILE ? FILE_COPIES : DOCUMENT_COPIES;
    }
}
