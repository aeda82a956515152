package vn.loa.visitor.hit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.PlainHttp;
import vn.loa.visitor.count.Tables;

/** What a browser sends without a preflight, and what it is answered. */
@QuarkusTest
class HitAnswerTest {

    private static final String HITS = "/api/v1/hits";
    private static final String NOT_COUNTED = "Loa-Not-Counted";

    @Inject
    DataSource database;

    /** Without a body. */
    private static RequestSpecification visitor(String userAgent) {
        return given().noContentType().header("User-Agent", userAgent);
    }

    private static RequestSpecification sender(String userAgent, String type, String body) {
        return given().header("User-Agent", userAgent).header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification text(String type, String body) {
        return sender("Firefox", type, body);
    }

    private static RequestSpecification wanting(String userAgent, String article) {
        return sender(userAgent, "application/json", "{\"articleId\":" + (article == null ? "null" : "\"" + article + "\"") + "}")
                .header("Prefer", "return=representation");
    }

    private static ValidatableResponse withCounters(String userAgent, String article) {
        return wanting(userAgent, article).post(HITS).then();
    }

    private static String article() {
        return Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung."));
    }

    private static void assertViews(String article, int views) {
        given().get("/api/v1/articles/{id}/views", article).then().statusCode(200).body("views", equalTo(views));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "text/plain; charset=utf-8", "Text/Plain; Charset=\"utf-8\"",
            "text/plain; x=y", "application/json"})
    void the_same_json_is_read_as_text(String type) {
        String article = article();
        text(type, "{\"articleId\":\"" + article + "\"}").post(HITS).then().statusCode(204).header(NOT_COUNTED, nullValue());
        assertViews(article, 11);
    }

    @Test
    void text_is_read_as_strictly_as_json() {
        for (String body : List.of("x", "{", "{} {}", "[]", "null", "\"\"", "{\"articleId\":null,\"articleId\":null}")) {
            text("text/plain", body).post(HITS).then().statusCode(400);
        }
        text("text/plain", "{\"article\":\"x\"}").post(HITS).then().statusCode(400).body("errors.code", contains("unknown-field"));
        text("text/plain", "{\"articleId\":\"x\"}").post(HITS).then().statusCode(400).body("errors.pointer", contains("/articleId"));
        text("text/plain", " ".repeat(4097)).post(HITS).then().statusCode(413);
        text("application/xml", "<hit/>").post(HITS).then().statusCode(415);
        text("text/html", "{}").post(HITS).then().statusCode(415);
        assertEquals(0, Tables.sum(database, "hits"));
    }

    @Test
    void empty_text_is_a_visit_to_the_site() {
        text("text/plain", "").post(HITS).then().statusCode(204);
        assertEquals(1, Tables.sum(database, "hits"));
    }

    @Test
    void a_beacon_of_another_origin_is_counted_and_its_cookies_are_not_read() {
        for (String cookie : List.of("session=a", "session=b", "session=a; visitor=" + UUID.randomUUID())) {
            text("text/plain;charset=UTF-8", "{}").header("Origin", "https://portal.example").header("Cookie", cookie)
                    .header("Sec-Fetch-Mode", "no-cors").post(HITS).then().statusCode(204)
                    .header("Access-Control-Allow-Origin", equalTo("*")).header("Access-Control-Allow-Credentials", nullValue())
                    .header("Set-Cookie", nullValue()).header("Access-Control-Expose-Headers", containsString(NOT_COUNTED));
        }
        given().get("/api/v1/visitors").then().body("today", equalTo(1));
    }

    @Test
    void the_answer_has_the_counters_with_this_very_hit() {
        String article = article();
        withCounters("Firefox", article).statusCode(200)
                .header("Preference-Applied", equalTo("return=representation")).header("Vary", containsString("Prefer"))
                .header("Cache-Control", equalTo("no-store")).header(NOT_COUNTED, nullValue())
                .body("views", equalTo(11)).body("online", equalTo(1)).body("today", equalTo(1)).body("total", equalTo(1));
        withCounters("Chrome", article).statusCode(200)
                .body("views", equalTo(12)).body("online", equalTo(2)).body("today", equalTo(2)).body("total", equalTo(2));
        withCounters("Firefox", article).statusCode(200).body("views", equalTo(12)).body("today", equalTo(2));
        withCounters("Safari", null).statusCode(200).body("views", nullValue()).body("today", equalTo(3));
        visitor("Edge").header("Prefer", "return=representation").post(HITS).then().statusCode(200).body("today", equalTo(4));
    }

