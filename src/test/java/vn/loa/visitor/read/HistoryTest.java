package vn.loa.visitor.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;
import vn.loa.visitor.count.Tables;
import vn.loa.visitor.count.ArticleRanking;
import vn.loa.visitor.retention.VisitorRetention;

/** Histories by hour, day and month, imported totals and days, and the most read articles. */
@QuarkusTest
class HistoryTest {

    private static final String HISTORY = "/api/v1/visitors/history";

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    VisitorRetention keeping;

    @Inject
    ArticleRanking ranking;

    private static void hit(String visitor, String article) {
        given().header("User-Agent", visitor).contentType("application/json")
                .body("{\"articleId\":" + (article == null ? null : "\"" + article + "\"") + "}").post("/api/v1/hits")
                .then().statusCode(204);
    }

    private static String article(String title) {
        return Pages.publish(Pages.news(title, "08:00:00 01-06-2024", "Nội dung."));
    }

    private static ValidatableResponse put(String path, String body) {
        return Pages.asAdmin().contentType("application/json").body(body).put("/api/v1" + path).then();
    }

    private static ValidatableResponse counters() {
        return given().get("/api/v1/visitors").then().statusCode(200);
    }

    @Test
    void a_history_is_by_hour_day_or_month() {
        String article = article("Tin");
        hit("Firefox", article);
        hit("Firefox", null);
        clock.advance(Duration.ofHours(1));
        hit("Chrome", null);
        clock.advance(Duration.ofDays(1));
        hit("Firefox", article);
        given().get(HISTORY + "?firstDay=2026-07-14&lastDay=2026-07-16").then().statusCode(200)
                .body("interval", equalTo("day")).body("zone", equalTo("Asia/Ho_Chi_Minh"))
                .body("items.period", contains("2026-07-14", "2026-07-15", "2026-07-16"))
                .body("items.start[1]", equalTo("2026-07-14T17:00:00Z"))
                .body("items.visits", contains(0, 2, 1)).body("items.visitors", contains(0, 2, 1))
                .body("items.hits", contains(0, 3, 1)).body("items.views", contains(0, 1, 1));
        given().get(HISTORY + "?firstDay=2026-07-15&lastDay=2026-07-15&interval=hour").then().statusCode(200)
                .body("items", hasSize(24)).body("items[12].period", equalTo("2026-07-15T12:00+07:00"))
                .body("items[12].hits", equalTo(2)).body("items[13].hits", equalTo(1)).body("items[14].hits", equalTo(0));
        given().get(HISTORY + "?firstDay=2026-06-20&interval=month").then().statusCode(200)
                .body("items.period", contains("2026-06", "2026-07")).body("items.visits", contains(0, 3));
        given().get("/api/v1/articles/{id}/views/history?firstDay=2026-07-15", article).then().statusCode(200)
                .body("items.views", contains(1, 1));
        given().get("/api/v1/articles/{id}/views/history?firstDay=2026-07-15&lastDay=2026-07-15&interval=hour", article).then()
                .statusCode(200).body("items[12].views", equalTo(1));
    }

    @Test
    void history_is_exported_as_csv() {
        hit("Firefox", null);
        assertEquals("period,start,visits,visitors,hits,views\r\n2026-07-14,2026-07-13T17:00:00Z,0,0,0,0\r\n"
                        + "2026-07-15,2026-07-14T17:00:00Z,1,1,1,0\r\n",
                given().accept("text/csv").get(HISTORY + "?firstDay=2026-07-14").then().statusCode(200)
                        .contentType("text/csv").extract().asString());
        assertEquals("period,start,views\r\n2026-07-15,2026-07-14T17:00:00Z,0\r\n",
                given().accept("text/csv").get("/api/v1/articles/{id}/views/history?firstDay=2026-07-15", article("Tin"))
                        .then().statusCode(200).extract().asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/* | application/json", "application/*;q=0.5 | application/json",
        "application/*, text/html | application/json", "text/* | text/csv", "*/* | application/json",
        "text/csv, application/json;q=0.9 | text/csv", "text/*;q=0.1, application/* | application/json",
        "application/json;q=0, */* | text/csv", "TEXT/CSV | text/csv"})
    void a_wildcard_is_the_form_that_it_matches(String accept, String form) {
        for (String history : List.of(HISTORY, "/api/v1/articles/" + article("Tin") + "/views/history")) {
            given().header("Accept", accept).get(history).then().statusCode(200).header("Content-Type", startsWith(form))
                    .header("Vary", containsString("Accept")).body(startsWith(form.equals("text/csv") ? "period," : "{"));
            given().header("Accept", "image/*").get(history).then().statusCode(406).header("Vary", containsString("Accept"));
        }
    }

