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

/** Hits under fire: processes are killed and stopped in the middle of them. {@code -Dkills=10} for more rounds. */
class HitsIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final Map<String, String> SETTINGS = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY,
            "loa.visitor.trusted-proxies", "127.0.0.1,::1", "loa.visitor.network-ceiling", "1000000");

    @TempDir
    Path data;

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    /** Readers who send hits of articles until they are told to stop. */
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

    private void assertNothingIsLostOrMadeUp(Application loa) throws IOException, InterruptedException {
        long stored = sum(loa, "/api/v1/visitors/history", "hits");
        String numbers = "acknowledged " + acknowledged + ", stored " + stored + ", sent " + sent;
        System.out.println("HitsIT: " + numbers);
        assertTrue(acknowledged.get() > 100, numbers);
        assertTrue(acknowledged.get() <= stored && stored <= sent.get(), numbers);
        long views = 0;
        for (String id : articles(loa)) {
            views += sum(loa, "/api/v1/articles/" + id + "/views/history", "views");
        }
        assertEquals(sum(loa, "/api/v1/visitors/history", "views"), views);
    }

    @Test
    void what_was_acknowledged_survives_kill_9_of_the_instance() throws Exception {
        Application.shareProgramsWith(data);
        for (int kill = 0; kill < KILLS; kill++) {
            Application loa = Application.start(data, SETTINGS);
            try (Readers readers = new Readers(loa)) {
                Thread.sleep(2000 + 130L * kill);
                loa.kill();
            }
            try (Application again = Application.start(data, SETTINGS)) {
                assertNothingIsLostOrMadeUp(again);
            }
        }
    }

    @Test
    void what_was_acknowledged_survives_kill_9_of_postgresql() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, SETTINGS)) {
            for (int kill = 0; kill < KILLS; kill++) {
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
        }
    }

    @Test
    void on_sigterm_everything_queued_is_committed_and_answered() throws Exception {
        Application.shareProgramsWith(data);
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("quarkus.shutdown.delay", "1S");
        Application loa = Application.start(data, settings);
        try (Readers readers = new Readers(loa)) {
            Thread.sleep(1000);
            loa.terminate();
        }
        assertFalse(loa.log().contains("ERROR"), loa.log());
        try (Application again = Application.start(data, SETTINGS)) {
            assertNothingIsLostOrMadeUp(again);
            assertEquals(acknowledged.get(), sum(again, "/api/v1/visitors/history", "hits"));
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