    /** The empty query keeps a hit from the fast path. */
    @Test
    void both_paths_answer_the_same() {
        String article = article();
        // A question mark keeps a hit off the fast path.
        for (String path : List.of(HITS, HITS + "?")) {
            HttpResponse<String> counted = PlainHttp.send("POST", path, "{\"articleId\":\"" + article + "\"}", "User-Agent", "Firefox",
                    "Content-Type", "application/json", "Prefer", "return=representation");
            assertEquals(List.of("application/json;charset=UTF-8", "return=representation", "Prefer", "no-store"),
                    Stream.of("Content-Type", "Preference-Applied", "Vary", "Cache-Control")
                            .map(name -> counted.headers().firstValue(name).orElse("none")).toList());
            assertTrue(counted.body().contains("\"views\":11,"), counted.body());
            HttpResponse<String> crawler = PlainHttp.send("POST", path, "", "User-Agent", "curl/8.5.0");
            assertEquals(List.of(204, "crawler"), List.of(crawler.statusCode(), crawler.headers().firstValue(NOT_COUNTED).orElse("none")));
        }
    }

    @Test
    void each_of_many_at_once_is_told_of_itself() {
        String article = article();
        List<Integer> views = AtOnce.call(24, n ->
                withCounters("visitor " + n, article).statusCode(200).extract().path("views"));
        List<Integer> sorted = views.stream().sorted().toList();
        for (int n = 0; n < sorted.size(); n++) {
            assertTrue(sorted.get(n) > 10 + n, sorted.toString());
        }
        assertEquals(34, sorted.get(sorted.size() - 1));
    }

    @ParameterizedTest
    @CsvSource({"return=minimal", "respond-async", "return=everything"})
    void without_that_preference_the_answer_is_empty(String preference) {
        visitor("Firefox").header("Prefer", preference).post(HITS).then().statusCode(204).header("Preference-Applied", nullValue());
    }

    @Test
    void a_hit_that_is_not_counted_says_why_and_shows_the_counters_as_they_are() {
        String article = article();
        withCounters("Firefox", article).body("views", equalTo(11));
        withCounters("Googlebot/2.1", article).statusCode(200).header(NOT_COUNTED, equalTo("crawler"))
                .body("views", equalTo(11)).body("today", equalTo(1));
        wanting("Chrome", article).header("Sec-Purpose", "prefetch;prerender").post(HITS).then().statusCode(200)
                .header(NOT_COUNTED, equalTo("prefetch")).body("views", equalTo(11)).body("today", equalTo(1));
        String hit = "{\"hitId\":\"" + UUID.randomUUID() + "\"}";
        text("text/plain", hit).post(HITS).then().statusCode(204).header(NOT_COUNTED, nullValue());
        text("text/plain", hit).post(HITS).then().statusCode(204).header(NOT_COUNTED, equalTo("repeated"));
        text("text/plain", "{\"articleId\":\"" + UUID.randomUUID() + "\"}").post(HITS).then().statusCode(404)
                .header(NOT_COUNTED, equalTo("unknown-article"));
        given().get("/api/v1/visitors").then().body("today", equalTo(1));
    }

    @Test
    void a_crawler_learns_nothing_of_a_draft() {
        String draft = Editing.created(Editing.news("Nháp"));
        Pages.asAdmin().contentType("application/json").body("{\"views\":5}").put("/api/v1/articles/{id}/views/base", draft);
        for (String article : List.of(draft, UUID.randomUUID().toString())) {
            withCounters("Googlebot/2.1", article).statusCode(200).body("views", nullValue());
            withCounters("Firefox", article).statusCode(404);
        }
    }

    @Test
    void a_hit_is_stored_and_answered_without_counters_when_they_cannot_be_read() {
        Tables.execute(database, "alter table site_base rename to site_base_away");
        try {
            withCounters("Firefox", null).statusCode(204).header("Preference-Applied", nullValue());
        } finally {
            Tables.execute(database, "alter table site_base_away rename to site_base");
        }
        withCounters("Chrome", null).statusCode(200).body("today", equalTo(2));
        assertEquals(2, Tables.sum(database, "hits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip", "PREFETCH"})
    void speculation_rules_count_nothing(String purpose) {
        visitor("Chrome").header("Sec-Purpose", purpose).post(HITS).then().statusCode(204).header(NOT_COUNTED, equalTo("prefetch"));
        visitor("Chrome").header("Sec-Purpose", "navigate", purpose).post(HITS).then().header(NOT_COUNTED, equalTo("prefetch"));
        assertNull(visitor("Chrome").post(HITS).header(NOT_COUNTED));
    }
}
