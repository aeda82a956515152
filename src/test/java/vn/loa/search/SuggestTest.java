package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class SuggestTest {

    private static ValidatableResponse suggest(String q) {
        return given().queryParam("q", q).get("/api/v1/suggest").then().statusCode(200);
    }

    private static void three() {
        Editing.published(SearchTest.directive("An toàn giao thông học đường", "Chỉ thị", "22-CT/TU", null, "2022-07-13", "Một."));
        Editing.published(SearchTest.directive("Hòa giải ở cơ sở", "Chỉ thị", "19-CT/TU", null, "2024-01-08", "Hai 22."));
        Editing.published(SearchTest.directive("Nâng cao an toàn đập nước", "Kế hoạch", "221/KH-UBND", null, null, "Ba."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "22-", "22-c", "22 - ct / t", "chi thi 22", "chỉ thị số 22-CT/TU", "Chỉ thị 22-ct", "giao th",
            "GIAO THÔNG h", "an toan gia", "học đư", "ho\u0323c đu", "CT 22"})
    void titles_and_numbers_are_suggested_while_they_are_typed(String q) {
        three();
        suggest(q).body("items[0].number.text", equalTo("22-CT/TU"));
    }

    @Test
    void a_suggestion_costs_one_statement() {
        three();
        assertEquals(1, Statements.during(() -> suggest("giao th")));
    }

    @Test
    void a_title_that_begins_so_comes_before_one_that_has_the_words() {
        three();
        suggest("an toàn").body("items.article.title", contains("An toàn giao thông học đường", "Nâng cao an toàn đập nước"));
        suggest("an t").body("items[0].title.html", equalTo("<mark>An t</mark>oàn giao <mark>t</mark>hông học đường"));
        suggest("hoà").body("items[0].title.html", equalTo("<mark>Hòa</mark> giải ở cơ sở"));
    }

    @Test
    void a_number_comes_before_the_same_figures_elsewhere() {
        three();
        Editing.published(Editing.news("Họp mặt 22 tháng 12"));
        suggest("22").body("items[0].number.text", equalTo("22-CT/TU")).body("items", hasSize(3));
        suggest("22 ").body("items", hasSize(2));
        suggest("22 tháng").body("items.article.title", contains("Họp mặt 22 tháng 12"));
    }

    @Test
    void texts_are_not_suggested_and_the_size_is_kept() {
        three();
        suggest("hai 22").body("items", hasSize(0));
        given().queryParam("q", "c").queryParam("size", 1).get("/api/v1/suggest").then().body("items", hasSize(1));
        suggest("phuongphapluan").body("items", hasSize(0));
    }
}
