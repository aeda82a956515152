package vn.loa.visitor.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** Views of many articles, and days of the site, from an earlier system. */
@QuarkusTest
class ManyCountersTest {

    private static final String VIEWS = "/api/v1/views";
    private static final String DAYS = "/api/v1/visitors/history";

    private static ValidatableResponse put(String path, String type, String body) {
        return Pages.asAdmin().contentType(type).body(body).put(path).then();
    }

    private static void hasViews(String article, int views) {
        given().get("/api/v1/articles/{id}/views", article).then().body("views", equalTo(views));
    }

    @Test
    void bases_and_days_of_many_articles_are_taken_over_at_once_and_again_without_a_change() {
        String one = Editing.published(Editing.news("Tin một"));
        String two = Editing.published(Editing.news("Tin hai"));
        String body = """
                {"items": [{"article": "tin-mot", "views": 100}, {"article": "%s", "day": "2024-03-02", "views": 7},
                  {"article": "%s", "day": "2024-03-01", "views": 5}, {"article": "%s", "day": "2024-03-02", "views": 1}]}
                """.formatted(one, one, two);
        for (int i = 0; i < 2; i++) {
            put(VIEWS, "application/json", body).statusCode(200).body("replaced", equalTo(4));
            hasViews(one, 112);
            hasViews(two, 1);
            given().get(DAYS + "?firstDay=2024-03-01&lastDay=2024-03-02").then().body("items.views", contains(5, 8));
            given().get("/api/v1/articles/{id}/views/history?firstDay=2024-03-01&lastDay=2024-03-02", one).then()
                    .body("items.views", contains(5, 7));
        }
        put(VIEWS, "text/csv", "article,day,views\r\n" + one + ",,10\r\n" + one + ",2024-03-02,0\r\n\r\n").statusCode(200)
                .body("replaced", equalTo(2));
        hasViews(one, 15);
        Pages.asAdmin().get("/api/v1/audit?action=visitors.put-views").then().body("items[0].details.replaced", equalTo(2));
    }

    @Test
    void each_wrong_line_is_named_and_none_is_taken_over() {
        String one = Editing.published(Editing.news("Tin"));
        String draft = Editing.created(Editing.news("Nháp"));
        put(VIEWS, "application/json", """
                {"items": [{"article": "%s", "views": 1}, {"article": "%s", "views": 1}, {"article": "tin", "views": 2},
                  {"article": "%s", "day": "2999-01-01", "views": -1}, null, {"article": "\\u0000", "day": "0001-01-01"}]}
                """.formatted(one, draft, one)).statusCode(422)
                .body("errors.pointer", contains("/items/1/article", "/items/2", "/items/3/day", "/items/3/views", "/items/4",
                        "/items/5/article", "/items/5/day", "/items/5/views"));
        put(VIEWS, "text/csv", "views,article\n1," + one + "\nx," + one + "\n,\n").statusCode(400)
                .body("errors.pointer", contains("/items/1/views", "/items/1", "/items/2/article", "/items/2/views"));
        hasViews(one, 0);
        put(DAYS, "application/json", """
                {"items": [{"day": "2024-03-01", "visits": 1}, {"day": "2024-03-01", "visits": 1}, {"visits": 1},
                  {"day": "2026-07-15", "visits": 1000000000001, "hits": -1}]}
                """).statusCode(422).body("errors.pointer",
                contains("/items/1/day", "/items/2/day", "/items/3/day", "/items/3/visits", "/items/3/hits"));
        given().get(DAYS + "?firstDay=2024-03-01&lastDay=2024-03-01").then().body("items.visits", contains(0));
    }

    @Test
    void what_is_no_table_or_too_long_is_refused() {
        for (String table : new String[] {"", "day,visits", "visits\n1", "day,visits,day\n2024-03-01,1,2", "day,visits\n2024-03-01,1,1",
                "day,visits\n\"2024-03-01,1"}) {
            put(DAYS, "text/csv", table).statusCode(400).body("code", equalTo("malformed-body"));
        }
        String many = IntStream.range(0, 20_001).mapToObj(i -> "2024-03-01,1").collect(Collectors.joining("\n", "day,visits\n", ""));
        put(DAYS, "text/csv", many).statusCode(422).body("detail", containsString("20000"));
        put(DAYS, "application/json", "{\"items\": []}").statusCode(422).body("errors.pointer", contains("/items"));
        put(DAYS, "application/json", "[]").statusCode(400);
        put(VIEWS, "application/json", "{\"items\": [{\"article\": 7, \"views\": \"1\"}]}").statusCode(400)
                .body("errors", hasSize(2));
        Keys.as("publisher").contentType("text/csv").body("day,visits\n2024-03-01,1").put(DAYS).then().statusCode(403);
    }

    @Test
    void many_days_of_the_site_are_taken_over_at_once() {
        put(DAYS, "text/csv", "\uFEFFday,visits,visitors,hits\n2024-03-01,10,8,30\n2024-03-02,20,,\n").statusCode(200)
                .body("replaced", equalTo(2));
        put(DAYS, "application/json", "{\"items\": [{\"day\": \"2024-03-02\", \"visits\": 21, \"hits\": 5, \"visitors\": null}]}")
                .statusCode(200);
        given().get(DAYS + "?firstDay=2024-03-01&lastDay=2024-03-02").then().body("items.visits", contains(10, 21))
                .body("items.visitors", contains(8, 0)).body("items.hits", contains(30, 5));
    }
}
