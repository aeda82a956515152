package vn.loa.changes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** A receiver of messages: a server of the JDK, which answers as a test says. */
final class Receiver implements AutoCloseable {

    /** Longer than anything takes that ends. */
    private static final long PATIENCE_MILLIS = 30_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A message that came. */
    record Received(String id, long timestamp, String signatures, byte[] body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return json().path("type").asText();
        }

        String slug() {
            return json().at("/data/slug").asText();
        }
    }

    /** What it does with the message of this number, from 0. */
    interface Behaviour {
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    private Receiver(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    static Receiver that(Behaviour behaviour) {
        return new Receiver(behaviour);
    }

    static Receiver answering(int status) {
        return new Receiver(with(status));
    }

    static Behaviour with(int status) {
        return (exchange, number) -> exchange.sendResponseHeaders(status, -1);
    }

    void nowAnswers(int status) {
        behaviour = with(status);
    }

    void now(Behaviour other) {
        behaviour = other;
    }

    private void receive(HttpExchange exchange) throws IOException {
        int number;
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (received) {
            number = received.size();
            received.add(new Received(exchange.getRequestHeaders().getFirst("webhook-id"),
                    Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                    exchange.getRequestHeaders().getFirst("webhook-signature"), body));
        }
        try {
            behaviour.answer(exchange, number);
        } finally {
            exchange.close();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?secret=in-the-address";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> await(int messages) {
        until(() -> received.size() >= messages, messages + " messages at a receiver");
        return received();
    }

    void assertSlugs(String... slugs) {
        await(slugs.length);
        assertEquals(List.of(slugs), received().stream().map(Received::slug).toList());
    }

    static void until(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain for " + what);
            try {
                Thread.sleep(20);
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
