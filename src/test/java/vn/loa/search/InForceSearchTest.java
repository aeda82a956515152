package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.ContentStays;
import vn.loa.support.Editing;
import vn.loa.support.ForceRows;
import vn.loa.support.FreshStart;

/** Searches for what is in force on a day: few results, which are ranked by their texts, and many, which a statement ranks. */
@QuarkusTest
@ContentStays
class InForceSearchTest {

    private static final int MANY = 320;

    /** A directive with a section that commences before it and one that ends before it, one of which nothing is known, and news. */
    @BeforeEach
    void content() {
        if (FreshStart.hasContent()) {
            return;
        }
        publish("rừng", 3);
        publish("biển", MANY);
    }

    private static void publish(String word, int sections) {
        ObjectNode known = SearchTest.directive("Giữ " + word, "Nghị định", sections + "/2020/NĐ-CP", "Chính phủ", "2020-03-05", "Chung.");
        known.putArray("sections");
        for (int i = 1; i <= sections; i++) {
            known.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", "Giữ " + word + ".");
        }
        ForceRows.of(Editing.published(known), "2026-07-01").has("", null, "2021-01-01", "not-yet").has("", "2021-01-01", "2024-01-01", "in-force")
                .has("", "2024-01-01", null, "partly")
                .has("sec_1", null, "2020-07-01", "not-yet").has("sec_1", "2020-07-01", null, "in-force")
                .has("sec_2", null, "2021-01-01", "not-yet").has("sec_2", "2021-01-01", "2024-01-01", "in-force")
                .has("sec_2", "2024-01-01", null, "ended");
        Editing.published(SearchTest.directive("Không rõ " + word, "Nghị định", sections + "/2021/NĐ-CP", null, null, "Lời."));
        Editing.published(Editing.news("Tin " + word));
    }

    private static ValidatableResponse search(String word, String day) {
        var request = given().queryParam("q", word).queryParam("size", 100);
        return (day == null ? request : request.queryParam("inForceOn", day)).get(SearchTest.SEARCH).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"2020-06-30, 0", "2020-07-01, 1", "2020-12-31, 1", "2021-01-01, 4", "2023-12-31, 4", "2024-01-01, 3", "9999-12-31, 3",
            "0001-01-01, 0"})
    void results_are_in_force_on_the_day_themselves(String day, int results) {
        search("rừng", day).body("total.value", equalTo(results)).body("items.force.status", everyItem(oneOf("in-force", "partly")));
        search("biển", day).body("total.value", equalTo(results < 3 ? results : results + MANY - 3))
                .body("items.force.status", everyItem(oneOf("in-force", "partly")));
    }

    @Test
    void a_section_that_commences_before_its_document_is_found_alone() {
        for (String word : new String[] {"rừng", "biển"}) {
            search(word, "2020-07-01").body("items.section.eId", contains("sec_1")).body("items.force.status", contains("in-force"))
                    .body("facets.force.value", contains("in-force")).body("facets.force.count", contains(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rừng", "biển"})
    void facets_count_the_statuses_of_all_results(String word) {
        int sections = word.equals("rừng") ? 3 : MANY;
        ValidatableResponse today = search(word, null);
        today.body("facets.force.find {it.value == 'ended'}.count", equalTo(1))
                .body("facets.force.find {it.value == 'in-force'}.count", equalTo(1))
                .body("facets.force.find {it.value == 'partly'}.count", equalTo(sections - 1))
                .body("facets.force.find {it.value == 'unknown'}.count", equalTo(1));
        search(word, "2021-01-01").body("facets.force.value", contains("in-force")).body("facets.force.count", contains(sections + 1));
    }

    @Test
    void a_result_without_a_document_has_no_status() {
        search("rừng", null).body("items.find {it.directive == null}.force", nullValue())
                .body("items.find {it.section?.eId == 'sec_2'}.force.status", equalTo("ended"))
                .body("items.find {it.section?.eId == 'sec_2'}.force.since", equalTo("2024-01-01"));
        search("tin rừng", "2021-01-01").body("items", empty());
    }

    @Test
    void it_goes_with_other_filters_and_pages() {
        given().queryParam("q", "rừng").queryParam("inForceOn", "2021-01-01").queryParam("kind", "section").queryParam("size", 2)
                .queryParam("page", 2).get(SearchTest.SEARCH).then().statusCode(200).body("total.value", equalTo(3));
        String cursor = given().queryParam("q", "biển").queryParam("inForceOn", "2021-01-01").queryParam("size", 100)
                .get(SearchTest.SEARCH).then().extract().path("page.nextCursor");
        given().queryParam("q", "biển").queryParam("inForceOn", "2021-01-01").queryParam("size", 100).queryParam("cursor", cursor)
                .get(SearchTest.SEARCH).then().statusCode(200).body("items.force.status", everyItem(equalTo("in-force")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "today", "2024-06-30,2024-07-01", "10000-01-01"})
    void what_is_no_day_is_refused(String day) {
        given().queryParam("q", "rừng").queryParam("inForceOn", day).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors.parameter", contains("inForceOn"));
    }
}
