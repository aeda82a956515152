package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/** Two instances. One of them loses its connection to the database, and gets it back. */
class CutOffIT {

    private static final Duration BOUND = Duration.ofSeconds(10);

    @TempDir
    Path data;

    @Test
    void what_was_kept_is_served_until_the_database_can_be_asked_again() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start("cut-off-postgres");
                DatabaseProxy way = DatabaseProxy.to(database.getPort());
                Application one = start(database.getPort(), "one"); Application other = start(way.port(), "other")) {
            String id = new ObjectMapper().readTree(send(one, "/api/v1/articles",
                    "{\"title\": \"Tin\", \"body\": \"<p>Nội dung.</p>\"}").body()).path("id").asText();
            send(one, "/api/v1/articles/" + id + "/publish", "{}");
            String article = "/api/v1/articles/" + id;
            keep(other, article);

            way.refuse();
            HttpResponse<String> stale = awaitStale(other, article);
            assertTrue(stale.headers().firstValue("Age").isPresent());
            assertTrue(stale.body().contains("\"published\""), stale.body());
            assertEquals(503, other.get(article + "/toc").statusCode());

            // The instance without a database cannot know this.
            send(one, article + "/withdraw", "{\"explanation\": \"Sai\"}");
            assertTrue(isStale(other.get(article)));
            way.acceptAgain();
            HttpResponse<String> answer = other.get(article);
            for (long deadline = System.nanoTime() + BOUND.toNanos(); answer.statusCode() != 200 || isStale(answer);
                    answer = other.get(article)) {
                assertTrue(System.nanoTime() < deadline, "still " + answer.statusCode());
                Thread.sleep(5);
            }
            assertTrue(answer.body().contains("\"withdrawn\""), "the first answer that does not say that it is stale is not");
        }
    }

    private Application start(int port, String name) throws Exception {
        return Application.start(data.resolve(name), Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY));
    }

    private static HttpResponse<String> send(Application loa, String path, String body) throws Exception {
        HttpResponse<String> answer = loa.send("POST", path, body.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return answer;
    }

    /** Reads until the answer has a {@code max-age}: from then on the instance has it in its cache. */
    private static void keep(Application loa, String path) throws InterruptedException {
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (!loa.get(path).headers().firstValue("Cache-Control").orElse("").contains("max-age")) {
            assertTrue(System.nanoTime() < deadline, "is never kept");
            Thread.sleep(50);
        }
        assertEquals(200, loa.get(path).statusCode());
    }

    private static boolean isStale(HttpResponse<String> answer) {
        return answer.headers().firstValue("Cache-Status").orElse("").contains("database-away");
    }

    private static HttpResponse<String> awaitStale(Application loa, String path) throws InterruptedException {
        long deadline = System.nanoTime() + BOUND.toNanos();
        HttpResponse<String> answer = loa.get(path);
        while (!isStale(answer)) {
            assertTrue(System.nanoTime() < deadline, "still " + answer.statusCode());
            Thread.sleep(20);
            answer = loa.get(path);
        }
        return answer;
    }
}
