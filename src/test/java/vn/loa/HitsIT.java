package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/** Hits are sent while processes are killed and stopped. {@code -Dkills=10} repeats that. */
class HitsIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final Map<String, String> SETTINGS = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY,
            "loa.visitor.trusted-proxies", "127.0.0.1,::1", "loa.visitor.network-ceiling", "1000000");
    private static final Map<String, String> STOPPING_SLOWLY = new HashMap<>(SETTINGS);
    private static final String HISTORY = "/api/v1/visitors/history";

    static {
        STOPPING_SLOWLY.put("quarkus.shutdown.delay", "1S");
    }

    @TempDir
    Path data;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    /** The stored hits at the last check. */
    private long storedBefore;

    /** Clients that send hits of articles until they are closed. */
    private final class Readers implements AutoCloseable {
        private static final int READERS = 32;

        private final HttpClient http = HttpClient.newHttpClient();
        private final ExecutorService threads = Executors.newFixedThreadPool(READERS);
        private final URI hits;
        private final List<String> articles;
        private volatile boolean stop;

        Readers(Application loa) throws InterruptedException {
            hits = URI.create("http://localhost:" + loa.port() + "/api/v1/hits");
            articles = articles(loa);
            for (int n = 0; n < READERS; n++) {
                threads.submit(this::read);
            }
        }

        private void read() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            while (!stop) {
                String body = "{\"articleId\":\"" + articles.get(random.nextInt(articles.size())) + "\"}";
                HttpRequest hit = HttpRequest.newBuilder(hits).header("Content-Type", "application/json")
                        .header("User-Agent", "Firefox")
                        .header("X-Forwarded-For", "100.64." + random.nextInt(256) + "." + random.nextInt(256))
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build();
                sent.incrementAndGet();
                try {
                    if (http.send(hit, HttpResponse.BodyHandlers.discarding()).statusCode() == 204) {
                        acknowledged.incrementAndGet();
                    }
                } catch (IOException killed) {
                    // not acknowledged
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            stop = true;
            threads.shutdown();
            assertTrue(threads.awaitTermination(40, TimeUnit.SECONDS));
        }
    }

    private static List<String> articles(Application loa) {
        List<String> ids = new ArrayList<>();
        loa.getJson("/api/v1/articles").path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static long sum(Application loa, String history, String column) throws IOException, InterruptedException {
        // Readiness is asked of one connection. After a kill of PostgreSQL the pool may hand out a broken one once more: 503.
        HttpResponse<String> answer = loa.get(history);
        for (int tries = 0; tries < 100 && answer.statusCode() == 503; tries++) {
            Thread.sleep(100);
            answer = loa.get(history);
        }
        assertEquals(200, answer.statusCode(), answer.body());
        long sum = 0;
        for (JsonNode day : new ObjectMapper().readTree(answer.body()).path("items")) {
            sum += day.path(column).asLong();
        }
        return sum;
    }

    /** Checks the hits since the last check. Returns how many hits were stored and not acknowledged. */
    private long assertNothingIsLostOrMadeUp(Application loa) throws IOException, InterruptedException {
        long storedInAll = sum(loa, HISTORY, "hits");
        long stored = storedInAll - storedBefore;
        storedBefore = storedInAll;
        long acknowledgedSince = acknowledged.getAndSet(0);
        long sentSince = sent.getAndSet(0);
        String numbers = "acknowledged " + acknowledgedSince + ", stored " + stored + ", sent " + sentSince;
        System.out.println("HitsIT: " + numbers);
        assertTrue(acknowledgedSince > 100, numbers);
        assertTrue(acknowledgedSince <= stored && stored <= sentSince, numbers);
        long views = 0;
        for (String id : articles(loa)) {
            views += sum(loa, "/api/v1/articles/" + id + "/views/history", "views");
        }
        assertEquals(sum(loa, HISTORY, "views"), views);
        return stored - acknowledgedSince;
    }

    /** One test for all steps on one data directory, because a start takes longer than the checks after it. */
    @Test
    void what_was_acknowledged_survives_kills_and_a_stop() throws Exception {
        Application.shareProgramsWith(data);
        for (int kill = 0; kill < KILLS; kill++) {
            try (Application loa = Application.start(data, SETTINGS)) {
                what_was_acknowledged_survives_kill_9_of_postgresql(loa, kill);
                try (Readers readers = new Readers(loa)) {
                    Thread.sleep(2000 + 130L * kill);
                    loa.kill();
                }
            }
            try (Application again = Application.start(data, STOPPING_SLOWLY)) {
                assertNothingIsLostOrMadeUp(again);
                on_sigterm_everything_queued_is_committed_and_answered(again);
            }
        }
    }

    private void what_was_acknowledged_survives_kill_9_of_postgresql(Application loa, int kill) throws Exception {
        try (Readers readers = new Readers(loa)) {
            Thread.sleep(2000 + 130L * kill);
            long server = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            Thread.sleep(500);
            loa.awaitReady();
            Thread.sleep(500);
        }
        assertNothingIsLostOrMadeUp(loa);
    }

    private void on_sigterm_everything_queued_is_committed_and_answered(Application loa) throws Exception {
        try (Readers readers = new Readers(loa)) {
            Thread.sleep(1000);
            loa.terminate();
        }
        assertFalse(loa.log().contains("ERROR"), loa.log());
        try (Application again = Application.start(data, SETTINGS)) {
            assertEquals(0, assertNothingIsLostOrMadeUp(again));
        }
    }

    @Test
    void without_the_database_the_last_counters_are_shown_and_hits_are_refused() throws Exception {
        try (EmbeddedPostgres operators = TestDatabase.start("hits-postgres");
                Application loa = Application.start(data, Map.of(
                        "quarkus.datasource.jdbc.url", operators.getJdbcUrl("postgres", "postgres"),
                        "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY))) {
            assertEquals(204, loa.post("/api/v1/hits", new byte[0], "User-Agent", "Firefox").statusCode());
            // A second later at most; the machine may be busy.
            for (int n = 0; n < 100 && loa.getJson("/api/v1/visitors").path("today").asInt() == 0; n++) {
                Thread.sleep(100);
            }
            operators.close();
            HttpResponse<String> refused = loa.post("/api/v1/hits", new byte[0], "User-Agent", "Firefox");
            assertEquals(503, refused.statusCode(), refused.body());
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            JsonNode counters = loa.getJson("/api/v1/visitors");
            assertEquals(1, counters.path("today").asInt(), counters.toString());
            Thread.sleep(1500);
            assertEquals(counters.path("asOf").asText(), loa.getJson("/api/v1/visitors").path("asOf").asText());
        }
    }
}
