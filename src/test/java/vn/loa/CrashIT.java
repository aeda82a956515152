package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/**
 * The packaged application and its database, killed at bad moments: nothing that was acknowledged is lost.
 * {@code -Dkills=10} for more rounds.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);

    private static final Map<String, String> KEY = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY);

    /** The counters that are shown are a second old. */
    private static final long SNAPSHOT_MILLIS = 1500;
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Loa is killed when so many articles are published, however fast the machine is. */
    private static final int STORM = 24;

    @TempDir
    Path data;

    /** The one that runs when the storm begins. */
    private Application started;

    @AfterEach
    void stop() throws InterruptedException {
        if (started != null) {
            started.close();
        }
    }

    /** One test for all steps on one data directory, because a start takes longer than the checks after it. */
    @Test
    void nothing_acknowledged_is_lost_in_a_life_full_of_kills() throws Exception {
        a_kill_in_the_middle_of_the_first_start_does_no_harm();
        everything_acknowledged_and_planned_survives_kill_9_and_an_immediate_restart();
        a_kill_in_the_middle_of_a_publishing_storm_loses_nothing_and_leaves_nothing_half_done();
        assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
    }

    private void a_kill_in_the_middle_of_the_first_start_does_no_harm() throws Exception {
        for (long moment : List.of(600L, 1800L, 3500L)) {
            try (Application loa = Application.launch(data, KEY)) {
                Thread.sleep(moment);
                loa.kill();
            }
        }
    }

    private void everything_acknowledged_and_planned_survives_kill_9_and_an_immediate_restart() throws Exception {
        String articles;
        String visitors;
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(6, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
            assertEquals(201, loa.post("/api/v1/imports?publish=true&visitors=true", Pages.read("canonical.txt"),
                    "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "text/plain").statusCode());
            for (int n = 0; n < 5; n++) {
                assertEquals(204, loa.post("/api/v1/hits", new byte[0], "User-Agent", "visitor " + n).statusCode());
            }
            articles = articles(loa);
            visitors = loa.getJson("/api/v1/visitors").path("total").asText();
            // The counters are read from a snapshot, which a busy machine takes late.
            for (int n = 0; n < 20 && !visitors.equals("1519382"); n++) {
                Thread.sleep(SNAPSHOT_MILLIS);
                visitors = loa.getJson("/api/v1/visitors").path("total").asText();
            }
            loa.kill();
        }
        String planned = "";
        for (int restart = 0; restart < KILLS; restart++) {
            try (Application loa = Application.start(data, KEY)) {
                assertEquals(articles, articles(loa));
                assertEquals("1519382", visitors);
                assertEquals(visitors, loa.getJson("/api/v1/visitors").path("total").asText());
                if (restart == KILLS - 1) {
                    planned = plannedForSoon(loa);
                }
                loa.kill();
            }
        }
        Thread.sleep(SOON.toMillis());
        started = Application.start(data, KEY);
        // The planned time passed while no instance ran.
        started.awaitLog("Scheduled publish of article " + planned + " done");
        assertEquals(200, started.get("/api/v1/articles/" + planned).statusCode());
        the_embedded_database_is_started_again_when_it_is_killed(started);
    }

    /** The list, without the port in the addresses of pictures: each start gets another one. */
    private static String articles(Application loa) throws InterruptedException {
        return loa.get("/api/v1/articles").body().replaceAll("localhost:[0-9]+", "localhost");
    }

    private static String plannedForSoon(Application loa) throws InterruptedException {
        String id = json(create(loa, "plan")).path("id").asText();
        String plan = "{\"articleId\": \"" + id + "\", \"action\": \"publish\", \"at\": \"" + Instant.now().plus(SOON) + "\"}";
        assertEquals(201, loa.send("POST", "/api/v1/schedules", plan.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json").statusCode());
        return id;
    }

    private void the_embedded_database_is_started_again_when_it_is_killed(Application loa) throws Exception {
        String articles = articles(loa);
        long server = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
        ProcessHandle.of(server).orElseThrow().destroyForcibly();
        loa.awaitLog("starting it again");
        loa.awaitReady();
        assertEquals(articles, articles(loa));
        assertEquals(204, loa.post("/api/v1/hits", new byte[0], "User-Agent", "visitor").statusCode());
    }

    private void a_kill_in_the_middle_of_a_publishing_storm_loses_nothing_and_leaves_nothing_half_done() throws Exception {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        Map<String, String> created = new ConcurrentHashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int round = kill;
            Application loa = kill == 0 ? started : Application.start(data, KEY);
            ExecutorService publishers = Executors.newFixedThreadPool(6);
            for (int n = 0; n < 6; n++) {
                int publisher = n;
                publishers.submit(() -> {
                    for (int article = 0; ; article++) {
                        publishTwice(loa, round + "-" + publisher + "-" + article, acknowledged, created);
                    }
                });
            }
            for (int wait = 0; acknowledged.size() < STORM * (kill + 1) && wait < 600; wait++) {
                Thread.sleep(100);
            }
            loa.kill();
            publishers.shutdownNow();
            assertTrue(publishers.awaitTermination(20, TimeUnit.SECONDS));
        }
        try (Application loa = Application.start(data, KEY)) {
            assertTrue(acknowledged.size() > 20, "a storm: " + acknowledged.size());
            for (Map.Entry<String, Integer> article : acknowledged.entrySet()) {
                JsonNode text = loa.getJson("/api/v1/articles/" + article.getKey() + "?include=sections,citations");
                int revision = text.path("revision").asInt();
                assertTrue(revision >= article.getValue(), text.toString());
                assertWhole(loa, article.getKey(), revision);
            }
            // A creation whose answer was lost is repeated, not doubled.
            for (Map.Entry<String, String> request : created.entrySet()) {
                HttpResponse<String> again = create(loa, request.getKey());
                assertEquals(201, again.statusCode(), again.body());
                assertEquals(request.getValue(), json(again).path("id").asText());
            }
            JsonNode list = loa.getJson("/api/v1/articles?size=100");
            for (JsonNode item : list.path("items")) {
                assertWhole(loa, item.path("id").asText(), item.path("revision").asInt());
            }
        }
    }

    /** Each revision has all of its three sections, each of them with its citation. */
    private static void assertWhole(Application loa, String id, int revisions) throws Exception {
        for (int n = 1; n <= revisions; n++) {
            JsonNode text = loa.getJson("/api/v1/articles/" + id + "/revisions/" + n + "?include=sections");
            if (text.path("byline").asText().equals("storm")) {
                assertEquals(3, text.path("sections").size(), text.toString());
                text.path("sections").forEach(section -> assertEquals(1, section.path("citations").size(), text.toString()));
            }
        }
    }

    private static void publishTwice(Application loa, String name, Map<String, Integer> acknowledged,
            Map<String, String> created) {
        try {
            HttpResponse<String> made = create(loa, name);
            if (made.statusCode() != 201) {
                return;
            }
            String id = json(made).path("id").asText();
            created.put(name, id);
            for (int revision = 1; revision <= 2; revision++) {
                if (revision == 2) {
                    send(loa, "PATCH", "/draft", id, "application/merge-patch+json", "{\"summary\":\"lần 2\"}");
                }
                if (send(loa, "POST", "/publish", id, "application/json", "{}").statusCode() == 200) {
                    acknowledged.put(id, revision);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(Application loa, String method, String part, String id, String type, String body)
            throws InterruptedException {
        return loa.send(method, "/api/v1/articles/" + id + part, body.getBytes(StandardCharsets.UTF_8), "If-Match", "*",
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", type);
    }

    private static HttpResponse<String> create(Application loa, String name) throws InterruptedException {
        String section = "{\"paragraphs\": [{\"text\": \"Theo Nghị định số 30/2020/NĐ-CP.\"}], \"number\": ";
        String content = "{\"title\": \"Bão " + name + "\", \"byline\": \"storm\", \"directive\": {\"type\": \"Chỉ thị\"}, "
                + "\"sections\": [" + section + "\"1\"}, " + section + "\"2\"}, " + section + "\"3\"}]}";
        return loa.send("POST", "/api/v1/articles", content.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", name,
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An initdb that outlives its killed parent must not delete the cluster that the next start makes in the same directory. */
    @Test
    void a_kill_while_the_cluster_is_made_does_no_harm() throws Exception {
        Application.shareProgramsWith(data);
        ProcessHandle initdb;
        try (Application loa = Application.launch(data, KEY)) {
            initdb = loa.awaitChild(child -> Files.exists(data.resolve("postgres/PG_VERSION"))
                    && child.info().command().map(c -> c.endsWith("/initdb")).orElse(false));
            signal("-STOP", initdb);
            loa.kill();
        }
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(6, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
            signal("-CONT", initdb);
            initdb.onExit().get(20, TimeUnit.SECONDS);
            loa.kill();
        }
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(6, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
        }
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    }
}
