package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** The packaged application as its own process: started, configured, stopped. */
class ApplicationIT {

    private static final Map<String, String> KEY = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY);

    /** The counters that are shown are a second old. */
    private static final long SNAPSHOT_MILLIS = 1500;

    @TempDir
    Path data;

    /** One test for all steps on one data directory, because a start takes longer than the checks after it. */
    @Test
    void a_newcomers_data_directory_is_started_stopped_and_started_again() throws Exception {
        Application.shareProgramsWith(data);
        String key;
        try (Application loa = Application.start(data, Map.of())) {
            a_newcomer_sees_sample_content_and_where_everything_is(loa);
            key = the_generated_key_is_shown(loa);
            the_embedded_database_is_durable_and_asks_for_a_password(loa);
            two_instances_do_not_share_a_data_directory(loa);
            sigterm_stops_the_application_and_its_database_cleanly(loa);
        }
        try (Application loa = Application.start(data, Map.of("quarkus.log.console.json.enabled", "true"))) {
            assertTrue(loa.log().contains("\"loggerName\":\"vn.loa\""), "logs are JSON when asked: " + loa.log());
            assertFalse(loa.log().contains("loa_"), "the key is shown once: " + loa.log());
            assertEquals(201, imported(loa, key, "canonical.txt"));
        }
        Map<String, String> settings = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY, "quarkus.shutdown.delay", "2S");
        try (Application loa = Application.start(data, settings)) {
            assertEquals(401, imported(loa, key, "wrapped.txt"), "another key has taken its place");
            on_sigterm_readiness_fails_first_then_nobody_can_connect_and_running_requests_end(loa);
        }
        a_taken_port_is_told_in_one_sentence();
    }

    private void a_newcomer_sees_sample_content_and_where_everything_is(Application loa) throws Exception {
        JsonNode articles = loa.getJson("/api/v1/articles");
        assertTrue(articles.path("page").path("totalItems").asInt() >= 5, articles.toString());
        long directives = stream(articles.path("items")).filter(item -> item.path("directive").isObject()).count();
        assertTrue(directives >= 3, directives + " directives");
        assertTrue(stream(articles.path("items")).anyMatch(item -> loa.getJson(
                        "/api/v1/articles/" + item.path("id").asText() + "/citations").toString().contains("\"resolved\"")),
                "citations lead from one sample article to another");
        String server = "http://localhost:" + loa.port() + "/";
        assertTrue(articles.path("items").path(0).path("picture").path("url").asText().startsWith(server), articles.toString());
        assertTrue(loa.getJson("/api/v1/feeds/articles.json").path("home_page_url").asText().startsWith(server), server);
        Thread.sleep(SNAPSHOT_MILLIS);
        assertTrue(loa.getJson("/api/v1/visitors").path("total").asLong() > 0);
        assertEquals(loa.getJson("/api/v1/openapi.json"), loa.getJson("/q/openapi?format=json"));
        for (String path : List.of("/q/nothing", "/nothing")) {
            HttpResponse<String> nothing = loa.get(path);
            assertEquals(404, nothing.statusCode());
            assertEquals("application/problem+json", nothing.headers().firstValue("Content-Type").orElse(""), path);
        }
        for (String place : List.of("/api/v1/articles", "/api/v1/openapi", "/q/swagger-ui", data.toString())) {
            assertTrue(loa.log().contains(place), place + " is in the log");
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String the_generated_key_is_shown(Application loa) {
        Matcher shown = Pattern.compile("admin key, shown this once: (loa_[A-Za-z0-9_-]{32})").matcher(loa.log());
        assertTrue(shown.find(), loa.log());
        return shown.group(1);
    }

    /** The status that the import of a page with this key is answered with. */
    private static int imported(Application loa, String key, String page) throws Exception {
        return loa.post("/api/v1/imports", Pages.read(page), "Authorization", "Bearer " + key, "Content-Type", "text/plain")
                .statusCode();
    }

    private void sigterm_stops_the_application_and_its_database_cleanly(Application loa) throws Exception {
        assertTrue(Files.exists(data.resolve("postgres/postmaster.pid")));
        loa.terminate();
        assertFalse(loa.log().contains("ERROR"), loa.log());
        assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
        assertTrue(Files.readString(data.resolve("postgres.log")).contains("database system is shut down"));
    }

    private static void on_sigterm_readiness_fails_first_then_nobody_can_connect_and_running_requests_end(Application loa)
            throws Exception {
        try (Socket running = new Socket("localhost", loa.port())) {
            running.getOutputStream().write(("POST /api/v1/hits HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            // Answered after the request above has been taken up.
            assertEquals(200, loa.get("/api/v1/visitors").statusCode());
            loa.askToStop();
            loa.awaitLog("Stopping in 2 s");
            while (loa.get("/q/health/ready").statusCode() != 503) {
                Thread.sleep(20);
            }
            HttpResponse<String> served = loa.get("/api/v1/visitors");
            assertEquals(200, served.statusCode());
            assertEquals("close", served.headers().firstValue("Connection").orElse(""));
            assertThrows(UncheckedIOException.class, () -> {
                for (int attempt = 0; attempt < 250; attempt++) {
                    assertEquals(200, loa.get("/api/v1/visitors").statusCode());
                    Thread.sleep(20);
                }
            });
            running.getOutputStream().write("}".getBytes(StandardCharsets.UTF_8));
            assertTrue(new String(running.getInputStream().readNBytes(12), StandardCharsets.UTF_8).endsWith("204"));
        }
    }

    @Test
    void a_wrong_setting_stops_the_start_with_a_sentence_before_anything_is_made() throws Exception {
        Path nothing = data.resolve("nothing");
        try (Application loa = Application.launch(nothing,
                Map.of("loa.visitor.queue", "0", "loa.cache.memroy", "1G", "loa.admin-key", "guess me"))) {
            assertEquals(1, loa.exitCode());
            assertEquals(3, loa.log().lines().count(), loa.log());
            assertTrue(loa.log().contains("loa.visitor.queue (LOA_VISITOR_QUEUE) is '0': it must be "), loa.log());
            assertTrue(loa.log().contains("Did you mean loa.cache.memory?"), loa.log());
            assertFalse(loa.log().contains("guess me"), loa.log());
            assertFalse(Files.exists(nothing));
        }
    }

    private void a_taken_port_is_told_in_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0); Application loa = Application.launch(data,
                Map.of("loa.admin-key", TestDatabase.ADMIN_KEY, "quarkus.http.port", String.valueOf(taken.getLocalPort())))) {
            assertEquals(1, loa.exitCode());
            assertTrue(loa.log().contains("Loa cannot listen on 0.0.0.0:" + taken.getLocalPort() + " (it is in use)"), loa.log());
            assertFalse(loa.log().contains("\tat "), loa.log());
        }
    }

    private void the_embedded_database_is_durable_and_asks_for_a_password(Application loa) throws Exception {
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
        assertFalse(Files.readString(data.resolve("postgres/pg_hba.conf")).lines()
                .anyMatch(line -> !line.startsWith("#") && line.contains("trust")), "initdb has trusted nobody");
        for (String role : List.of("loa", "postgres")) {
            assertNotEquals("", assertRefused(url.group(), role));
        }
    }

    private static String assertRefused(String url, String role) {
        return assertThrows(SQLException.class,
                () -> DriverManager.getConnection(url, role, "guessed")).getMessage();
    }

    private void two_instances_do_not_share_a_data_directory(Application loa) throws Exception {
        try (Application second = Application.launch(data, KEY)) {
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
            loa.awaitNotReady();
            // Nothing is cached for an address that was not requested before.
            HttpResponse<String> tags = loa.get("/api/v1/tags");
            assertEquals(503, tags.statusCode(), tags.body());
            assertTrue(tags.body().contains("\"code\":\"unavailable\""), tags.body());
            assertTrue(tags.headers().firstValue("Retry-After").isPresent());
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

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
