package vn.loa.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/**
 * Two instances on one database, with a publisher at one of them and readers at both. A second after a publish was
 * acknowledged no reader gets the text before it, while notifications are cut, come back and get stuck.
 */
class FreshnessIT {

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final int PUBLISHES = 60;
    private static final Duration BETWEEN = Duration.ofMillis(150);

    @TempDir
    Path data;

    /** The time at which each publish was acknowledged; 0 until then. */
    private final AtomicLongArray acknowledged = new AtomicLongArray(PUBLISHES + 1);
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void nothing_stale_is_read_after_the_bound() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start("freshness-postgres");
                Application one = start(database, "one"); Application other = start(database, "other")) {
            String id = created(one);
            publish(one, id, 0);
            ExecutorService threads = Executors.newFixedThreadPool(5);
            List<Future<Integer>> readers = new ArrayList<>();
            for (Application instance : List.of(one, other)) {
                readers.add(threads.submit(reader(instance, "/api/v1/articles/" + id, "/title")));
                readers.add(threads.submit(reader(instance, "/api/v1/articles", "/items/0/title")));
            }
            Future<Void> trouble = threads.submit(trouble(database));
            for (int n = 1; n <= PUBLISHES; n++) {
                publish(one, id, n);
                Thread.sleep(BETWEEN.toMillis());
            }
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertTrue(reader.get() > 100, "too few reads to mean anything: " + reader.get());
            }
            trouble.get();
            threads.shutdown();

            // Afterwards both instances use their caches again.
            for (Application instance : List.of(one, other)) {
                assertEquals("Bản " + PUBLISHES, instance.getJson("/api/v1/articles/" + id).path("title").asText());
            }
            withdrawnIsSeen(one, other, id);
        }
    }

    private Application start(EmbeddedPostgres database, String name) throws Exception {
        return Application.start(data.resolve(name), Map.of(
                "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY));
    }

    private Callable<Integer> reader(Application instance, String path, String title) {
        return () -> {
            int reads = 0;
            for (; !done.get(); reads++) {
                long asked = System.nanoTime();
                JsonNode answer = instance.getJson(path);
                int read = Integer.parseInt(answer.at(title).asText().replaceAll("\\D", ""));
                int expected = latestBefore(asked - BOUND.toNanos());
                assertTrue(read >= expected, path + " was " + read + " when " + expected + " had stood for a second");
            }
            return reads;
        };
    }

    private int latestBefore(long moment) {
        int latest = 0;
        for (int n = 1; n <= PUBLISHES; n++) {
            long at = acknowledged.get(n);
            if (at != 0 && at - moment < 0) {
                latest = n;
            }
        }
        return latest;
    }

    /** Cuts connections, and lets one hang: it delivers nothing and reports no error. */
    private Callable<Void> trouble(EmbeddedPostgres database) {
        return () -> {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(1000);
                ask(database, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'loa-changes'");
            }
            Thread.sleep(1500);
            List<String> stuck = ask(database,
                    "select pid from pg_stat_activity where application_name = 'loa-changes'");
            signal("-STOP", stuck);
            Thread.sleep(2500);
            signal("-CONT", stuck);
            return null;
        };
    }

    private static void signal(String signal, List<String> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        command.addAll(processes);
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static List<String> ask(EmbeddedPostgres database, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private void withdrawnIsSeen(Application one, Application other, String id) throws Exception {
        send(one, "POST", "/api/v1/articles/" + id + "/remove", "{\"explanation\": \"Đăng nhầm\"}");
        assertEquals(410, one.get("/api/v1/articles/" + id).statusCode());
        Thread.sleep(BOUND.toMillis());
        assertEquals(410, other.get("/api/v1/articles/" + id).statusCode());
    }

    private static String created(Application loa) throws Exception {
        return new ObjectMapper().readTree(send(loa, "POST", "/api/v1/articles",
                "{\"title\": \"Bản 0\", \"body\": \"<p>Nội dung.</p>\"}").body()).path("id").asText();
    }

    private void publish(Application loa, String id, int n) throws Exception {
        String type = "application/merge-patch+json";
        HttpResponse<String> saved = loa.send("PATCH", "/api/v1/articles/" + id + "/draft",
                ("{\"title\": \"Bản " + n + "\"}").getBytes(StandardCharsets.UTF_8), "If-Match", "*",
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", type);
        assertEquals(200, saved.statusCode(), saved.body());
        send(loa, "POST", "/api/v1/articles/" + id + "/publish", "{}");
        acknowledged.set(n, System.nanoTime());
    }

    private static HttpResponse<String> send(Application loa, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = loa.send(method, path, body.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return answer;
    }
}
