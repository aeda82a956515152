package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.OtherInstance;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** The caching headers of responses, and Loa's own cache. The clock stands still; the database is polled as usual. */
@QuarkusTest
class CachingTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    PublicCache cache;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @BeforeEach
    void cacheIsReady() {
        await(() -> cache.current() != null);
    }

    /** Waits for something that happens in another thread; at most for a limited time. */
    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited too long");
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until the cache has read the changes of this test from the database. */
    private void settled() {
        await(() -> cache.current() != null);
        ChangeTimes changeTimes = cache.changeTimes();
        await(() -> cache.changeTimes() != null && cache.changeTimes() != changeTimes);
        ChangeTimes later = cache.changeTimes();
        await(() -> cache.changeTimes() != null && cache.changeTimes() != later);
    }

    private static String published() {
        return Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
    }

    @Test
    void an_answer_has_a_tag_and_is_sent_once() {
        String id = published();
        settled();
        for (int time = 1; time <= 3; time++) {
            Response answer = given().get(ARTICLE, id);
            String etag = answer.then().statusCode(200).header("ETag", not(blankOrNullString())).extract().header("ETag");
            assertTrue(etag.matches("\"[\\w-]{20,}\""), etag);
            for (String known : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
                given().header("If-None-Match", known).get(ARTICLE, id).then().statusCode(304)
                        .header("ETag", equalTo(etag)).header("Content-Type", nullValue())
                        .header("Cache-Control", equalTo(answer.header("Cache-Control")))
                        .header("Cache-Tag", equalTo("article-" + id)).header("Vary", equalTo(answer.header("Vary")))
                        .body(equalTo(""));
            }
            given().header("If-None-Match", "\"other\"").get(ARTICLE, id).then().statusCode(200);
        }
    }

    @Test
    void what_is_kept_costs_no_statement_and_is_the_same() {
        String id = published();
        settled();
        for (String path : List.of("/api/v1/articles/" + id + "?include=sections,citations", "/api/v1/articles",
                "/api/v1/articles/" + id + "/sections", "/api/v1/articles/" + id + "/toc", "/api/v1/directives",
                "/api/v1/articles/chi-thi", "/api/v1/articles/" + id + "/directive/akn",
                "/api/v1/articles/" + id + "/revisions/1", "/api/v1/articles/" + id + "/cited-by")) {
            Response first = given().get(path);
            Response[] second = new Response[1];
            assertEquals(0, Statements.during(() -> second[0] = given().get(path)), path);
            assertEquals(200, second[0].statusCode());
            assertEquals(first.asString(), second[0].asString());
            for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Vary", "Cache-Tag", "Content-Length",
                    "X-Content-Type-Options", "Content-Security-Policy")) {
                assertEquals(first.header(name), second[0].header(name), path + " " + name);
                assertTrue(first.header(name) != null, path + " has no " + name);
            }
            assertEquals(first.header("Link"), second[0].header("Link"));
        }
    }

    @Test
    void each_form_has_its_own_tag() {
        String id = published();
        settled();
        List<String> etags = List.of("json", "html", "text", "markdown", "akn").stream().map(format ->
                given().get(ARTICLE + (format.equals("json") ? "/directive" : "/directive/" + format), id).header("ETag")).distinct().toList();
        assertEquals(5, etags.size());
        for (int time = 0; time < 2; time++) {
            for (String form : List.of("html", "markdown")) {
                given().redirects().follow(false).accept("text/" + form).get(ARTICLE + "/directive", id).then().statusCode(303)
                        .header("Location", endsWith("/directive/" + form)).header("Vary", equalTo("Accept"));
            }
            given().get(ARTICLE + "/directive", id).then().header("Vary", equalTo("Accept, Accept-Encoding"));
            given().get(ARTICLE + "/directive/text", id).then().header("Vary", equalTo("Accept-Encoding"));
            given().accept("image/png").get(ARTICLE + "/directive", id).then().statusCode(406)
                    .header("Vary", equalTo("Accept"));
        }
    }

    @Test
    void a_form_is_kept_for_those_who_accept_it_in_as_many_lines() throws Exception {
        String path = "/api/v1/articles/" + published() + "/directive";
        settled();
        assertTrue(raw(path, "Accept", "*/*", "Accept", "application/json;q=0").headers().firstValue("Location")
                .orElseThrow().endsWith("/directive/html"));
        given().get(path).then().contentType("application/json");
    }

    @Test
    void the_contract_is_negotiated_and_says_so() {
        for (int time = 0; time < 2; time++) {
            given().accept("application/json").get("/api/v1/openapi").then().statusCode(200)
                    .contentType("application/json").header("Vary", equalTo("Accept, Accept-Encoding"));
            given().accept("application/yaml").get("/api/v1/openapi").then().statusCode(200)
                    .contentType("application/yaml").header("Vary", equalTo("Accept, Accept-Encoding"));
        }
    }

    @Test
    void a_304_has_the_tag_of_the_form_that_the_reader_has() {
        String path = "/api/v1/articles/" + published();
        settled();
        String plain = raw(path).headers().firstValue("ETag").orElseThrow();
        String gzip = plain.substring(0, plain.length() - 1) + "-gzip\"";
        for (String known : List.of(gzip, plain)) {
            HttpResponse<byte[]> answer = raw(path, "Accept-Encoding", "gzip", "If-None-Match", known);
            assertEquals(304, answer.statusCode());
            assertEquals(known, answer.headers().firstValue("ETag").orElseThrow());
        }
    }

    @Test
    void whatever_shows_an_article_has_its_tag() {
        String id = published();
        settled();
        String tag = "article-" + id;
        for (String path : List.of("/articles", "/articles/" + id, "/articles/" + id + "/toc", "/directives", "/feeds/articles.rss",
                "/feeds/articles.atom", "/feeds/articles.json", "/search?q=" + given().get(ARTICLE, id).path("slug").toString()
                        .replace('-', '+'))) {
            given().urlEncodingEnabled(false).get("/api/v1" + path).then().statusCode(200)
                    .header("Cache-Tag", containsString(tag));
        }
        given().get(ARTICLE + "/sections/none", id).then().statusCode(404).header("Cache-Tag", containsString(tag));
    }

    @Test
    void answers_are_compressed_for_those_who_want_it() throws IOException {
        String id = published();
        settled();
        String path = "/api/v1/articles/" + id + "?include=sections,citations";
        String plain = new String(raw(path).body(), StandardCharsets.UTF_8);
        String etag = raw(path).headers().firstValue("ETag").orElseThrow();
        for (int time = 0; time < 3; time++) {
            HttpResponse<byte[]> answer = raw(path, "Accept-Encoding", "gzip");
            if (time == 0 && answer.headers().firstValue("Content-Encoding").isEmpty()) {
                // The cached response is compressed in the background after the first request for gzip.
                await(() -> raw(path, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding").isPresent());
                continue;
            }
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
            assertTrue(answer.body().length < plain.length() / 2);
            try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
                assertEquals(plain, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            String compressed = answer.headers().firstValue("ETag").orElseThrow();
            assertNotEquals(etag, compressed);
            assertEquals(304, raw(path, "Accept-Encoding", "gzip", "If-None-Match", compressed).statusCode());
        }
        assertTrue(raw(path, "Accept-Encoding", "gzip;q=0, *;q=0").headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(raw(path).headers().firstValue("Content-Encoding").isEmpty());
    }

    /** Sends a request without RestAssured, which would decompress the response. */
    private HttpResponse<byte[]> raw(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + io.restassured.RestAssured.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void head_says_what_get_would() {
        String id = published();
        settled();
        for (int time = 0; time < 2; time++) {
            Response head = given().head(ARTICLE, id);
            Response get = given().get(ARTICLE, id);
            for (String name : List.of("ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary", "Cache-Tag")) {
                assertEquals(get.header(name), head.header(name), name);
            }
            assertEquals("", head.asString());
        }
    }

    @Test
    void caches_keep_nothing_beyond_the_next_scheduled_change() {
        String id = published();
        settled();
        String unhurried = "public, max-age=10, s-maxage=60, stale-while-revalidate=30, stale-if-error=300";
        given().get(ARTICLE, id).then().header("Cache-Control", equalTo(unhurried));
        given().get("/api/v1/articles/nothing").then().statusCode(404).header("Cache-Control", equalTo(unhurried));
        Editing.post("/api/v1/schedules", Editing.object("{\"articleId\": \"" + id
                + "\", \"action\": \"withdraw\", \"explanation\": \"Hết hạn\", \"at\": \"2026-07-15T05:01:10Z\"}"))
                .then().statusCode(201);
        settled();
        given().get(ARTICLE, id).then()
                .header("Cache-Control", equalTo("public, max-age=10, s-maxage=60, stale-while-revalidate=10, stale-if-error=10"));
        clock.advance(Duration.ofSeconds(45));
        given().get(ARTICLE, id).then()
                .header("Cache-Control", equalTo("public, max-age=10, s-maxage=25, stale-while-revalidate=0"));
        clock.advance(Duration.ofSeconds(20));
        given().get("/api/v1/articles").then()
                .header("Cache-Control", equalTo("public, max-age=5, s-maxage=5, stale-while-revalidate=0"));
        given().get("/api/v1/articles/nothing").then().statusCode(404)
                .header("Cache-Control", equalTo("public, max-age=5, s-maxage=5, stale-while-revalidate=0"));
        clock.advance(Duration.ofSeconds(5));
        given().get(ARTICLE, id).then().header("Cache-Control", equalTo("public, no-cache"));
    }

    @Test
    void a_date_proves_something_only_when_its_second_is_over() {
        String id = published();
        settled();
        given().get(ARTICLE, id).then().header("Last-Modified", nullValue());
        given().header("If-Modified-Since", "Wed, 15 Jul 2026 05:00:00 GMT").get(ARTICLE, id).then().statusCode(200);
        clock.advance(Duration.ofSeconds(2));
        given().get(ARTICLE, id).then().header("Last-Modified", equalTo("Wed, 15 Jul 2026 05:00:00 GMT"));
        given().header("If-Modified-Since", "Wed, 15 Jul 2026 05:00:00 GMT").get(ARTICLE, id).then().statusCode(304);
        given().header("If-Modified-Since", "Wed, 15 Jul 2026 04:59:59 GMT").get(ARTICLE, id).then().statusCode(200);
        given().header("If-Modified-Since", "yesterday").get(ARTICLE, id).then().statusCode(200);
        given().header("If-Modified-Since", "Wed, 15 Jul 2026 05:00:00 GMT").header("If-None-Match", "\"other\"")
                .get(ARTICLE, id).then().statusCode(200);
    }

    @Test
    void whoever_publishes_reads_it_at_once() {
        String id = published();
        settled();
        for (int i = 0; i < 20; i++) {
            String etag = given().get(ARTICLE, id).header("ETag");
            Editing.retitled(id, "Tên " + i);
            given().header("If-None-Match", etag).get(ARTICLE, id).then().statusCode(304);
            Editing.publish(id).then().statusCode(200);
            given().header("If-None-Match", etag).get(ARTICLE, id).then().statusCode(200).body("title", equalTo("Tên " + i));
            given().get("/api/v1/articles").then().body("items[0].title", equalTo("Tên " + i));
        }
    }

    /** Changes the database as another instance would, so that this one learns of it only by notification. */
    @Test
    void what_another_instance_publishes_is_heard() throws SQLException {
        String id = published();
        settled();
        given().get(ARTICLE, id).then().statusCode(200);
        Generation before = cache.current();
        execute(OtherInstance.withdraw(id));
        await(() -> cache.current() != null && cache.current() != before);
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_stampede_costs_the_database_one_answer() {
        String id = published();
        settled();
        long one = Statements.during(() -> given().get(ARTICLE + "?include=sections", id).then().statusCode(200));
        cache.invalidate();
        long hundred = Statements.during(() -> {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + io.restassured.RestAssured.port
                    + "/api/v1/articles/" + id + "?include=sections")).build();
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())).toList();
            answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
            assertEquals(1, answers.stream().map(answer -> answer.join().body()).distinct().count());
        });
        assertEquals(one, hundred);
    }

    @Test
    void problems_are_not_kept_and_block_nobody() {
        for (int i = 0; i < 3; i++) {
            given().get("/api/v1/articles/nothing").then().statusCode(404).header("ETag", nullValue());
            given().get("/api/v1/articles?nonsense=1").then().statusCode(400).header("Cache-Control", equalTo("no-store"));
        }
        Editing.published(Editing.news("Nothing"));
        given().get("/api/v1/articles/nothing").then().statusCode(200);
    }

    @Test
    void other_origins_may_read_what_is_kept() {
        String id = published();
        settled();
        for (int time = 0; time < 2; time++) {
            given().header("Origin", "https://www.example.vn").get(ARTICLE, id).then().statusCode(200)
                    .header("Access-Control-Allow-Origin", not(blankOrNullString()))
                    .header("Access-Control-Expose-Headers", containsString("ETag"));
        }
        given().header("Origin", "https://www.example.vn").header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "If-None-Match").options(ARTICLE, id).then().statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("GET"));
        given().options(ARTICLE, id).then().header("Allow", containsString("GET"));
    }

    @Test
    void keys_change_nothing() {
        String id = published();
        settled();
        String etag = given().get(ARTICLE, id).header("ETag");
        for (Map.Entry<String, String> header : Map.of("Authorization", "Bearer wrong", "Cookie", "a=b").entrySet()) {
            given().header(header.getKey(), header.getValue()).get(ARTICLE, id).then().statusCode(200)
                    .header("ETag", equalTo(etag));
        }
    }
}
