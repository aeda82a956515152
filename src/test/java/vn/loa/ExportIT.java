package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.PublicCrawl;
import vn.loa.support.TestDatabase;

/** Exports of one instance, imported by another one on a database of its own. Both are killed while they work. */
class ExportIT {

    /** Answers lead to the same pages, whichever database there is. */
    private static final Map<String, String> SETTINGS = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY, "loa.public-url",
            "https://api.example.vn", "loa.reader.enabled", "true", "loa.exports.part-size", "64K");
    private static final String KEY = "Bearer " + TestDatabase.ADMIN_KEY;
    private static final String EXPORTS = "/api/v1/exports";
    private static final String SEARCH = "/api/v1/search?q=v%C4%83n%20th%C6%B0";
    /** A job waits at a row while this connection is open. */
    private static final String STOP = """
            create function stop_here() returns trigger language plpgsql set lock_timeout = 0 as $$
            begin perform pg_advisory_xact_lock(7); return new; end $$;
            create trigger stop_here before insert on %s for each row when (%s) execute function stop_here();
            select pg_advisory_lock(7)""";
    private static final String GO_ON = "select pg_advisory_unlock(7); drop function stop_here cascade";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    /** One test for all steps, because each start takes longer than the checks after it. */
    @Test
    void what_a_killed_export_and_a_killed_merge_bring_into_another_database_is_whole() throws Exception {
        try (EmbeddedPostgres server = TestDatabase.start("exports")) {
            try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("create database here");
                statement.execute("create database elsewhere");
            }
            String killed = exportUntilKilled(server);
            try (Application here = start(server, "here", true)) {
                List<String> parts = parts(here, killed);
                assertOneSnapshot(parts, get(here, killed).path("snapshotAt").asText());
                try (Application elsewhere = start(server, "elsewhere", false)) {
                    ended(elsewhere, imported(elsewhere, parts, ""));
                    assertSame(here, elsewhere);
                    publish(here, "Tin thêm");
                    mergeUntilKilled(server, elsewhere, parts(here, export(here)));
                }
                try (Application elsewhere = start(server, "elsewhere", false)) {
                    ended(elsewhere, read(elsewhere, EXPORTS).at("/items/0/id").asText());
                    assertEquals(titles(here), titles(elsewhere));
                }
            }
        }
    }

    private Application start(EmbeddedPostgres server, String database, boolean sample) throws IOException, InterruptedException {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        // A minute by itself.
        settings.putAll(Map.of("quarkus.datasource.jdbc.url", server.getJdbcUrl("postgres", database) + "&options=-c%20lock_timeout=3s",
                "quarkus.datasource.username",
                "postgres", "loa.sample-content", String.valueOf(sample)));
        return Application.start(directory.resolve(database), settings);
    }

    /** Kills it when one part is stored and the next one is not, and something was published since the snapshot. */
    private String exportUntilKilled(EmbeddedPostgres server) throws Exception {
        try (Application loa = start(server, "here", true)) {
            return stopped(server, "here", "export_part", "new.number = 2", () -> {
                String id = export(loa);
                await("a part", () -> get(loa, id).path("partCount").asInt() == 1);
                assertEquals("writing", get(loa, id).path("state").asText());
                publish(loa, "Tin giữa chừng");
                loa.kill();
                return id;
            });
        }
    }

    /** Kills it when everything is written and nothing is committed. */
    private static void mergeUntilKilled(EmbeddedPostgres server, Application loa, List<String> parts) throws Exception {
        String before = titles(loa);
        stopped(server, "elsewhere", "change", "true", () -> {
            imported(loa, parts, "?merge=here");
            await("the merge", () -> isWaiting(server));
            assertEquals(before, titles(loa), "nobody sees anything before the end");
            assertEditorIsToldToTryLater(loa);
            loa.kill();
            return null;
        });
    }

    /** Whoever edits waits as long as for any lock. */
    private static void assertEditorIsToldToTryLater(Application loa) throws Exception {
        String article = loa.getJson("/api/v1/articles?size=1").at("/items/0/id").asText();
        HttpResponse<String> saved = loa.send("PATCH", "/api/v1/articles/" + article + "/draft", "{\"title\": \"Sửa\"}".getBytes(
                StandardCharsets.UTF_8), "Authorization", KEY, "Content-Type", "application/merge-patch+json", "If-Match", "*");
        assertEquals(503, saved.statusCode(), saved.body());
        assertTrue(saved.headers().firstValue("Retry-After").isPresent(), saved.headers().toString());
    }

    private static <T> T stopped(EmbeddedPostgres server, String database, String table, String row, Callable<T> meanwhile)
            throws Exception {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(STOP.formatted(table, row));
            T result = meanwhile.call();
            statement.execute(GO_ON);
            return result;
        }
    }

    private static boolean isWaiting(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeQuery("select from pg_locks where locktype = 'advisory' and objid = 7 and not granted").next();
        }
    }

    private static HttpResponse<String> send(Application loa, String method, String path, String body, String type) throws Exception {
        HttpResponse<String> answer = loa.send(method, path, body.getBytes(StandardCharsets.UTF_8), "Authorization", KEY, "Content-Type", type);
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return answer;
    }

    private static String made(Application loa, String path, String body) throws Exception {
        return JSON.readTree(send(loa, "POST", path, body, "application/json").body()).path("id").asText();
    }

    private static String export(Application loa) throws Exception {
        return made(loa, EXPORTS, "{\"kind\": \"full\", \"compressed\": false}");
    }

    private static JsonNode get(Application loa, String export) throws Exception {
        return read(loa, EXPORTS + "/" + export);
    }

    private static JsonNode read(Application loa, String path) throws Exception {
        return JSON.readTree(loa.send("GET", path, new byte[0], "Authorization", KEY).body());
    }

    private static void publish(Application loa, String title) throws Exception {
        String id = made(loa, "/api/v1/articles", "{\"title\": \"" + title + "\", \"body\": \"<p>Văn thư.</p>\"}");
        send(loa, "POST", "/api/v1/articles/" + id + "/publish", "{}", "application/json");
    }

    private static String titles(Application loa) {
        return loa.getJson("/api/v1/articles?size=100&fields=id,title,revision,publishedAt").path("items").toString();
    }

    /** When the job is done. */
    private static void ended(Application loa, String export) throws Exception {
        await("done", () -> {
            JsonNode job = get(loa, export);
            assertTrue(job.path("fault").isNull(), job.toString());
            return job.path("state").asText().equals("done");
        });
    }

    private static List<String> parts(Application loa, String export) throws Exception {
        ended(loa, export);
        List<String> parts = new ArrayList<>();
        for (JsonNode part : get(loa, export).path("parts")) {
            parts.add(loa.send("GET", part.path("url").asText(), new byte[0], "Authorization", KEY).body());
        }
        assertTrue(parts.size() > 2, parts.size() + " parts");
        return parts;
    }

    /** Begun; its id. */
    private static String imported(Application loa, List<String> parts, String query) throws Exception {
        String id = made(loa, EXPORTS, "{\"kind\": \"uploaded\"}");
        for (int i = 0; i < parts.size(); i++) {
            send(loa, "PUT", EXPORTS + "/" + id + "/parts/" + (i + 1), parts.get(i), "application/x-ndjson");
        }
        assertEquals(202, loa.post(EXPORTS + "/" + id + "/import" + query, new byte[0], "Authorization", KEY).statusCode());
        return id;
    }

    /** It was begun anew after the kill, and has what was published before that. */
    private static void assertOneSnapshot(List<String> parts, String at) throws IOException {
        long rows = 0;
        for (int i = 0; i < parts.size(); i++) {
            JsonNode header = JSON.readTree(parts.get(i).lines().findFirst().orElseThrow());
            assertEquals(i + 1, header.path("part").asInt());
            assertEquals(at, header.path("at").asText());
            rows += parts.get(i).lines().filter(line -> line.startsWith("{\"@kind\"")).count();
        }
        String all = String.join("", parts);
        assertTrue(all.endsWith("{\"@end\":" + rows + "}\n"), "it is whole");
        assertTrue(all.contains("Tin giữa chừng"), "the snapshot is that of the second beginning");
    }

    private static void assertSame(Application here, Application elsewhere) throws Exception {
        for (Application loa : List.of(here, elsewhere)) {
            // The index of words is made behind the import.
            await("the search", () -> loa.getJson(SEARCH).at("/page/totalItems").asInt() > 1);
        }
        SortedMap<String, String> before = PublicCrawl.of("http://localhost:" + here.port());
        SortedMap<String, String> after = PublicCrawl.of("http://localhost:" + elsewhere.port());
        assertEquals(lines(before), lines(after));
        assertTrue(before.size() > 200, before.size() + " addresses");
    }

    private static String lines(SortedMap<String, String> found) {
        StringBuilder lines = new StringBuilder();
        found.forEach((address, answer) -> lines.append(address).append(' ').append(answer).append('\n'));
        return lines.toString();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < deadline, what);
            Thread.sleep(100);
        }
    }
}
