package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** The life of an import job. */
@QuarkusTest
class ImportJobTest {

    @Inject
    DataSource database;

    @Inject
    ImportProgress progress;

    private static String receiving() {
        return Pages.asAdmin().noContentType().queryParam("contentType", Jobs.LINES).post(Jobs.JOBS).then().statusCode(202)
                .body("state", equalTo("receiving")).extract().path("id");
    }

    private static ValidatableResponse put(String id, int part, String text, String digest) {
        return Pages.asAdmin().contentType("application/octet-stream").header("Content-Digest", digest)
                .body(text.getBytes(StandardCharsets.UTF_8)).put(Jobs.JOBS + "/" + id + "/parts/" + part).then();
    }

    private static String digest(String text) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(DigestUtils.sha256(text)) + ":";
    }

    private static String many(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> Jobs.article("k" + n, "Tin số " + n)).collect(Collectors.joining("\n"));
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void content_comes_in_parts_in_any_order_and_is_freed() throws SQLException {
        String id = receiving();
        String all = many(0, 6);
        String first = all.substring(0, 100);
        String second = all.substring(100);
        Jobs.step(id, "start", 409);
        String again = receiving();
        put(again, 2, second, digest(second)).statusCode(200).body("parts", equalTo(1));
        Pages.asAdmin().post(Jobs.JOBS + "/" + again + "/start").then().statusCode(409).body("detail", containsString("[1]"));
        put(again, 1, "{", digest("{")).statusCode(200);
        put(again, 1, first, digest("other")).statusCode(400);
        put(again, 1, first, "sha-256=x").statusCode(400);
        put(again, 1, first, digest(first)).statusCode(200).body("parts", equalTo(2), "bytes", equalTo(all.getBytes(StandardCharsets.UTF_8).length));
        put(again, 0, first, digest(first)).statusCode(400);
        put(again, 10_001, first, digest(first)).statusCode(400);
        Jobs.step(again, "start", 202);
        put(again, 3, "x", digest("x")).statusCode(409);
        assertEquals(6, Jobs.ended(again, "done").getInt("items.created"));
        Pages.asAdmin().delete(Jobs.JOBS + "/" + id).then().statusCode(204);
        assertEquals(0, count("import_piece") + count("import_part"));
    }

    @Test
    void a_job_is_paused_goes_on_and_is_cancelled() {
        String id = Jobs.begun(Map.of(), many(0, 60));
        Jobs.step(id, "pause", 200);
        JsonPath paused = Jobs.get(id);
        assertEquals("paused", paused.getString("state"));
        Jobs.step(id, "pause", 200);
        Jobs.step(id, "undo", 409);
        Pages.asAdmin().delete(Jobs.JOBS + "/" + id).then().statusCode(409);
        Jobs.step(id, "resume", 200);
        assertEquals(60, Jobs.ended(id, "done").getInt("items.created"));
        for (String step : List.of("pause", "resume", "cancel", "start")) {
            Jobs.step(id, step, 409);
        }
        String other = Jobs.begun(Map.of("sourceName", "x"), many(0, 500));
        Jobs.step(other, "cancel", 200);
        Jobs.ended(other, "cancelled");
        Jobs.step(other, "cancel", 200);
        Pages.asAdmin().delete(Jobs.JOBS + "/" + other).then().statusCode(204);
        Pages.asAdmin().get(Jobs.JOBS + "/" + other).then().statusCode(404);
    }

    @Test
    void the_report_comes_in_parts() {
        String id = Jobs.begun(Map.of(), many(0, 5) + "\n{}");
        Jobs.ended(id, "done");
        String report = Jobs.JOBS + "/" + id + "/report";
        String next = Pages.asAdmin().queryParam("size", 4).get(report).then().statusCode(200).contentType(Jobs.LINES)
                .header("Link", notNullValue()).extract().header("Link");
        String rest = Pages.asAdmin().urlEncodingEnabled(false).get(next.substring(1, next.indexOf('>'))).then().statusCode(200)
                .header("Link", nullValue()).extract().asString();
        assertEquals(2, rest.lines().count());
        assertEquals(1, Pages.asAdmin().queryParam("status", "failed").get(report).then().statusCode(200).extract().asString().lines().count());
        Pages.asAdmin().queryParam("status", "gì").get(report).then().statusCode(400);
        Pages.asAdmin().queryParam("size", 0).get(report).then().statusCode(400);
        Pages.asAdmin().queryParam("after", "x").get(report).then().statusCode(400);
        Pages.asAdmin().queryParam("after", -1).get(report).then().statusCode(400);
    }

    @Test
    void progress_is_watched_until_the_job_has_ended() throws Exception {
        String id = Jobs.begun(Map.of(), many(0, 3));
        CompletableFuture<String> stream = CompletableFuture.supplyAsync(() ->
                Pages.asAdmin().get(Jobs.JOBS + "/" + id + "/progress").then().statusCode(200).contentType("text/event-stream").extract().asString());
        Jobs.ended(id, "done");
        while (!stream.isDone()) {
            progress.send();
            Jobs.pause();
        }
        assertEquals(true, stream.get().contains("event: job") && stream.get().contains("\"state\":\"done\""), stream.get());
        String after = Pages.asAdmin().get(Jobs.JOBS + "/" + id + "/progress").then().statusCode(200).extract().asString();
        assertEquals(1, after.split("event: job", -1).length - 1);
        Pages.asAdmin().get(Jobs.JOBS + "/01a206d2-563a-7e8e-8a6a-736bf594a450/progress").then().statusCode(404);
    }

    @Test
    void wrong_options_are_refused() {
        Pages.asAdmin().contentType(Jobs.LINES).post(Jobs.JOBS).then().statusCode(400).body("errors[0].parameter", equalTo("contentType"));
        Pages.asAdmin().contentType(Jobs.LINES).queryParam("contentType", "image/png").post(Jobs.JOBS).then().statusCode(400);
        Jobs.post(Jobs.LINES, "{}", Map.of("contentType", "text/csv")).then().statusCode(400);
        Jobs.post(Jobs.LINES, "{}", Map.of("sourceName", " ")).then().statusCode(400);
        Jobs.post(Jobs.LINES, "{}", Map.of("sourceName", "x".repeat(101))).then().statusCode(400);
        Jobs.post(Jobs.LINES, "{}", Map.of("publish", "có")).then().statusCode(400);
        Jobs.post("image/png", "{}", Map.of()).then().statusCode(415);
        given().contentType(Jobs.LINES).body(new byte[] {1}).post(Jobs.JOBS).then().statusCode(401);
        Pages.asAdmin().get(Jobs.JOBS).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_job_that_is_sent_again_with_its_key_is_made_once() {
        String body = Jobs.article("1", "Tin một");
        String first = Pages.asAdmin().header("Idempotency-Key", "j").contentType(Jobs.LINES).body(body.getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS).then().statusCode(202)
                .extract().path("id");
        Pages.asAdmin().header("Idempotency-Key", "j").contentType(Jobs.LINES).body(body.getBytes(StandardCharsets.UTF_8)).post(Jobs.JOBS).then().statusCode(202)
                .body("id", equalTo(first)).header("Location", equalTo(Jobs.JOBS + "/" + first));
        Jobs.ended(first, "done");
    }

    @Test
    void an_undo_takes_back_what_nobody_changed_since() {
        Map<String, ?> published = Map.of("publish", true);
        Jobs.done(published, Jobs.article("1", "Tin một"));
        String id = Jobs.begun(published, Jobs.article("1", "Tin một mới"), Jobs.article("2", "Tin hai"), Jobs.article("3", "Tin ba"));
        List<JsonNode> made = Jobs.report(Jobs.ended(id, "done").getString("id"));
        Editing.retitled(made.get(2).path("article").asText(), "Sửa");
        Pages.asAdmin().queryParam("explanation", "Nhập nhầm.").post(Jobs.JOBS + "/" + id + "/undo").then().statusCode(202)
                .body("phase", equalTo("undo"));
        JsonPath undone = Jobs.ended(id, "undone");
        assertEquals(2, undone.getInt("items.undone"));
        assertEquals(1, undone.getInt("items.leftAlone"));
        given().get("/api/v1/articles/tin-mot").then().statusCode(200).body("title", equalTo("Tin một"), "revision", equalTo(3));
        given().get("/api/v1/articles/tin-hai").then().statusCode(410).body("explanation", equalTo("Nhập nhầm."));
        given().get("/api/v1/articles/tin-ba").then().statusCode(200);
        assertEquals("left", Jobs.reportByNumber(id).get(3L).path("undo").asText());
        Jobs.step(id, "undo", 409);
        // Sent again, the articles are what they were.
        Jobs.done(published, Jobs.article("1", "Tin một mới"), Jobs.article("2", "Tin hai"));
        given().get("/api/v1/articles/tin-hai").then().statusCode(200);
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(3));
    }

    @Test
    void an_undo_deletes_drafts_and_files_that_nothing_carries() {
        String png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        String id = Jobs.begun(Map.of(), Jobs.line(Map.of("source", "anh", "kind", "file", "fileName", "a.png", "bytes", png)),
                Jobs.line(Map.of("source", "1", "title", "Một", "attachments", List.of(Map.of("source", "anh")))));
        Jobs.ended(id, "done");
        Jobs.step(id, "undo", 202);
        assertEquals(2, Jobs.ended(id, "undone").getInt("items.undone"));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(0));
        Pages.asAdmin().get("/api/v1/media").then().body("items", hasSize(0));
        assertEquals(1, Jobs.done(Map.of(), Jobs.article("1", "Một")).getInt("items.created"));
    }

    @Test
    void an_item_that_the_database_refuses_fails_alone() {
        JsonPath job = Jobs.done(Map.of(), Jobs.article("1", "Tin một"), Jobs.line(Map.of("source", "2", "title", "Tin hai", "category", "a\0b")),
                Jobs.article("3", "Tin ba"));
        assertEquals(2, job.getInt("items.created"));
        assertEquals(1, job.getInt("items.failed"));
    }
}
