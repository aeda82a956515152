package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** An abbreviation finds the words that it stands for, and these find the abbreviation. */
@QuarkusTest
class NamesTest {

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    @ParameterizedTest
    @CsvSource({"ubnd, Ủy ban nhân dân", "UBND, Uỷ ban nhân dân", "hđnd, Hội đồng nhân dân", "hdnd, Hội đồng nhân dân", "NĐ, nghị định",
            "nq, Nghị quyết", "qd, Quyết định", "CT, Chỉ thị", "TT, Thông tư", "TTg, Thủ tướng", "BTP, Bộ Tư pháp", "kh, kế hoạch",
            "cv, công văn", "TAND, Toà án nhân dân", "vksnd, viện kiểm sát nhân dân", "mttq, Mặt trận Tổ quốc",
            "PCCC, 'phòng cháy, chữa cháy'"})
    void who_types_one_finds_both_and_what_was_typed_comes_first(String abbreviation, String words) {
        String written = abbreviation.equals("hdnd") ? "HĐND" : abbreviation.equals("qd") ? "QĐ" : abbreviation.toUpperCase();
        Editing.published(news("Tin một", "Theo " + written + " mới."));
        Editing.published(news("Tin hai", "Theo " + words + " mới."));
        SearchTest.search(abbreviation).body("items.article.title", contains("Tin một", "Tin hai")).body("total.value", equalTo(2))
                .body("items[1].snippet.html", equalTo("Theo <mark>" + words + "</mark> mới."));
        SearchTest.search(words + " moi").body("items.article.title", contains("Tin hai", "Tin một"))
                .body("items[1].snippet.html", equalTo("Theo <mark>" + written + " mới</mark>."));
    }

    @Test
    void an_abbreviation_stands_for_the_words_in_their_order_and_quotation_marks_for_themselves() {
        Editing.published(news("Tin một", "Dân, nhân dịp ban hành quy chế ủy thác."));
        Editing.published(news("Tin hai", "UBND tỉnh."));
        SearchTest.search("ubnd").body("items.article.title", contains("Tin hai"));
        Editing.published(news("Tin ba", "Ủy ban nhân dân tỉnh."));
        SearchTest.search("\"ubnd\"").body("items.article.title", contains("Tin hai"));
        SearchTest.search("\"ủy ban nhân dân\"").body("items.article.title", contains("Tin ba"));
        SearchTest.search("ủy ban nhân dân -ubnd").body("items.article.title", contains("Tin ba", "Tin một"));
        SearchTest.search("tỉnh ubnd -\"ủy ban\"").body("items.article.title", contains("Tin hai"));
        SearchTest.search("nhan dan uy ban").body("items.article.title", contains("Tin ba", "Tin một"));
    }

    @Test
    void an_accent_tells_one_abbreviation_from_another() {
        Editing.published(news("Tin một", "Công ty ND."));
        SearchTest.search("nghị định").body("items", empty());
        SearchTest.search("nd").body("items", hasSize(1));
    }

    @Test
    void titles_of_a_wider_search_come_before_its_texts_and_filters_hold() {
        Editing.published(news("Tin một", "Quy chế của UBND tỉnh."));
        Editing.published(Editing.directive("Quy chế của Ủy ban nhân dân", "33-CT/TU"));
        Editing.published(news("Tin hai", "Quy chế của Ủy ban nhân dân tỉnh."));
        SearchTest.search("quy che ubnd").body("items.article.title",
                contains("Tin một", "Quy chế của Ủy ban nhân dân", "Tin hai"))
                .body("items[1].title.html", equalTo("<mark>Quy chế</mark> của <mark>Ủy ban nhân dân</mark>"))
                .body("facets.type.count", contains(1));
        given().queryParam("q", "quy che ubnd").queryParam("type", "chỉ thị").get(SearchTest.SEARCH).then()
                .body("items.article.title", contains("Quy chế của Ủy ban nhân dân")).body("total.value", equalTo(1));
        given().queryParam("q", "quy che ubnd").queryParam("kind", "section").get(SearchTest.SEARCH).then().body("items", empty());
    }

    @Test
    void pages_lead_from_the_words_themselves_into_the_wider_search() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Editing.published(news("Tin " + i, i % 2 == 0 ? "UBND họp." : "Ủy ban nhân dân họp."));
        }
        for (int page = 1; page <= 4; page++) {
            titles.addAll(given().queryParam("q", "ubnd").queryParam("size", 2).queryParam("page", page).get(SearchTest.SEARCH)
                    .then().statusCode(200).body("total.value", equalTo(7)).body("page.totalPages", equalTo(4)).extract()
                    .path("items.article.title"));
        }
        assertEquals(List.of("Tin 0", "Tin 2", "Tin 4", "Tin 6", "Tin 1", "Tin 3", "Tin 5"), titles);
    }

    @Test
    void what_many_have_is_counted_to_the_limit_together() {
        ObjectNode article = Editing.directive("Quy chế", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 620; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i % 31 == 0 ? "UBND họp." : "Ủy ban nhân dân họp.");
        }
        Editing.published(article);
        given().queryParam("q", "ubnd họp").queryParam("size", 15).queryParam("page", 2).get(SearchTest.SEARCH).then()
                .body("total.value", equalTo(500)).body("total.relation", equalTo("at-least"))
                .body("facets.type.count", contains(500)).body("items", hasSize(15))
                .body("items[4].snippet.text", equalTo("UBND họp.")).body("items[5].snippet.text", equalTo("Ủy ban nhân dân họp."));
        given().queryParam("q", "ubnd họp").queryParam("size", 100).queryParam("page", 5).get(SearchTest.SEARCH).then()
                .body("items", hasSize(100)).body("items[99].snippet.html", containsString("<mark>Ủy ban nhân dân họp</mark>"));
        SearchTest.search("ủy ban nhân dân họp").body("items", not(empty())).body("total.value", equalTo(500));
    }

    @Test
    void names_that_find_nothing_cost_no_further_statement() {
        Editing.published(news("Tin một", "Theo UBND."));
        assertEquals(1, Statements.during(() -> SearchTest.search("theo ")));
        assertEquals(1, Statements.during(() -> SearchTest.search("ubnd ")));
        Editing.published(news("Tin hai", "Theo Ủy ban nhân dân."));
        assertEquals(2, Statements.during(() -> SearchTest.search("ubnd ")));
    }
}
