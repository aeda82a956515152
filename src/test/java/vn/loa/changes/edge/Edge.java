package vn.loa.changes.edge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import vn.loa.support.HttpReceiver;

/**
 * A cache that takes purges as Varnish, Fastly and Cloudflare document it, and refuses what is beyond their limits with 400. It keeps
 * nothing; it remembers what was purged.
 */
final class Edge extends HttpReceiver {

    static final String TOKEN = "the-token-of-the-tests";
    /** As it is in what was purged. */
    static final String EVERYTHING = "*";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The status of its answer to the request of this number, from 0, that is within the limits; 0 when it has answered by itself. */
    interface Behaviour {
        int answer(HttpExchange exchange, int number) throws IOException;
    }

    private final List<List<String>> purged = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Behaviour behaviour = with(200);

    static Behaviour with(int status) {
        return (exchange, number) -> status;
    }

    void now(Behaviour other) {
        behaviour = other;
    }

    String url() {
        return origin();
    }

    /** The target as an operator sets it. */
    Target as(String kind) {
        return Targets.of(config(switch (kind) {
            case "varnish" -> Map.of("loa.edge.varnish", url() + "/varnish");
            case "fastly" -> Map.of("loa.edge.fastly", url() + "/service/abc", "loa.edge.fastly-token", TOKEN);
            case "cloudflare" -> Map.of("loa.edge.cloudflare", url() + "/client/v4/zones/abc", "loa.edge.cloudflare-token", TOKEN);
            default -> Map.of("loa.edge.template-url", url() + "/template?tags={tags}", "loa.edge.template-all-url", url() + "/template?tags=*",
                    "loa.edge.template-method", "DELETE", "loa.edge.template-headers", "X-Key: " + TOKEN + ",X-Tags: {tags}\\,end",
                    "loa.edge.template-separator", ",", "loa.edge.template-tags", "3");
        })).get(0);
    }

    static EdgeConfig config(Map<String, String> given) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(EdgeConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100)).build().getConfigMapping(EdgeConfig.class);
    }

    @Override
    protected void receive(HttpExchange exchange) throws IOException {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        int status = 400;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            List<String> tags;
            try {
                tags = tags(exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
            } catch (IOException | AssertionError e) {
                refused.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + e.getMessage());
                return;
            }
            status = behaviour.answer(exchange, asked.getAndIncrement());
            if (status == 200) {
                purged.add(tags);
            }
        } finally {
            // Before the answer: the next request may come at once.
            inFlight.decrementAndGet();
            if (status > 0) {
                exchange.sendResponseHeaders(status, -1);
            }
            exchange.close();
        }
    }

    private static List<String> tags(String method, String path, Headers headers, String body) throws IOException {
        if (path.equals("/varnish")) {
            assertTrue(method.equals("PURGE"), method);
            String tags = headers.getFirst("Cache-Tag");
            // http_req_hdr_len
            assertTrue("Cache-Tag: ".length() + tags.length() < 8192, "a header of " + tags.length());
            return List.of(tags.split(" "));
        }
        if (path.startsWith("/service/abc/purge")) {
            assertTrue(method.equals("POST") && TOKEN.equals(headers.getFirst("Fastly-Key")), method);
            List<String> tags = path.equals("/service/abc/purge_all") ? List.of(EVERYTHING) : texts(JSON.readTree(body).path("surrogate_keys"));
            assertTrue(!tags.isEmpty() && tags.size() <= 256, tags.size() + " keys");
            return tags;
        }
        if (path.equals("/client/v4/zones/abc/purge_cache")) {
            assertTrue(method.equals("POST") && ("Bearer " + TOKEN).equals(headers.getFirst("Authorization"))
                    && "application/json".equals(headers.getFirst("Content-Type")), method);
            JsonNode json = JSON.readTree(body);
            List<String> tags = json.path("purge_everything").asBoolean() ? List.of(EVERYTHING) : texts(json.path("tags"));
            assertTrue(!tags.isEmpty() && tags.size() <= 100, tags.size() + " tags");
            return tags;
        }
        assertTrue(path.startsWith("/template?tags=") && method.equals("DELETE") && TOKEN.equals(headers.getFirst("X-Key")), method + path);
        String tags = path.substring("/template?tags=".length());
        assertTrue(tags.equals(EVERYTHING) || (tags + ",end").equals(headers.getFirst("X-Tags")), headers.getFirst("X-Tags"));
        return List.of(tags.split(","));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The tags of each request that was answered with success, in order. */
    List<List<String>> purged() {
        return List.copyOf(purged);
    }

    /** How many requests have purged a tag. */
    long times(String tag) {
        return purged.stream().filter(tags -> tags.contains(tag)).count();
    }

    int asked() {
        return asked.get();
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    List<String> refused() {
        return List.copyOf(refused);
    }
}
