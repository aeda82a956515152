package vn.loa.cache;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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
    SettledCache cache;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @BeforeEach
    void cacheIsReady() {
        cache.awaitReady();
    }

    private static String published() {
        return Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
    }

    @Test
    void an_answer_has_a_tag_and_is_sent_once() {
        String id = published();
        cache.settle();
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
        cache.settle();
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
    void whatever_shows_an_article_has_its_tag() {
        String id = published();
        cache.settle();
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
    void caches_keep_nothing_beyond_the_next_scheduled_change() {
        String id = published();
        cache.settle();
        String unhurried = "public, max-age=10, s-maxage=60, stale-while-revalidate=30, stale-if-error=300";
        given().get(ARTICLE, id).then().header("Cache-Control", equalTo(unhurried));
        given().get("/api/v1/articles/nothing").then().statusCode(404).header("Cache-Control", equalTo(unhurried));
        Editing.post("/api/v1/schedules", Editing.object("{\"articleId\": \"" + id
                + "\", \"action\": \"withdraw\", \"explanation\": \"Hết hạn\", \"at\": \"2026-07-15T05:01:10Z\"}"))
                .then().statusCode(201);
        cache.settle();
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
        cache.settle();
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
        cache.settle();
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
        cache.settle();
        given().get(ARTICLE, id).then().statusCode(200);
        Generation before = cache.current();
        execute(OtherInstance.withdraw(id));
        SettledCache.await(() -> cache.current() != null && cache.current() != before);
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
        cache.settle();
        List<String> one = Statements.textsDuring(() -> given().get(ARTICLE + "?include=sections", id).then().statusCode(200));
        cache.invalidate();
        List<String> hundred = Statements.textsDuring(() -> {
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
        cache.settle();
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
        cache.settle();
        String etag = given().get(ARTICLE, id).header("ETag");
        for (Map.Entry<String, String> header : Map.of("Authorization", "Bearer wrong", "Cookie", "a=b").entrySet()) {
            given().header(header.getKey(), header.getValue()).get(ARTICLE, id).then().statusCode(200)
                    .header("ETag", equalTo(etag));
        }
    }
}
