package vn.loa.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A server of the JDK, on the loopback address, that receives what Loa sends by itself. */
public abstract class HttpReceiver implements AutoCloseable {

    /** Longer than anything takes that ends. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    protected HttpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        // Nobody knows the port before the receiver is made.
        server.start();
    }

    /** Each request in a thread of its own. */
    protected abstract void receive(HttpExchange exchange) throws IOException;

    protected final String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for what happens in another thread. */
    public static void until(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
