package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cache in front of Loa, like a CDN: it stores responses and purges those with the tags that the log of changes
 * names.
 */
final class OutsideCache {

    /** The parts of a response by which a client could distinguish it from another one. */
    record Kept(int status, String body, String location, String type, Set<String> tags) {

        String shown() {
            return status + " " + location + " " + type + "\n" + body;
        }
    }

    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Kept> kept = new TreeMap<>();
    private String cursor = "now";

    /** Requests every URI that is not stored. Each cacheable response must have tags. */
    void fill(Collection<String> addresses) {
        for (String address : addresses) {
            if (!kept.containsKey(address)) {
                HttpResponse<String> answer = get(address);
                if (answer.headers().firstValue("Cache-Control").orElse("").startsWith("public")) {
                    Kept fresh = kept(answer);
                    assertTrue(!fresh.tags().isEmpty(), address + " is tagged");
                    kept.put(address, fresh);
                }
            }
        }
    }

    /** Purges by the changes since the last call. */
    void purge() {
        JsonNode log = json(get("/api/v1/changes?size=100&since=" + cursor).body());
        cursor = log.get("nextCursor").asText();
        Set<String> stale = new HashSet<>();
        for (String of : List.of("items", "categories")) {
            log.get(of).forEach(change -> change.get("purge").forEach(tag -> stale.add(tag.asText())));
        }
        kept.values().removeIf(answer -> answer.tags().stream().anyMatch(stale::contains));
    }

    /** Requires that each stored response equals Loa's present one. */
    void assertTrueToLoa(String when) {
        kept.forEach((address, answer) -> assertEquals(kept(get(address)).shown(), answer.shown(), when + ": " + address));
    }

    int size() {
        return kept.size();
    }

    Kept find(String address) {
        return kept.get(address);
    }

    private static Kept kept(HttpResponse<String> answer) {
        return new Kept(answer.statusCode(), answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", ""),
                answer.headers().firstValue("Location").orElse(null), answer.headers().firstValue("Content-Type").orElse(null),
                Set.copyOf(List.of(answer.headers().firstValue("Cache-Tag").orElse("").split(" "))));
    }

    private HttpResponse<String> get(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .header("Cache-Control", "no-cache").build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
