package vn.loa.changes.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are within what the makers of caches document: {@link Edge} checks it. */
class TargetTest {

    private static final List<String> TAGS = Stream.concat(Stream.of("lists"), IntStream.range(0, 600)
            .mapToObj(n -> "article-" + new UUID(0, n))).toList();

    @ParameterizedTest
    @CsvSource({"varnish, 5", "fastly, 3", "cloudflare, 7", "template, 201"})
    void tags_are_purged_in_as_few_requests_as_the_limits_allow(String kind, int requests) {
        try (Edge edge = new Edge()) {
            Target target = edge.as(kind);
            PurgeClient client = new PurgeClient(Duration.ofSeconds(10), Clock.systemUTC());
            target.calls(TAGS).forEach(call -> assertEquals(200, client.send(call).status()));
            assertEquals(List.of(), edge.refused());
            assertEquals(TAGS, edge.purged().stream().flatMap(List::stream).toList());
            assertEquals(requests, edge.purged().size());
            assertEquals(200, client.send(target.all()).status());
            assertEquals(List.of(Edge.EVERYTHING), edge.purged().get(requests));
        }
    }

    @ParameterizedTest
    @CsvSource({"varnish", "fastly", "cloudflare", "template"})
    void no_tags_need_no_request(String kind) {
        try (Edge edge = new Edge()) {
            assertEquals(List.of(), edge.as(kind).calls(List.of()));
        }
    }

    @Test
    void the_limit_counts_bytes_and_what_stands_between_tags() {
        Target target = new Target("x", new Target.Call("PURGE", "http://localhost/", Map.of("A", Target.TAGS), null), null, ", ", 100, 8);
        assertEquals(List.of("aaa, bbb", "c", "ddddddddddd", "e"), target.calls(List.of("aaa", "bbb", "c", "ddddddddddd", "e")).stream()
                .map(call -> call.headers().get("A")).toList());
    }

    @Test
    void names_have_no_secrets() {
        Target target = Targets.of(Edge.config(Map.of("loa.edge.template-url", "https://edge.example:8443/hook/secret?key=secret&tags={tags}",
                "loa.edge.template-all-url", "https://edge.example/"))).get(0);
        assertEquals("template edge.example:8443", target.name());
        try (Edge edge = new Edge()) {
            for (String kind : List.of("varnish", "fastly", "cloudflare", "template")) {
                assertFalse(edge.as(kind).name().contains(Edge.TOKEN));
            }
        }
    }

    @Test
    void each_varnish_is_a_target_of_its_own() {
        assertEquals(List.of("varnish http://10.0.0.5:6082/", "varnish http://10.0.0.6:6082/"),
                Targets.of(Edge.config(Map.of("loa.edge.varnish", "http://10.0.0.5:6082/,http://10.0.0.6:6082/"))).stream()
                        .map(Target::name).toList());
        assertEquals(List.of(), Targets.of(Edge.config(Map.of())));
    }

    @Test
    void an_answer_that_does_not_end_is_a_failure() throws Exception {
        try (Edge edge = new Edge()) {
            edge.now((exchange, number) -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 0;
            });
            PurgeAnswer answer = new PurgeClient(Duration.ofMillis(500), Clock.systemUTC()).send(edge.as("varnish").all());
            assertEquals("timeout", answer.failure());
            assertTrue(answer.took().compareTo(Duration.ofSeconds(10)) < 0, answer.took().toString());
        }
        assertEquals("not-connected", new PurgeClient(Duration.ofSeconds(5), Clock.systemUTC())
                .send(new Target.Call("PURGE", "http://127.0.0.1:1/", Map.of(), null)).failure());
    }
}
