package vn.loa.imports.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.support.Pages;

/** Sends import jobs and waits for them. */
final class Jobs {

    static final String JOBS = "/api/v1/import-jobs";
    static final String LINES = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 60_000;

    private Jobs() {
    }

    static String line(Map<String, ?> item) {
        try {
            return JSON.writeValueAsString(item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String article(String source, String title) {
        return line(Map.of("source", source, "title", title, "body", "<p>Nội dung của " + title + ".</p>"));
    }

    static Response post(String contentType, Object body, Map<String, ?> options) {
        if (body instanceof String table && contentType.startsWith("text/")) {
            return Pages.asAdmin().contentType(contentType + "; charset=UTF-8").queryParams(options).body(table).post(JOBS);
        }
        byte[] bytes = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
        return Pages.asAdmin().contentType(contentType).queryParams(options).body(bytes).post(JOBS);
    }

    /** The id of a job that has begun. */
    static String begun(Map<String, ?> options, String... lines) {
        return post(LINES, String.join("\n", lines), options).then().statusCode(202).extract().path("id");
    }

    /** A job that has ended well. */
    static JsonPath done(Map<String, ?> options, String... lines) {
        return ended(begun(options, lines), "done");
    }

    static JsonPath get(String id) {
        return Pages.asAdmin().get(JOBS + "/" + id).then().statusCode(200).extract().jsonPath();
    }

    /** The job when it has come to this state. */
    static JsonPath ended(String id, String state) {
        for (long end = System.currentTimeMillis() + PATIENCE_MILLIS; System.currentTimeMillis() < end; pause()) {
            // The scheduler does not run in tests.
            Arc.container().instance(ImportWorkers.class).get().look();
            JsonPath job = get(id);
            if (!Set.of("running", "receiving", "paused").contains(job.getString("state"))) {
                assertEquals(state, job.getString("state"), job.prettify());
                return job;
            }
        }
        return fail("The job does not end: " + get(id).prettify());
    }

    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<JsonNode> report(String id) {
        return Pages.asAdmin().queryParam("size", 10_000).get(JOBS + "/" + id + "/report").then().statusCode(200).extract().asString()
                .lines().map(Jobs::parse).toList();
    }

    static Map<Long, JsonNode> reportByNumber(String id) {
        return report(id).stream().collect(Collectors.toMap(line -> line.path("number").asLong(), line -> line));
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void step(String id, String step, int status) {
        Pages.asAdmin().post(JOBS + "/" + id + "/" + step).then().statusCode(status);
    }
}