    @ParameterizedTest
    @CsvSource({"firstDay=2026-07-16&lastDay=2026-07-15,firstDay", "interval=week,interval", "firstDay=x,firstDay", "firstDay=1990-01-01,firstDay",
        "interval=hour&firstDay=2026-01-01,firstDay", "interval=hour&lastDay=2027-01-01&firstDay=2026-07-01,firstDay", "day=1,day",
        "interval=month&firstDay=1000-01-01,firstDay"})
    void a_range_that_is_not_valid_is_refused(String query, String parameter) {
        given().get(HISTORY + "?" + query).then().statusCode(400).body("errors.parameter", contains(parameter));
    }

    @Test
    void a_day_before_the_launch_is_taken_over_and_the_same_again_changes_nothing() {
        for (int time = 0; time < 2; time++) {
            put("/visitors/history/2019-03-26", "{\"visits\": 2898, \"visitors\": 2611}").statusCode(204);
            counters().body("total", equalTo(2898)).body("today", equalTo(0));
        }
        given().get(HISTORY + "?firstDay=2019-03-26&lastDay=2019-03-26").then()
                .body("items.visits", contains(2898)).body("items.visitors", contains(2611)).body("items.hits", contains(0));
        put("/visitors/history/2019-03-26", "{\"visits\": 1}").statusCode(204);
        counters().body("total", equalTo(1));
        Pages.asAdmin().get("/api/v1/audit?action=visitors.put-day").then().body("items", hasSize(3))
                .body("items[0].details.day", equalTo("2019-03-26")).body("items[0].details.visits", equalTo(1));
    }

    @Test
    void a_day_that_was_counted_here_is_put_right() {
        String article = article("Tin");
        hit("Firefox", article);
        hit("Chrome", article);
        clock.advance(Duration.ofDays(1));
        put("/visitors/history/2026-07-15", "{\"visits\": 7, \"visitors\": 5, \"hits\": 9}").statusCode(204);
        given().get(HISTORY + "?firstDay=2026-07-15&lastDay=2026-07-15").then().body("items[0].visits", equalTo(7))
                .body("items[0].hits", equalTo(9)).body("items[0].views", equalTo(2));
        for (int time = 0; time < 2; time++) {
            put("/articles/" + article + "/views/history/2026-07-15", "{\"views\": 20}").statusCode(204);
            given().get("/api/v1/articles/{id}/views", article).then().body("views", equalTo(30));
            given().get("/api/v1/articles/{id}/views/history?firstDay=2026-07-15&lastDay=2026-07-15", article).then()
                    .body("items.views", contains(20));
            given().get(HISTORY + "?firstDay=2026-07-15&lastDay=2026-07-15").then().body("items.views", contains(20));
        }
    }

