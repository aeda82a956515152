package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.imports.dump.Restore;
import vn.loa.support.Application;
import vn.loa.support.Commands;
import vn.loa.support.PublicCrawl;
import vn.loa.support.TestDatabase;

/** The commands that back up and restore, over the packaged application. */
class BackupIT {

    private static final Path RELEASED = Path.of("src/test/resources/backups/loa-1.0.0.ndjson.gz").toAbsolutePath();
    /** Answers lead to the same pages, whichever database there is. */
    private static final Map<String, String> SETTINGS = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY, "loa.public-url",
            "https://api.example.vn", "loa.reader.enabled", "true");
    private static final String KEY = "Bearer " + TestDatabase.ADMIN_KEY;
    private static final String ARTICLES = "/api/v1/articles?size=5";
    private static final String SEARCH = "/api/v1/search?q=v%C4%83n%20th%C6%B0";
    private static final List<String> COUNTERS = List.of("/api/v1/visitors/history?firstDay=2024-01-01&lastDay=2024-12-31",
            "/api/v1/articles/0186fcca-45c0-7000-8000-000000000001/views", "/api/v1/articles/0188ae87-abf8-7000-8000-000000000002/views");
    private static final int PUBLISHED = 3;
    private static final int HITS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    /** One test for all steps, because each start takes longer than the checks after it. */
    @Test
    void a_released_backup_starts_and_a_backup_of_it_under_load_is_the_same_site_elsewhere() throws Exception {
        try (EmbeddedPostgres own = TestDatabase.start("backups")) {
            Map<String, String> database = owned(own);
            String first = Commands.run(database, "restore", RELEASED.toString());
            assertTrue(first.startsWith("0 "), first);
            String second = Commands.run(database, "restore", RELEASED.toString());
            assertTrue(second.startsWith("1 ") && second.contains("The database is not empty"), second);
            Path backup = directory.resolve("backup");
            SortedMap<String, String> before;
            Map<String, String> counters;
            Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
            settings.putAll(database);
            try (Application loa = Application.start(directory.resolve("none"), settings)) {
                awaitSearch(loa);
                before = PublicCrawl.of("http://localhost:" + loa.port());
                counters = counters(loa);
                int articles = loa.getJson(ARTICLES).at("/page/totalItems").asInt();
                backUpUnderLoad(loa, database, backup);
                assertEquals(articles + PUBLISHED, loa.getJson(ARTICLES).at("/page/totalItems").asInt(), "it has gone on");
            }
            Path data = Files.createDirectory(directory.resolve("data"));
            Application.shareProgramsWith(data);
            Map<String, String> embedded = Map.of("loa.data", data.toString());
            killWhileRestoring(embedded, backup);
            String restored = Commands.run(embedded, "restore", backup.toString());
            assertTrue(restored.startsWith("0 "), restored);
            try (Application loa = Application.start(data, SETTINGS)) {
                awaitSearch(loa);
                assertSame(before, PublicCrawl.of("http://localhost:" + loa.port()));
                Map<String, String> restoredCounters = counters(loa);
                counters.forEach((counter, value) -> assertEquals(value, restoredCounters.get(counter), counter));
                backUpTheEmbeddedDatabaseWhileLoaRuns(embedded);
            }
            assertTrue(Commands.run(embedded, "backup", directory.resolve("stopped").toString()).startsWith("0 Backed up"));
        }
    }

    private static Map<String, String> owned(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create role loa login");
            statement.execute("create database loa owner loa");
        }
        return Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + server.getPort() + "/loa",
                "quarkus.datasource.username", "loa");
    }

    /** The snapshot has been taken when the first byte comes, and the rest is not read until others have changed what they could. */
    private void backUpUnderLoad(Application loa, Map<String, String> database, Path backup) throws Exception {
        Process process = Commands.start(database, "backup", "-");
        try (InputStream in = process.getInputStream(); OutputStream out = Files.newOutputStream(backup)) {
            out.write(in.read());
            for (int i = 0; i < HITS; i++) {
                assertEquals(200, loa.get(ARTICLES).statusCode());
                assertEquals(204, loa.post("/api/v1/hits", "{\"articleId\": \"0186fcca-45c0-7000-8000-000000000001\"}".getBytes(
                        StandardCharsets.UTF_8), "Content-Type", "application/json", "User-Agent",
                        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/" + i).statusCode());
            }
            for (int i = 0; i < PUBLISHED; i++) {
                publish(loa, i);
            }
            in.transferTo(out);
        }
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("Backed up as of"), said);
    }

    private static void publish(Application loa, int number) throws Exception {
        byte[] article = ("{\"title\": \"Tin giữa chừng " + number + "\", \"body\": \"<p>Văn thư.</p>\"}").getBytes(StandardCharsets.UTF_8);
        JsonNode created = JSON.readTree(loa.post("/api/v1/articles", article, "Authorization", KEY, "Content-Type", "application/json").body());
        assertEquals(200, loa.post("/api/v1/articles/" + created.path("id").asText() + "/publish", new byte[0], "Authorization", KEY)
                .statusCode());
    }

    private static void killWhileRestoring(Map<String, String> embedded, Path backup) throws Exception {
        Process process = Commands.start(embedded, "restore", backup.toString());
        String said = process.inputReader().readLine();
        assertTrue(String.valueOf(said).startsWith("Restoring what Loa"), said);
        process.destroyForcibly().waitFor();
    }

    private void backUpTheEmbeddedDatabaseWhileLoaRuns(Map<String, String> embedded) throws Exception {
        Path file = directory.resolve("live");
        assertTrue(Commands.run(embedded, "backup", file.toString()).startsWith("0 Backed up as of"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertFalse(Restore.of(file).header().schema().isEmpty());
        assertTrue(Commands.run(embedded, "restore", file.toString()).startsWith("1 Another Loa is using"));
        assertTrue(Commands.run(embedded, "backup", directory.toString()).startsWith("1 " + directory + " is no file"));
    }

    private static Map<String, String> counters(Application loa) throws Exception {
        Map<String, String> counters = new LinkedHashMap<>();
        for (String address : COUNTERS) {
            counters.put(address, loa.get(address).body().replaceFirst(",?\"asOf\":\"[^\"]*\"", ""));
        }
        counters.put("total", loa.getJson("/api/v1/visitors").path("total").asText());
        return counters;
    }

    /** The index of words is made after the start. */
    private static void awaitSearch(Application loa) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (loa.getJson(SEARCH).at("/page/totalItems").asInt() == 0) {
            assertTrue(System.nanoTime() < deadline, "nothing is found");
            Thread.sleep(200);
        }
    }

    private static void assertSame(SortedMap<String, String> before, SortedMap<String, String> after) {
        TreeSet<String> addresses = new TreeSet<>(before.keySet());
        addresses.addAll(after.keySet());
        List<String> different = addresses.stream().filter(address -> !String.valueOf(before.get(address)).equals(after.get(address)))
                .map(address -> address + ": " + before.get(address) + " became " + after.get(address)).toList();
        assertEquals(List.of(), different);
        assertTrue(before.size() > 300, before.size() + " addresses");
    }
}
