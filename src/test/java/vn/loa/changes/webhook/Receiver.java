package vn.loa.changes.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.loa.support.HttpReceiver;

/** A receiver of messages, which answers as a test says. */
final class Receiver extends HttpReceiver {

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

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour;

    private Receiver(Behaviour behaviour) {
        this.behaviour = behaviour;
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

    @Override
    protected void receive(HttpExchange exchange) throws IOException {
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
        return origin() + "/hook?secret=in-the-address";
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
}