    @Test
    void the_bases_are_set_and_the_same_again_changes_nothing() {
        String article = article("Tin");
        hit("Firefox", article);
        for (int time = 0; time < 2; time++) {
            put("/visitors/base", "{\"total\": 1309310}").statusCode(204);
            counters().body("total", equalTo(1_309_311));
            put("/articles/" + article + "/views/base", "{\"views\": 304}").statusCode(204);
            given().get("/api/v1/articles/{id}/views", article).then().body("views", equalTo(305));
        }
        Pages.asAdmin().get("/api/v1/audit?action=visitors.put-base").then()
                .body("items.subject", hasItem("visitors")).body("items.subjectId", hasItem(article));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-15", "2026-07-16", "9999-01-01"})
    void a_day_that_is_not_over_cannot_be_set(String day) {
        put("/visitors/history/" + day, "{\"visits\": 1}").statusCode(400).body("errors.parameter", contains("day"));
        put("/articles/" + article("Tin") + "/views/history/" + day, "{\"views\": 1}").statusCode(400)
                .body("errors.parameter", contains("day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|422|/visits", "{\"visits\": -1}|422|/visits", "{\"visits\": 1, \"hits\": 1000000000001}|422|/hits",
        "{\"visits\": \"1\"}|400|/visits", "{\"visits\": 1.5}|400|/visits", "{\"visits\": 1, \"x\": 1}|400|/x",
        "{\"visits\": 99999999999999999999}|400|/visits"})
    void a_body_that_is_not_a_count_is_refused(String body, int status, String pointer) {
        put("/visitors/history/2019-03-26", body).statusCode(status).body("errors.pointer", contains(pointer));
        counters().body("total", equalTo(0));
    }

    @Test
    void only_admins_write_history() {
        Keys.as("publisher").contentType("application/json").body("{\"total\": 1}").put("/api/v1/visitors/base")
                .then().statusCode(403);
        given().contentType("application/json").body("{\"total\": 1}").put("/api/v1/visitors/base").then().statusCode(401);
        put("/articles/01a206d2-563a-7e8e-8a6a-736bf594a420/views/base", "{\"views\": 1}").statusCode(404);
    }

    @Test
    void articles_are_listed_by_their_views_and_the_most_read_of_some_days() {
        String old = article("Cũ");
        String fresh = article("Mới");
        String unread = article("Chưa đọc");
        put("/articles/" + old + "/views/history/2026-07-01", "{\"views\": 50}").statusCode(204);
        hit("Firefox", fresh);
        hit("Chrome", fresh);
        hit("Chrome", old);
        ranking.refresh();
        given().get("/api/v1/articles?sort=-views").then().statusCode(200).body("items.id", contains(old, fresh, unread));
        given().get("/api/v1/articles?sort=-views&size=1&page=2").then().body("items.id", contains(fresh))
                .body("page.totalItems", equalTo(3));
        given().get("/api/v1/articles?sort=-firstPublishedAt").then().statusCode(200);
        given().get("/api/v1/most-read?days=7").then().statusCode(200)
                .body("items.article.id", contains(fresh, old)).body("items.views", contains(2, 1))
                .body("firstDay", equalTo("2026-07-09"));
        given().get("/api/v1/most-read?days=15&size=1").then().body("items.article.id", contains(old))
                .body("items.views", contains(51)).body("page.totalItems", equalTo(2))
                .header("Link", containsString("days=15&size=1&page=2>; rel=\"next\""));
        given().get("/api/v1/most-read?page=2").then().body("items", empty()).body("page.totalItems", equalTo(2));
        given().get("/api/v1/most-read?page=2&count=none").then().body("items", empty());
        given().get("/api/v1/articles?sort=views&count=none").then().statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=10")).body("items.id", contains(unread, fresh, old));
        hit("Opera", unread);
        hit("Edge", unread);
        hit("Safari", unread);
        ranking.refresh();
        given().get("/api/v1/articles?sort=views&count=none").then().body("items.id", contains(fresh, unread, old));
        given().get("/api/v1/articles?sort=-views&cursor=x").then().statusCode(400).body("errors.parameter", contains("cursor"));
        given().get("/api/v1/most-read?days=0").then().statusCode(400).body("errors.parameter", contains("days"));
        given().post("/api/v1/most-read").then().statusCode(405);
    }

    @Test
    void hours_that_are_not_kept_become_days_and_nothing_is_lost() {
        String article = article("Tin");
        hit("Firefox", article);
        clock.advance(Duration.ofDays(100));
        keeping.keep();
        assertEquals(0, Tables.number(database, "select count(*) from site_hour"));
        assertEquals(0, Tables.number(database, "select count(*) from article_hour"));
        counters().body("total", equalTo(1));
        given().get("/api/v1/articles/{id}/views", article).then().body("views", equalTo(11));
        given().get(HISTORY + "?firstDay=2026-07-15&lastDay=2026-07-15").then().body("items.visits", contains(1))
                .body("items.views", contains(1));
    }

    /** The days that one site lists can be set on another, with the same sums. */
    @Test
    void an_exported_day_can_be_imported() {
        hit("Firefox", null);
        hit("Chrome", null);
        clock.advance(Duration.ofDays(1));
        List<Integer> out = given().get(HISTORY + "?firstDay=2026-07-15&lastDay=2026-07-15").jsonPath().getList("items.visits");
        put("/visitors/history/2026-07-15", "{\"visits\": " + out.get(0) + "}").statusCode(204);
        counters().body("total", equalTo(2));
        assertTrue(given().get(HISTORY).jsonPath().getList("items").size() == 30);
    }
}
