package vn.loa.http.body;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.Arrays;
import java.util.function.Consumer;
import vn.loa.http.LimitsConfig;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Reads one body on the event loop, as bytes. It refuses the body as soon as that is longer than it may be, takes more
 * memory than there is, or comes too slowly.
 */
public final class BodyReader {

    private static final int FIRST_PIECE = 64 * 1024;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final BodyMemory.Reservation memory;
    private final long limit;
    private final int announced;
    private final Consumer<Problem> refused;
    private final Runnable read;
    private final Runnable ended;
    private final Context eventLoop = Vertx.currentContext();
    private final long begunAt = System.nanoTime();
    private long windowBegunAt = begunAt;
    private byte[] bytes;
    private int length;
    private int lengthBefore;
    private boolean over;

    /**
     * @param announced the length in the headers; 0 when they have none
     * @param read runs when the body has come
     * @param refused runs when it is not read further; its problem is null when the caller went away
     * @param ended runs in either case, before the other
     */
    public BodyReader(RoutingContext context, long limit, int announced, Runnable read, Consumer<Problem> refused, Runnable ended) {
        this.context = context;
        this.request = context.request();
        this.memory = BodyMemory.reservationOf(context);
        this.limit = limit;
        this.announced = announced;
        this.read = read;
        this.refused = refused;
        this.ended = ended;
        this.bytes = new byte[Math.min(announced, FIRST_PIECE)];
    }

    public void start() {
        // An HTTP/1.0 client does not know status 100 (RFC 9110, section 10.1.1).
        if (request.version() != HttpVersion.HTTP_1_0 && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        if (request.isEnded()) {
            end();
            return;
        }
        request.exceptionHandler(this::broken).handler(this::add).endHandler(all -> end());
        // Quarkus has paused the request.
        request.resume();
    }

    private void add(Buffer part) {
        if (over) {
            return;
        }
        int longer = length + part.length();
        if (longer > limit) {
            refuse(tooLarge(limit));
        } else if (!memory.growTo(longer)) {
            refuse(BodyMemory.BUSY);
        } else {
            makeRoom(longer);
            part.getBytes(bytes, length);
            length = longer;
        }
    }

    /** Doubles the array, but never beyond the announced length. */
    private void makeRoom(int needed) {
        if (needed > bytes.length) {
            int doubled = Math.max(needed, bytes.length * 2);
            bytes = Arrays.copyOf(bytes, needed <= announced ? Math.min(doubled, announced) : doubled);
        }
    }

    private void end() {
        if (!over) {
            over = true;
            ended.run();
            // An empty body is set, too: Quarkus REST would wait for it otherwise.
            ((RoutingContextInternal) context).setBody(Buffer.buffer(Unpooled.wrappedBuffer(bytes, 0, length)));
            bytes = null;
            read.run();
        }
    }

    private void broken(Throwable failure) {
        if (!over) {
            refuse(RequestBody.isMalformed(failure) ? RequestBody.MALFORMED : null);
        }
    }

    private void refuse(Problem problem) {
        over = true;
        bytes = null;
        ended.run();
        refused.accept(problem);
    }

    /** {@link BodyPace} calls this now and then, on another thread. */
    void check(long now, LimitsConfig limits) {
        if (now - begunAt >= limits.bodyWindow().toNanos()) {
            eventLoop.runOnContext(then -> refuseIfSlow(now, limits));
        }
    }

    private void refuseIfSlow(long now, LimitsConfig limits) {
        if (over) {
            return;
        }
        boolean windowIsOver = now - windowBegunAt >= limits.bodyWindow().toNanos();
        if (now - begunAt >= limits.bodyDeadline().toNanos()
                || windowIsOver && length - lengthBefore < limits.bodyPace().asLongValue()) {
            refuse(Problem.of(ProblemType.REQUEST_TIMEOUT, "The body came too slowly: " + length + " bytes have come."));
        } else if (windowIsOver) {
            windowBegunAt = now;
            lengthBefore = length;
        }
    }

    public static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The body is larger than " + limit + " bytes.");
    }
}
