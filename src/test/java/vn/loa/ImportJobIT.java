package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.support.Application;
import vn.loa.support.TestDatabase;

/**
 * A job of the packaged application that is killed again and again does what one does that is not, and instances share one. {@code -Djob.items=10000
 * -Djob.kills=10} for a portal.
 */
class ImportJobIT {

    private static final int ITEMS = Integer.getInteger("job.items", 300);
    /** Enough for two instances to do some of them. */
    private static final int SHARED = Math.max(ITEMS, 1_000);
    private static final int KILLS = Integer.getInteger("job.kills", 2);
    private static final String JOBS = "/api/v1/import-jobs";
    private static final String[] KEY = {"Authorization", "Bearer " + TestDatabase.ADMIN_KEY};
    private static final Map<String, String> SETTINGS = Map.of("loa.admin-key", TestDatabase.ADMIN_KEY, "loa.sample-content", "false");
    private static final Duration PATIENCE = Duration.ofMinutes(5 + ITEMS / 100);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    private final Instant end = Instant.now().plus(PATIENCE);

    /** Each leads to the one before it; every tenth cannot be imported. */
    private static byte[] lines(int items) {
        return IntStream.rangeClosed(1, items).mapToObj(n -> n % 10 == 0 ? "{\"source\": \"" + n + "\"}"
                : "{\"source\": \"" + n + "\", \"title\": \"Tin " + n + "\", \"address\": \"http://cu.vn/" + n + "\", \"body\": \"<p>Sau <a href=\\\"http://cu.vn/"
                        + (n - 1) + "\\\">tin trước</a>, số " + n + ".</p>\"}").collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_job_that_is_killed_loses_nothing_and_doubles_nothing() throws Exception {
        String id;
        try (Application loa = Application.start(data, SETTINGS)) {
            id = JSON.readTree(loa.post(JOBS + "?publish=true", lines(ITEMS), KEY[0], KEY[1], "Content-Type", "application/x-ndjson").body())
                    .path("id").asText();
            killed(loa, id, 1);
        }
        for (int kill = 2; kill <= KILLS; kill++) {
            try (Application loa = Application.start(data, SETTINGS)) {
                killed(loa, id, kill);
            }
        }
        try (Application loa = Application.start(data, SETTINGS)) {
            assertResult(loa, id, ended(loa, id), ITEMS);
        }
    }

    @Test
    void two_instances_share_a_job_and_one_that_is_killed_costs_nothing() throws Exception {
        try (EmbeddedPostgres database = TestDatabase.start("import-postgres");
                Application one = start(database, "one"); Application other = start(database, "other")) {
            String id = uploaded(one, other, lines(SHARED));
            while (imported(one) == 0 || imported(other) == 0) {
                assertEquals("running", job(one, id).path("state").asText());
                assertTrue(Instant.now().isBefore(end));
                Thread.sleep(20);
            }
            other.kill();
            assertResult(one, id, ended(one, id), SHARED);
            assertTrue(imported(one) < SHARED, "the other one did nothing");
        }
    }

    private Application start(EmbeddedPostgres database, String name) throws Exception {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put("quarkus.datasource.jdbc.url", database.getJdbcUrl("postgres", "postgres"));
        settings.put("quarkus.datasource.username", "postgres");
        return Application.start(data.resolve(name), settings);
    }

    /** Each instance takes a part of the upload. The id of the job, which has begun. */
    private static String uploaded(Application one, Application other, byte[] lines) throws Exception {
        String id = JSON.readTree(one.post(JOBS + "?publish=true&contentType=application/x-ndjson", new byte[0], KEY).body()).path("id").asText();
        int half = lines.length / 2;
        put(other, id, 2, Arrays.copyOfRange(lines, half, lines.length));
        put(one, id, 1, Arrays.copyOf(lines, half));
        assertEquals(202, other.post(JOBS + "/" + id + "/start", new byte[0], KEY).statusCode());
        return id;
    }

    private static void put(Application loa, String id, int part, byte[] bytes) throws Exception {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(DigestUtils.sha256(bytes)) + ":";
        assertEquals(200, loa.send("PUT", JOBS + "/" + id + "/parts/" + part, bytes, KEY[0], KEY[1], "Content-Type",
                "application/octet-stream", "Content-Digest", digest).statusCode());
    }

    /** The items that an instance has done, of whatever came of them. */
    private static long imported(Application loa) throws Exception {
        Matcher counted = Pattern.compile("loa_import_items_total ([0-9.E]+)").matcher(loa.get("/q/metrics").body());
        return counted.find() ? (long) Double.parseDouble(counted.group(1)) : 0;
    }

    private JsonNode ended(Application loa, String id) throws Exception {
        JsonNode job = job(loa, id);
        for (long done = 0; !job.path("state").asText().equals("done"); job = job(loa, id)) {
            assertTrue(job.at("/items/done").asLong() >= done && Instant.now().isBefore(end), job.toString());
            done = job.at("/items/done").asLong();
            Thread.sleep(100);
        }
        return job;
    }

    private void killed(Application loa, String id, int kill) throws Exception {
        long enough = (long) ITEMS * kill / (KILLS + 1);
        while (job(loa, id).at("/items/done").asLong() < enough) {
            assertTrue(Instant.now().isBefore(end));
            Thread.sleep(20);
        }
        loa.kill();
    }

    private static JsonNode job(Application loa, String id) throws Exception {
        return JSON.readTree(loa.send("GET", JOBS + "/" + id, new byte[0], KEY).body());
    }

    private static void assertResult(Application loa, String id, JsonNode job, int items) throws Exception {
        int failed = items / 10;
        assertEquals(items - failed, job.at("/items/created").asInt(), job.toString());
        assertEquals(failed, job.at("/items/failed").asInt());
        Map<String, Integer> statuses = new TreeMap<>();
        String report = loa.send("GET", JOBS + "/" + id + "/report?size=10000", new byte[0], KEY).body();
        for (String line : report.lines().toList()) {
            JsonNode item = JSON.readTree(line);
            statuses.merge(item.path("status").asText(), 1, Integer::sum);
        }
        assertEquals(Map.of("created", Math.min(items, 10_000) - failed, "failed", failed), statuses);
        assertEquals(items - failed, loa.getJson("/api/v1/articles?size=1").at("/page/totalItems").asInt());
        JsonNode second = loa.getJson("/api/v1/articles/tin-2");
        assertTrue(second.path("body").asText().contains(loa.getJson("/api/v1/articles/tin-1").path("id").asText()), second.toString());
    }
}
