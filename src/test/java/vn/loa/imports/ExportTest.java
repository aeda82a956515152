package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import vn.loa.cache.PublicCache;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.PublicCrawl;
import vn.loa.support.TestClock;
import vn.loa.visitor.count.ArticleRanking;

/** Exports, and their import into an empty Loa. */
@QuarkusTest
class ExportTest {

    private static final Pattern KIND = Pattern.compile("(?m)^\\{\"@kind\":\"([a-z_]+)\"");

    @Inject
    SampleContent sample;

    @Inject
    ArticleRanking ranking;

    @Inject
    DataSource database;

    @Inject
    PublicCache cache;

    @Inject
    TestClock clock;

    @Inject
    ExportWorker worker;

    private ValidatableResponse ended(String id) {
        return Exports.ended(id, worker);
    }

    private List<byte[]> parts(String id) {
        return Exports.parts(id, worker);
    }

    private static String lines(List<byte[]> parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return new String(new GZIPInputStream(new ByteArrayInputStream(all.toByteArray())).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Set<String> kinds(String lines) {
        Set<String> kinds = new TreeSet<>();
        for (Matcher kind = KIND.matcher(lines); kind.find(); ) {
            kinds.add(kind.group(1));
        }
        return kinds;
    }

    private void empty() {
        FreshStart.empty();
        cache.invalidate();
    }

    private static SortedMap<String, String> crawl() throws IOException, InterruptedException {
        return PublicCrawl.of("http://localhost:" + RestAssured.port);
    }

    private static String counters() {
        StringBuilder counters = new StringBuilder();
        for (String path : List.of("/visitors/history?firstDay=2024-01-01&lastDay=2026-07-15&interval=month", "/visitors/history?interval=hour",
                "/most-read?days=30")) {
            counters.append(given().urlEncodingEnabled(false).get("/api/v1" + path).asString()).append('\n');
        }
        List<String> slugs = given().get("/api/v1/articles?size=100").path("items.slug");
        for (String slug : slugs) {
            int views = given().get("/api/v1/articles/{slug}/views", slug).path("views");
            counters.append(slug).append(' ').append(views).append('\n');
        }
        Map<String, Object> now = given().get("/api/v1/visitors").path("");
        return counters.append(now.get("today")).append(' ').append(now.get("total")).toString();
    }

    @Test
    void what_is_imported_into_an_empty_loa_answers_the_same_bytes_at_every_public_address() throws Exception {
        sample.load();
        ExportedContent.add();
        ranking.refresh();
        SortedMap<String, String> before = crawl();
        assertTrue(before.size() > 200, "only " + before.size() + " addresses");
        String counters = counters();
        List<byte[]> parts = parts(Exports.begin("full"));
        assertTrue(parts.size() > 2, "only " + parts.size() + " parts");
        String audit = Pages.asAdmin().get("/api/v1/audit?size=1").path("page.totalItems").toString();
        empty();
        String id = Exports.upload(parts);
        Exports.startImport(id).then().statusCode(202);
        ended(id).body("fault", equalTo(null)).body("state", equalTo("done")).body("lines", greaterThan(100));
        ranking.refresh();
        assertEquals(counters, counters());
        SortedMap<String, String> after = crawl();
        assertEquals(text(before), text(after));
        // What was done since is behind it: the upload, the beginning and the import.
        Pages.asAdmin().get("/api/v1/audit?size=1").then().body("page.totalItems", equalTo(Integer.parseInt(audit) + 2));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items.title", hasItem("Bản thảo kín"));
        given().redirects().follow(false).get("/api/v1/legacy?url=http://trang-cu.vn/a?id=7").then().statusCode(301);
        // It goes on behind the numbers that came.
        Editing.published(Editing.news("Tin mới"));
        Exports.startImport(Exports.upload(parts)).then().statusCode(409).body("detail", containsString("has content"));
    }

    private static String text(SortedMap<String, String> found) {
        StringBuilder text = new StringBuilder();
        found.forEach((address, answer) -> text.append(address).append(' ').append(answer).append('\n'));
        return text.toString();
    }

    @Test
    void a_part_is_a_file_that_can_be_resumed_and_all_of_them_are_one() throws Exception {
        sample.load();
        String id = Exports.begin("full");
        List<byte[]> parts = parts(id);
        Response part = Pages.asAdmin().get(Exports.PART, id, 1);
        part.then().header("Repr-Digest", notNullValue()).header("Content-Type", "application/gzip");
        String sha256 = DigestUtils.sha256Hex(parts.get(0));
        assertEquals("\"" + sha256 + "\"", part.header("ETag"));
        Pages.asAdmin().get(Exports.EXPORTS + "/{id}", id).then().body("parts[0].sha256", equalTo(sha256))
                .body("parts[0].size", equalTo(parts.get(0).length)).body("kindsDone", equalTo(Pages.asAdmin().get(Exports.EXPORTS + "/" + id).path("kinds")));
        byte[] rest = Pages.asAdmin().header("Range", "bytes=1000-").header("If-Range", part.header("ETag")).get(Exports.PART, id, 1).then()
                .statusCode(206).header("Content-Range", containsString("/" + parts.get(0).length)).extract().asByteArray();
        assertArrayEquals(java.util.Arrays.copyOfRange(parts.get(0), 1000, parts.get(0).length), rest);
        Pages.asAdmin().header("Range", "bytes=99999999-").get(Exports.PART, id, 1).then().statusCode(416);
        Pages.asAdmin().header("If-None-Match", part.header("ETag")).get(Exports.PART, id, 1).then().statusCode(304);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        assertArrayEquals(all.toByteArray(), Pages.asAdmin().get("/api/v1/export").then().statusCode(200).extract().asByteArray());
        String lines = lines(parts);
        assertTrue(lines.startsWith("{\"@export\":1,\"id\":\"" + id + "\",\"part\":1,\"of\":\"full\""), lines.substring(0, 200));
        assertTrue(lines.endsWith("{\"@end\":" + KIND.matcher(lines).results().count() + "}\n"), "the number of lines");
        assertFalse(lines.contains(DigestUtils.sha256Hex("key-of-the-tests-0123456789")) || lines.contains("\"hash\""), "a secret");
        Pages.asAdmin().get("/api/v1/export?kind=public").then().statusCode(404);
    }

    @Test
    void a_public_export_has_what_anybody_may_read() throws Exception {
        ExportedContent.add();
        String lines = lines(parts(Exports.begin("public")));
        assertTrue(lines.contains("Chỉ thị một") && lines.contains("Tin rút"), "published");
        for (String hidden : List.of("Bản thảo kín", "Tin gỡ", "key:admin")) {
            assertFalse(lines.contains(hidden), hidden);
        }
        given().get("/api/v1/export?kind=public").then().statusCode(200).header("Cache-Control", containsString("private"));
        given().get("/api/v1/export").then().statusCode(401);
        Keys.as("publisher").get("/api/v1/export?kind=full").then().statusCode(403);
        Keys.as("publisher").get("/api/v1/export?kind=public").then().statusCode(200);
        // The snapshot is dated by the database's clock.
        clock.set(Instant.now());
        Editing.remove(given().get("/api/v1/articles").path("items[0].id"), "Dữ liệu cá nhân.").then().statusCode(200);
        given().get("/api/v1/export?kind=public").then().statusCode(404);
        Pages.asAdmin().get("/api/v1/export?kind=public").then().statusCode(200);
        Set<String> kinds = kinds(lines);
        assertTrue(kinds.contains("revision") && !kinds.contains("audit") && !kinds.contains("api_key") && !kinds.contains("schedule"),
                kinds.toString());
        empty();
        String id = Exports.upload(List.of(lines.getBytes(StandardCharsets.UTF_8)));
        Exports.startImport(id).then().statusCode(202);
        ended(id).body("state", equalTo("failed")).body("fault", containsString("Only a full export"));
    }

    @Test
    void what_a_killed_instance_had_begun_is_begun_anew() throws Exception {
        ExportedContent.add();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into export_job (id, kind, state, compressed, created_by, created_at, lines)
                    values ('01a2246b-c3b6-7e05-81ec-3d03b95220d5', 'full', 'writing', false, 'key:admin', now(), 7);
                    insert into export_piece values ('01a2246b-c3b6-7e05-81ec-3d03b95220d5', 1, 0, 'old');
                    insert into export_part values ('01a2246b-c3b6-7e05-81ec-3d03b95220d5', 1, 3, 1, 'old')""");
        }
        List<byte[]> parts = parts("01a2246b-c3b6-7e05-81ec-3d03b95220d5");
        assertTrue(new String(parts.get(parts.size() - 1), StandardCharsets.UTF_8).endsWith("}\n"), "it is whole");
        Pages.asAdmin().get(Exports.PART, "01a2246b-c3b6-7e05-81ec-3d03b95220d5", 1).then().header("Content-Type", containsString("ndjson"));
    }

    @Test
    void what_is_no_whole_export_is_refused_and_nothing_of_it_stays() throws Exception {
        ExportedContent.add();
        List<byte[]> parts = parts(Exports.begin("full"));
        String plain = lines(parts);
        empty();
        Map<String, String> damaged = Map.of(
                plain.replace("\"@kind\":\"slug\",\"slug\":", "\"@kind\":\"slug\",\"sl\":"), "no row",
                plain.replaceFirst("(\\{\"@kind\":\"category_tree\"[^\n]*\n)", "$1$1"), "do not fit",
                plain.substring(0, plain.length() / 2), "cut off",
                plain.substring(0, plain.lastIndexOf("{\"@end\"")), "last line",
                plain.replaceFirst("\\{\"@kind\":\"slug\"[^\n]*\n", ""), "lines",
                plain.replace("\"@kind\":\"slug\"", "\"@kind\":\"pg_authid\""), "pg_authid",
                plain.replaceFirst("\"schema\":\"[0-9]+\"", "\"schema\":\"3\""), "version",
                "hello\n", "no JSON", "{}\n", "does not begin");
        for (Map.Entry<String, String> each : damaged.entrySet()) {
            String id = Exports.upload(List.of(each.getKey().getBytes(StandardCharsets.UTF_8)));
            Exports.startImport(id).then().statusCode(202);
            ended(id).body("state", equalTo("failed")).body("fault", containsString(each.getValue()));
            given().get("/api/v1/articles").then().body("items", hasSize(0));
            Pages.asAdmin().delete(Exports.EXPORTS + "/{id}", id).then().statusCode(204);
        }
    }

    @Test
    void requests_that_cannot_be_met_get_a_problem() throws SQLException {
        Editing.post(Exports.EXPORTS, "{\"kind\": \"all\"}").then().statusCode(422);
        Editing.post(Exports.EXPORTS, "{}").then().statusCode(422);
        Keys.as("publisher").get(Exports.EXPORTS).then().statusCode(403);
        String id = Exports.begin("uploaded");
        Exports.startImport(id).then().statusCode(409);
        for (int number : List.of(0, -1, 1_000_001)) {
            Pages.asAdmin().contentType("application/gzip").body(new byte[3]).put(Exports.PART, id, number).then().statusCode(400);
        }
        Pages.asAdmin().contentType("application/gzip").body(new byte[3]).put(Exports.PART, id, 2).then().statusCode(204);
        Exports.startImport(id).then().statusCode(409).body("detail", containsString("not complete"));
        Pages.asAdmin().get(Exports.PART, id, 7).then().statusCode(404);
        Pages.asAdmin().get(Exports.PART, "01a2246b-c3b6-7e05-81ec-3d03b95220d9", 1).then().statusCode(404);
        for (int i = 1; i < 5; i++) {
            Exports.begin("uploaded");
        }
        Editing.post(Exports.EXPORTS, "{\"kind\": \"uploaded\"}").then().statusCode(409);
        Pages.asAdmin().get(Exports.EXPORTS).then().body("items", hasSize(5)).body("page.totalItems", equalTo(5));
        Pages.asAdmin().delete(Exports.EXPORTS + "/{id}", id).then().statusCode(204);
        Pages.asAdmin().get(Exports.EXPORTS + "/{id}", id).then().statusCode(404);
        Pages.asAdmin().header("Idempotency-Key", "x").contentType("application/json").body("{\"kind\": \"uploaded\"}").post(Exports.EXPORTS).then()
                .statusCode(202);
    }

    @Test
    void what_a_merge_removes_is_in_no_public_export_any_more() throws Exception {
        clock.set(TestClock.START);
        sample.load();
        String article = given().get("/api/v1/articles").path("items[0].id");
        clock.advance(Duration.ofHours(1));
        Editing.remove(article, "Dữ liệu cá nhân.").then().statusCode(200);
        List<byte[]> parts = parts(Exports.begin("full"));
        clock.set(TestClock.START);
        empty();
        sample.load();
        parts(Exports.begin("public"));
        given().get("/api/v1/export?kind=public").then().statusCode(200);
        String id = Exports.upload(parts);
        Exports.startMerge(id, "soc-trang").then().statusCode(202);
        ended(id).body("state", equalTo("done"));
        given().get("/api/v1/articles/" + article).then().statusCode(410);
        given().get("/api/v1/export?kind=public").then().statusCode(404);
    }
}
