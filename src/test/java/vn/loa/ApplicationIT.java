package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** The packaged application as its own process: started, killed, started again. */
class ApplicationIT {

    private static final Map<String, String> KEY = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY);

    /** The counters that are shown are a second old. */
    private static final long SNAPSHOT_MILLIS = 1500;

    @TempDir
    Path data;

    @Test
    void a_newcomer_sees_sample_content_and_where_everything_is() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, Map.of())) {
            JsonNode articles = loa.getJson("/api/v1/articles");
            assertTrue(articles.path("page").path("totalItems").asInt() >= 5, articles.toString());
            long directives = stream(articles.path("items")).filter(item -> item.path("directive").isObject()).count();
            assertTrue(directives >= 3, directives + " directives");
            assertTrue(stream(articles.path("items")).anyMatch(item -> loa.getJson(
                            "/api/v1/articles/" + item.path("id").asText() + "/citations").toString().contains("\"resolved\"")),
                    "citations lead from one sample article to another");
            Thread.sleep(SNAPSHOT_MILLIS);
            assertTrue(loa.getJson("/api/v1/visitors").path("total").asLong() > 0);
            for (String place : List.of("/api/v1/articles", "/api/v1/openapi", "/q/swagger-ui", data.toString())) {
                assertTrue(loa.log().contains(place), place + " is in the log");
            }
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Test
    void everything_acknowledged_survives_kill_9_and_an_immediate_restart() throws Exception {
        Application.shareProgramsWith(data);
        String articles;
        String visitors;
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(201, loa.post("/api/v1/imports?publish=true&visitors=true", Pages.read("canonical.txt"),
                    "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "text/plain").statusCode());
            for (int n = 0; n < 5; n++) {
                assertEquals(204, loa.post("/api/v1/visits", new byte[0], "User-Agent", "visitor " + n).statusCode());
            }
            articles = loa.get("/api/v1/articles").body();
            visitors = loa.getJson("/api/v1/visitors").path("total").asText();
            // The counters are read from a snapshot, which a busy machine takes late.
            for (int n = 0; n < 20 && !visitors.equals("1519382"); n++) {
                Thread.sleep(SNAPSHOT_MILLIS);
                visitors = loa.getJson("/api/v1/visitors").path("total").asText();
            }
            loa.kill();
        }
        for (int restart = 0; restart < 3; restart++) {
            try (Application loa = Application.start(data, KEY)) {
                assertEquals(articles, loa.get("/api/v1/articles").body());
                assertEquals("1519382", visitors);
                assertEquals(visitors, loa.getJson("/api/v1/visitors").path("total").asText());
                loa.kill();
            }
        }
    }

    @Test
    void a_kill_in_the_middle_of_a_publishing_storm_loses_nothing_and_leaves_nothing_half_done() throws Exception {
        Application.shareProgramsWith(data);
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        Map<String, String> created = new ConcurrentHashMap<>();
        for (int kill = 0; kill < 2; kill++) {
            int round = kill;
            Application loa = Application.start(data, KEY);
            ExecutorService publishers = Executors.newFixedThreadPool(6);
            for (int n = 0; n < 6; n++) {
                int publisher = n;
                publishers.submit(() -> {
                    for (int article = 0; ; article++) {
                        publishTwice(loa, round + "-" + publisher + "-" + article, acknowledged, created);
                    }
                });
            }
            Thread.sleep(2500 + 700L * kill);
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

    @Test
    void a_schedule_whose_time_was_slept_through_is_carried_out_after_the_restart() throws Exception {
        Application.shareProgramsWith(data);
        String id;
        try (Application loa = Application.start(data, KEY)) {
            id = json(create(loa, "plan")).path("id").asText();
            String plan = "{\"articleId\": \"" + id + "\", \"action\": \"publish\", \"at\": \""
                    + Instant.now().plusSeconds(2) + "\"}";
            assertEquals(201, loa.send("POST", "/api/v1/schedules", plan.getBytes(StandardCharsets.UTF_8),
                    "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json").statusCode());
            loa.kill();
        }
        Thread.sleep(2000);
        try (Application loa = Application.start(data, KEY)) {
            loa.awaitLog("Scheduled publish of article " + id + " done");
            assertEquals(200, loa.get("/api/v1/articles/" + id).statusCode());
        }
    }

    @Test
    void the_embedded_database_is_started_again_when_it_is_killed() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, KEY)) {
            String articles = loa.get("/api/v1/articles").body();
            long server = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            loa.awaitLog("starting it again");
            loa.awaitReady();
            assertEquals(articles, loa.get("/api/v1/articles").body());
            assertEquals(204, loa.post("/api/v1/visits", new byte[0], "User-Agent", "visitor").statusCode());
        }
        assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
    }

    @Test
    void a_kill_in_the_middle_of_the_first_start_does_no_harm() throws Exception {
        for (long moment : List.of(400L, 900L, 1500L, 2500L, 3500L)) {
            try (Application loa = Application.launch(data, KEY)) {
                Thread.sleep(moment);
                loa.kill();
            }
        }
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(6, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
        }
    }

    @Test
    void the_generated_key_is_shown_once_and_opens() throws Exception {
        Application.shareProgramsWith(data);
        String key;
        try (Application loa = Application.start(data, Map.of())) {
            Matcher shown = Pattern.compile("admin key, shown this once: (loa_[A-Za-z0-9_-]{32})").matcher(loa.log());
            assertTrue(shown.find(), loa.log());
            key = shown.group(1);
        }
        try (Application loa = Application.start(data, Map.of())) {
            assertFalse(loa.log().contains("loa_"), loa.log());
            assertEquals(201, loa.post("/api/v1/imports", Pages.read("canonical.txt"),
                    "Authorization", "Bearer " + key, "Content-Type", "text/plain").statusCode());
        }
        try (Application loa = Application.start(data, KEY)) {
            assertEquals(401, loa.post("/api/v1/imports", Pages.read("wrapped.txt"),
                    "Authorization", "Bearer " + key, "Content-Type", "text/plain").statusCode());
        }
    }

    @Test
    void sigterm_stops_the_application_and_its_database_cleanly() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, KEY)) {
            assertTrue(Files.exists(data.resolve("postgres/postmaster.pid")));
            loa.terminate();
            assertFalse(loa.log().contains("ERROR"), loa.log());
        }
        assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
        assertTrue(Files.readString(data.resolve("postgres.log")).contains("database system is shut down"));
    }

    @Test
    void on_sigterm_running_requests_end_and_new_ones_are_refused() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, KEY); Socket running = new Socket("localhost", loa.port())) {
            running.getOutputStream().write(("POST /api/v1/visits HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            // Answered after the request above has been taken up.
            assertEquals(200, loa.get("/api/v1/visitors").statusCode());
            loa.askToStop();
            HttpResponse<String> refused = loa.get("/api/v1/visitors");
            for (int attempt = 0; refused.statusCode() != 503 && attempt < 100; attempt++) {
                Thread.sleep(20);
                refused = loa.get("/api/v1/visitors");
            }
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("\"code\":\"unavailable\""), refused.body());
            running.getOutputStream().write("}".getBytes(StandardCharsets.UTF_8));
            assertTrue(new String(running.getInputStream().readNBytes(12), StandardCharsets.UTF_8).endsWith("204"));
        }
    }

    @Test
    void the_embedded_database_is_durable_and_asks_for_a_password() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, KEY)) {
            Matcher url = Pattern.compile("jdbc:postgresql://\\S+/loa").matcher(loa.log());
            assertTrue(url.find(), loa.log());
            String password = Files.readString(data.resolve("password")).strip();
            try (Connection connection = DriverManager.getConnection(url.group(), "loa", password)) {
                for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                    ResultSet value = connection.createStatement().executeQuery("show " + setting);
                    value.next();
                    assertEquals("on", value.getString(1), setting);
                }
            }
            for (String role : List.of("loa", "postgres")) {
                assertNotEquals("", assertRefused(url.group(), role));
            }
        }
    }

    private static String assertRefused(String url, String role) {
        return assertThrows(SQLException.class,
                () -> DriverManager.getConnection(url, role, "guessed")).getMessage();
    }

    @Test
    void two_instances_do_not_share_a_data_directory() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, KEY); Application second = Application.launch(data, KEY)) {
            assertNotEquals(0, second.exitCode());
            assertTrue(second.log().contains("Another Loa is using the data"), second.log());
            assertEquals(200, loa.get("/q/health/ready").statusCode());
        }
    }

    @Test
    void an_operators_database_is_used_as_it_is() throws Exception {
        try (EmbeddedPostgres operators = TestDatabase.start("operators-postgres");
                Application loa = Application.start(data, Map.of(
                        "quarkus.datasource.jdbc.url", operators.getJdbcUrl("postgres", "postgres"),
                        "quarkus.datasource.username", "postgres",
                        "loa.admin-key", TestDatabase.ADMIN_KEY))) {
            assertEquals(0, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
            assertEquals(List.of(), names(data), "no embedded database was made");
            assertFalse(loa.log().contains("embedded"), loa.log());

            operators.close();
            assertEquals(200, loa.get("/q/health/live").statusCode());
            assertEquals(503, loa.get("/q/health/ready").statusCode());
            HttpResponse<String> article = loa.get("/api/v1/articles");
            assertEquals(503, article.statusCode(), article.body());
            assertTrue(article.body().contains("\"code\":\"unavailable\""), article.body());
            assertTrue(article.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void sample_content_can_be_left_out_and_asked_for() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, Map.of("loa.sample-content", "false"))) {
            assertEquals(0, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
        }
        try (EmbeddedPostgres operators = TestDatabase.start("operators-postgres");
                Application loa = Application.start(data, Map.of(
                        "quarkus.datasource.jdbc.url", operators.getJdbcUrl("postgres", "postgres"),
                        "quarkus.datasource.username", "postgres",
                        "loa.sample-content", "true"))) {
            assertEquals(6, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
        }
    }

    @Test
    void logs_are_json_when_asked() throws Exception {
        Application.shareProgramsWith(data);
        try (Application loa = Application.start(data, Map.of("quarkus.log.console.json.enabled", "true"))) {
            assertTrue(loa.log().contains("\"loggerName\":\"vn.loa\""), loa.log());
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
