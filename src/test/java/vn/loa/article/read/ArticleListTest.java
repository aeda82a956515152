package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

@QuarkusTest
class ArticleListTest {

    private static final String ARTICLES = "/api/v1/articles";

    private static void publishDays(int from, int to) {
        for (int day = from; day <= to; day++) {
            Pages.publish(Pages.news("Tin số " + day, "08:00:00 %02d-06-2024".formatted(day), "Nội dung của tin."));
        }
    }

    @Test
    void an_empty_site_has_an_empty_first_page() {
        given().get(ARTICLES).then().statusCode(200)
                .body("items", empty()).body("page.totalItems", equalTo(0)).body("page.totalPages", equalTo(0))
                .body("page.number", equalTo(1)).body("page.size", equalTo(20)).body("page.nextCursor", nullValue());
    }

    @Test
    void articles_come_newest_first_without_their_bodies() {
        publishDays(1, 3);
        given().get(ARTICLES).then().statusCode(200)
                .body("items.title", contains("Tin số 3", "Tin số 2", "Tin số 1"))
                .body("items[0].body", nullValue())
                .body("items[0].firstPublishedAt", equalTo("2024-06-03T01:00:00Z"));
    }

    @Test
    void pages_link_to_their_neighbours() {
        publishDays(1, 5);
        given().queryParam("size", 2).queryParam("page", 2).get(ARTICLES).then().statusCode(200)
                .body("items.title", contains("Tin số 3", "Tin số 2"))
                .body("page.totalItems", equalTo(5)).body("page.totalPages", equalTo(3))
                .header("Link", equalTo("</api/v1/articles?size=2&page=1>; rel=\"first\", "
                        + "</api/v1/articles?size=2&page=1>; rel=\"prev\", "
                        + "</api/v1/articles?size=2&page=3>; rel=\"next\", "
                        + "</api/v1/articles?size=2&page=3>; rel=\"last\""));
        given().queryParam("size", 2).queryParam("page", 3).get(ARTICLES).then()
                .body("items.title", contains("Tin số 1"))
                .header("Link", not(containsString("next")));
    }

    @Test
    void a_page_behind_the_last_is_empty() {
        publishDays(1, 1);
        given().queryParam("page", 9).get(ARTICLES).then().statusCode(200).body("items", empty());
        given().queryParam("page", 9).queryParam("include", "sections,citations,changeHistory").get(ARTICLES).then()
                .statusCode(200).body("items", empty());
    }

    @Test
    void a_cursor_walk_sees_every_article_once_while_newer_ones_are_published() {
        publishDays(1, 7);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int published = 7;
        do {
            JsonPath page = (cursor == null ? given() : given().queryParam("cursor", cursor)).queryParam("size", 3)
                    .get(ARTICLES).then().statusCode(200).extract().jsonPath();
            seen.addAll(page.getList("items.title"));
            cursor = page.getString("page.nextCursor");
            publishDays(++published, published);
        } while (cursor != null);
        assertEquals(List.of("Tin số 7", "Tin số 6", "Tin số 5", "Tin số 4", "Tin số 3", "Tin số 2", "Tin số 1"), seen);
    }

    @Test
    void articles_of_the_same_second_are_neither_skipped_nor_repeated() {
        for (String title : List.of("A một", "B hai", "C ba", "D bốn")) {
            Pages.publish(Pages.news(title, "08:00:00 01-06-2024", "Nội dung của tin."));
        }
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            seen.addAll(given().queryParam("size", 1).queryParam("page", page).get(ARTICLES).jsonPath().getList("items.title"));
        }
        assertEquals(List.of("A một", "B hai", "C ba", "D bốn"), seen.stream().sorted().toList());
    }

    @Test
    void drafts_are_not_listed() {
        Pages.page(Pages.news("Bản nháp", "08:00:00 01-06-2024", "Nội dung.")).post("/api/v1/imports").then().statusCode(201);
        given().get(ARTICLES).then().body("items", empty()).body("page.totalItems", equalTo(0));
    }

    @Test
    void a_list_costs_two_statements_however_long_it_is() {
        publishDays(1, 9);
        assertEquals(1, Statements.during(() -> given().get(ARTICLES).then().body("items.size()", equalTo(9))));
    }

    @ParameterizedTest
    @CsvSource({"size,0,out-of-range", "size,101,out-of-range", "size,1000,out-of-range", "size,-1,out-of-range",
            "size,ten,wrong-form", "size,1.5,wrong-form", "page,0,out-of-range", "page,10001,out-of-range",
            "page,99999999999,wrong-form", "cursor,zzz,invalid-cursor", "cursor,YQpi,invalid-cursor",
            "cursor,AAAA,invalid-cursor"})
    void a_wrong_parameter_is_named(String name, String value, String code) {
        given().queryParam(name, value).get(ARTICLES).then().statusCode(400)
                .body("code", equalTo("invalid-parameter"))
                .body("errors.parameter", contains(name)).body("errors.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "294277-01-01T00:00:00Z",
            "+999999999-01-01T00:00:00Z", "yesterday", ""})
    void a_forged_cursor_is_refused(String instant) {
        String forged = Base64.getUrlEncoder().encodeToString((instant + "\n" + UUID.randomUUID()).getBytes());
        given().queryParam("cursor", forged).get(ARTICLES).then().statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void page_and_cursor_exclude_each_other() {
        given().queryParam("page", 1).queryParam("cursor", "x").get(ARTICLES).then().statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    @Test
    void unknown_repeated_and_empty_parameters_are_refused() {
        given().queryParam("colour", "red").queryParam("sise", 1).get(ARTICLES).then().statusCode(400)
                .body("code", equalTo("unknown-parameter")).body("errors.parameter", contains("colour", "sise"))
                .body("detail", containsString("count, cursor, fields, firstPublishedAt, inForceOn, include"));
        given().queryParam("page", 1, 2).get(ARTICLES).then().statusCode(400).body("errors.code", contains("repeated"));
        given().queryParam("page", "").get(ARTICLES).then().statusCode(400).body("errors.code", contains("empty"));
    }

    @Test
    void all_includes_together_cost_four_statements_more() {
        Editing.published(Editing.directive("Văn thư", "22-CT/TU"));
        assertEquals(5, Statements.during(() -> given().queryParam("include", "sections,citations,tags,changeHistory").get(ARTICLES)
                .then().statusCode(200)));
    }

    @Test
    void head_answers_like_get_without_a_body() {
        String body = given().head(ARTICLES).then().statusCode(200).extract().asString();
        assertTrue(body.isEmpty());
    }
}
