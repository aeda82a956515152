package vn.loa.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.RawConnection;

class RequestEndTest {

    /** In bytes: more than the buffers of a connection hold. */
    private static final int LARGE = 32 << 20;

    private final Semaphore ends = new Semaphore(0);
    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private RawConnection ask(Handler<RoutingContext> handler) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(handler);
        int port = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().get().actualPort();
        return new RawConnection(URI.create("http://127.0.0.1:" + port)).send(request());
    }

    private static String request() {
        return "GET / HTTP/1.1\r\nHost: test\r\n\r\n";
    }

    /** So often, and no more often than that. */
    private void assertEnds(int times) throws InterruptedException {
        assertEquals(true, ends.tryAcquire(times, 5, TimeUnit.SECONDS));
        Thread.sleep(50);
        assertEquals(0, ends.availablePermits());
    }

    @Test
    void each_answer_on_a_connection_ends_its_own_request() throws Exception {
        try (RawConnection client = ask(context -> {
            RequestEnd.of(context, ends::release);
            context.response().end("here");
        })) {
            client.answer();
            assertEnds(1);
            client.send(request()).answer();
            assertEnds(1);
        }
        assertEquals(0, ends.availablePermits());
    }

    @Test
    void who_asks_after_the_end_on_another_thread_is_told() throws Exception {
        try (RawConnection client = ask(context -> context.response().end("here").onSuccess(sent ->
                new Thread(() -> RequestEnd.of(context, ends::release)).start()))) {
            client.answer();
            assertEnds(1);
        }
    }

    @Test
    void who_asks_between_the_failure_of_a_connection_and_its_end_is_told() throws Exception {
        try (RawConnection client = ask(context -> {
            // This is what netty does when the client has reset the connection.
            ((ConnectionBase) context.request().connection()).channel().pipeline().fireExceptionCaught(new IOException("reset"));
            RequestEnd.of(context, ends::release);
        })) {
            client.answer();
            assertEnds(1);
        }
    }

    @Test
    void a_client_that_does_not_read_is_disconnected() throws Exception {
        try (RawConnection client = ask(context -> {
            RequestEnd.of(context, ends::release);
            context.response().setChunked(true).write(Buffer.buffer(new byte[LARGE]));
            vertx.setTimer(100, late -> RequestEnd.disconnect(context));
        })) {
            assertEnds(1);
        }
    }
}
