package vn.loa.interference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/** An instance whose database is a hot standby. */
class StandbyIT {

    @TempDir
    Path data;

    @Test
    void it_reads_and_refuses_what_would_write() throws Exception {
        Path cluster = data.resolve("cluster");
        String id;
        try (EmbeddedPostgres primary = start(cluster); Application loa = start(primary, "primary", "write")) {
            id = new ObjectMapper().readTree(send(loa, "/api/v1/articles",
                    "{\"title\": \"Trên máy chính\", \"body\": \"<p>Nội dung.</p>\"}").body()).path("id").asText();
            assertEquals(200, send(loa, "/api/v1/articles/" + id + "/publish", "{}").statusCode());
        }
        // This file makes a cluster that was stopped cleanly a standby. It has no primary here.
        Files.createFile(cluster.resolve("standby.signal"));
        try (EmbeddedPostgres standby = start(cluster); Application loa = start(standby, "standby", "read")) {
            assertEquals("Trên máy chính", loa.getJson("/api/v1/articles/" + id).path("title").asText());
            assertEquals(1, loa.getJson("/api/v1/articles").path("page").path("totalItems").asInt());
            // The instance caches what it reads: a standby sends no notifications, so the instance polls for changes.
            for (int n = 0; n < 50 && !isKept(loa, "/api/v1/articles/" + id); n++) {
                Thread.sleep(100);
            }
            assertTrue(isKept(loa, "/api/v1/articles/" + id));
            assertRefused(send(loa, "/api/v1/articles", "{\"title\": \"Trên máy phụ\", \"body\": \"<p>Nội dung.</p>\"}"));
            assertRefused(send(loa, "/api/v1/articles/" + id + "/publish", "{}"));
            assertRefused(loa.post("/api/v1/hits", new byte[0], "User-Agent", "Firefox"));
            assertEquals(200, loa.get("/q/health/ready").statusCode());
        }
    }

    /** Only an answer that Loa has cached has a {@code max-age}. */
    private static boolean isKept(Application loa, String path) throws Exception {
        return loa.get(path).headers().firstValue("Cache-Control").orElse("").contains("max-age");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }

    private static EmbeddedPostgres start(Path cluster) throws IOException {
        return TestDatabase.builder().setDataDirectory(cluster).setCleanDataDirectory(false).start();
    }

    private Application start(EmbeddedPostgres database, String name, String readiness) throws Exception {
        return Application.start(data.resolve(name), Map.of(
                "quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres", "loa.admin-key", TestDatabase.ADMIN_KEY,
                "loa.database.readiness", readiness));
    }

    private static HttpResponse<String> send(Application loa, String path, String body) throws Exception {
        return loa.send("POST", path, body.getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + TestDatabase.ADMIN_KEY, "Content-Type", "application/json");
    }
}
