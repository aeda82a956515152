package vn.loa.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;

/** Lists of what is in force on a day. */
@QuarkusTest
class InForceOnTest {

    private static final String LISTS = "/api/v1/";

    @BeforeEach
    void five() {
        publish("01-CT/TU", "2010-01-01", "2015-01-01");
        publish("02-CT/TU", "2012-01-01", null);
        publish("03-CT/TU", "2020-01-01", "2024-01-01");
        publish("04-CT/TU", "2030-01-01", null);
        Editing.published(Editing.directive("Không rõ", "05-CT/TU"));
        Editing.published(Editing.news("Tin"));
    }

    private static void publish(String number, String from, String before) {
        ObjectNode content = Editing.directive("Bài về " + number, number);
        ((ObjectNode) content.path("directive")).put("issuedOn", from);
        String id = Editing.published(content);
        ForceRows rows = ForceRows.of(id, "2026-01-01").has("", null, from, "not-yet");
        if (before == null) {
            rows.has("", from, "2025-01-01".compareTo(from) > 0 ? "2025-01-01" : null, "in-force");
            if ("2025-01-01".compareTo(from) > 0) {
                rows.has("", "2025-01-01", null, "partly");
            }
        } else {
            rows.has("", from, before, "in-force").has("", before, null, "ended");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0001-01-01 |
            2009-12-31 |
            2010-01-01 | 01
            2013-06-30 | 02 01
            2014-12-31 | 02 01
            2015-01-01 | 02
            2022-01-01 | 03 02
            2024-01-01 | 02
            2026-07-15 | 02
            2030-01-01 | 04 02
            9999-12-31 | 04 02
            """)
    void a_list_has_the_documents_that_are_in_force_on_the_day(String day, String numbers) {
        List<String> expected = numbers == null ? List.of() : List.of(numbers.split(" ")).stream().map(number -> number + "-CT/TU").toList();
        for (String list : new String[] {"articles?sort=-issuedOn", "articles", "directives", "directives?type=chi thi", "articles?tag=van thu",
                "articles?tag=van thu,khac", "articles?issuedOn[gte]=2000-01-01", "directives?text=chuyen doi", "articles?sort=title"}) {
            JsonPath page = given().queryParam("inForceOn", day).get(LISTS + list).then().statusCode(200).extract().jsonPath();
            assertEquals(expected.stream().sorted().toList(), page.<String>getList("items.directive.number").stream().sorted().toList(), list);
            assertEquals(expected.size(), page.getInt("page.totalItems"), list);
            for (String status : page.<String>getList("items.force.status")) {
                assertEquals(true, List.of("in-force", "partly").contains(status), status);
            }
        }
    }

    @Test
    void the_list_keeps_its_order_and_its_pages() {
        given().queryParam("inForceOn", "2013-06-30").queryParam("sort", "issuedOn").get(LISTS + "articles").then()
                .body("items.directive.number", contains("01-CT/TU", "02-CT/TU"));
        given().queryParam("inForceOn", "2013-06-30").queryParam("size", 1).queryParam("page", 2).get(LISTS + "directives").then()
                .body("items.directive.number", contains("01-CT/TU")).body("page.totalItems", equalTo(2));
        assertEquals(List.of("03-CT/TU", "02-CT/TU"), walked("articles", "2022-01-01"));
    }

    private static List<String> walked(String list, String day) {
        List<String> walked = new ArrayList<>();
        for (String cursor = null; walked.size() < 9;) {
            var request = given().queryParam("inForceOn", day).queryParam("size", 1);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(LISTS + list).then().statusCode(200)
                    .extract().jsonPath();
            walked.addAll(page.getList("items.directive.number"));
            cursor = page.getString("page.nextCursor");
            if (cursor == null) {
                break;
            }
        }
        return walked;
    }

    @Test
    void the_register_has_the_latest_first_also_what_was_in_force_before_it_was_issued_and_what_has_no_date() {
        ObjectNode early = Editing.directive("Hiệu lực trở về trước", "06-CT/TU");
        ((ObjectNode) early.path("directive")).put("issuedOn", "2021-01-01");
        ForceRows.of(Editing.published(early), null).inForceFrom("2013-01-01");
        ObjectNode undated = Editing.directive("Không ngày", "07-CT/TU");
        ((ObjectNode) undated.path("directive")).putNull("issuedOn");
        ForceRows.of(Editing.published(undated), null).inForceFrom("2013-02-01");
        List<String> expected = List.of("06-CT/TU", "02-CT/TU", "01-CT/TU", "07-CT/TU");
        assertEquals(expected, walked("directives", "2013-06-30"));
        given().queryParam("inForceOn", "2013-06-30").get(LISTS + "directives").then().body("items.directive.number", equalTo(expected))
                .body("page.totalItems", equalTo(4));
        for (int page = 1; page <= 4; page++) {
            given().queryParam("inForceOn", "2013-06-30").queryParam("size", 1).queryParam("page", page).get(LISTS + "directives").then()
                    .body("items.directive.number", contains(expected.get(page - 1)));
        }
        given().queryParam("inForceOn", "2013-06-30").queryParam("sort", "issuedOn").get(LISTS + "directives").then()
                .body("items.directive.number", contains("01-CT/TU", "02-CT/TU", "06-CT/TU", "07-CT/TU"));
        given().queryParam("inForceOn", "2013-01-15").get(LISTS + "directives").then()
                .body("items.directive.number", contains("06-CT/TU", "02-CT/TU", "01-CT/TU"));
    }

    @Test
    void a_list_has_what_was_published_a_moment_ago() {
        for (String list : new String[] {"articles", "directives"}) {
            assertEquals(2, total(list, 10));
        }
        publish("06-CT/TU", "2012-06-01", null);
        for (String list : new String[] {"articles", "directives"}) {
            assertEquals(3, total(list, 12));
            assertEquals(List.of("06-CT/TU", "02-CT/TU", "01-CT/TU"), walked(list, "2013-06-30").stream().sorted(Comparator.reverseOrder()).toList());
        }
    }

    private static int total(String list, int size) {
        return given().queryParam("inForceOn", "2013-06-30").queryParam("size", size).get(LISTS + list).then().statusCode(200).extract()
                .jsonPath().getInt("page.totalItems");
    }

    @Test
    void the_status_may_be_left_out_and_asked_for_alone() {
        given().queryParam("inForceOn", "2013-06-30").queryParam("fields", "force").get(LISTS + "articles").then()
                .body("items.force.status", contains("in-force", "in-force")).body("items[0].title", nullValue());
        given().queryParam("fields", "directive").get(LISTS + "directives").then().body("items[0].force", nullValue());
    }

    @Test
    void a_feed_leaves_out_the_withdrawn_articles_of_the_day() {
        JsonPath list = given().queryParam("inForceOn", "2013-06-30").get(LISTS + "articles").jsonPath();
        assertEquals(List.of("02-CT/TU", "01-CT/TU"), list.getList("items.directive.number"));
        Editing.withdraw(list.getString("items[0].id"), "Nhầm").then().statusCode(200);
        given().queryParam("inForceOn", "2013-06-30").get(LISTS + "articles").then()
                .body("items.directive.number", contains("02-CT/TU", "01-CT/TU")).body("items[0].state", equalTo("withdrawn"));
        given().queryParam("inForceOn", "2013-06-30").get(LISTS + "feeds/articles.json").then().statusCode(200)
                .body("items.title", contains("Bài về 01-CT/TU"));
    }

    @Test
    void the_resolver_finds_what_is_in_force_on_the_day() {
        resolve("01-CT/TU", null).statusCode(200).body("target.force.status", equalTo("ended"));
        resolve("01-CT/TU", "2013-06-30").statusCode(200).body("target.force.status", equalTo("in-force"));
        resolve("01-CT/TU", "2020-01-01").statusCode(404)
                .body("detail", equalTo("No document that this can mean is published here and was in force on 2020-01-01."));
        resolve("chuyển đổi số", "2013-06-30").statusCode(200)
                .body("candidates.directive.number", contains("02-CT/TU", "01-CT/TU"));
    }

    @Test
    void a_feed_has_the_filter_too() {
        given().queryParam("inForceOn", "2015-01-01").get(LISTS + "feeds/articles.json").then().statusCode(200)
                .body("items.title", contains("Bài về 02-CT/TU"));
        given().queryParam("inForceOn", "2015-01-01").get(LISTS + "feeds/articles.rss").then().statusCode(200);
    }

    private static ValidatableResponse resolve(String words, String day) {
        var request = given().queryParam("q", words);
        return (day == null ? request : request.queryParam("inForceOn", day)).get(LISTS + "resolve").then();
    }

    @Test
    void who_cites_a_document_has_a_status_too() {
        ObjectNode decree = Editing.directive("Văn thư", "30/2020/NĐ-CP");
        ((ObjectNode) decree.path("directive")).put("type", "Nghị định").put("issuedOn", "2020-03-05");
        String cited = Editing.published(decree);
        given().get(LISTS + "articles/" + cited + "/cited-by").then().body("items.force.status", hasItem("ended"));
    }
}
