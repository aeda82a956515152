package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class CitedByTest {

    private static final String CITED_BY = "/api/v1/articles/{id}/cited-by";

    private String cited;

    @BeforeEach
    void a_directive() {
        cited = Editing.published(RegisterTest.directive("Chỉ thị", "7-CT/TU", "Tỉnh ủy", "2021-03-05", "rừng",
                "Theo Chỉ thị số 7-CT/TU này."));
    }

    private ValidatableResponse citedBy() {
        return given().get(CITED_BY, cited).then().statusCode(200);
    }

    private static String news(String title, String words) {
        return Editing.published(Editing.news(title).put("body", "<p>" + words + "</p>"));
    }

    @Test
    void who_cites_is_told_with_the_places() {
        String directive = Editing.published(RegisterTest.directive("Kế hoạch", "8-KH/TU", null, "2021-04-01", "biển",
                "Theo Chỉ thị số 7-CT/TU và 7- CT/TU."));
        citedBy().body("items", hasSize(1)).body("page.totalItems", equalTo(1))
                .body("items[0].article.id", equalTo(directive)).body("items[0].directive.number", equalTo("8-KH/TU"))
                .body("items[0].article.title", equalTo("Bài về biển"))
                .body("items[0].places.raw", contains("Chỉ thị số 7-CT/TU", "7- CT/TU"))
                .body("items[0].places.start", contains(5, 27))
                .body("items[0].places.status", contains("resolved", "resolved"))
                .body("items[0].places[0].sectionEId", equalTo("sec_1"))
                .body("items[0].places[0].paragraphEId", equalTo("sec_1__p_1"));
    }

    @Test
    void an_article_without_a_directive_can_cite_and_is_cited_by_nobody() {
        String id = news("Tin", "Theo Chỉ thị số 7-CT/TU ngày 05/3/2021.");
        citedBy().body("items.article.id", contains(id)).body("items[0].directive", nullValue())
                .body("items[0].places[0].sectionEId", nullValue());
        given().get(CITED_BY, id).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void another_type_or_date_means_another_document() {
        news("Tin", "Theo Quyết định số 7-CT/TU và Chỉ thị số 7-CT/TU ngày 06/3/2021.");
        citedBy().body("items", hasSize(0));
    }

    @Test
    void a_place_that_may_mean_two_documents_is_ambiguous_to_both() {
        String other = Editing.published(
                RegisterTest.directive("Chỉ thị", "7-CT/TU", "Tỉnh ủy", "2016-03-05", "nước", "Một."));
        news("Tin", "Theo Chỉ thị số 7-CT/TU, Chỉ thị số 7-CT/TU ngày 05/3/2021.");
        citedBy().body("items[0].places.status", contains("ambiguous", "resolved"));
        given().get(CITED_BY, other).then().body("items[0].places.status", contains("ambiguous"));
    }

    @Test
    void pages_have_whole_articles_the_newest_first() {
        for (int i = 1; i <= 3; i++) {
            news("Tin " + i, "Theo Chỉ thị số 7-CT/TU và 7-CT/TU, số " + i + ".");
        }
        given().queryParam("size", 2).get(CITED_BY, cited).then().body("items", hasSize(2))
                .body("items[0].places", hasSize(2))
                .body("page.totalItems", equalTo(3)).body("page.totalPages", equalTo(2));
        given().queryParam("size", 2).queryParam("page", 2).get(CITED_BY, cited).then().body("items", hasSize(1))
                .body("items[0].article.title", equalTo("Tin 1"));
        given().queryParam("size", 2).queryParam("page", 3).get(CITED_BY, cited).then().body("items", hasSize(0));
        given().queryParam("eId", "sec_1").get(CITED_BY, cited).then().statusCode(400);
    }

    @Test
    void only_what_the_public_reads_cites() {
        String draft = Editing.created(Editing.news("Nháp").put("body", "<p>Theo Chỉ thị số 7-CT/TU.</p>"));
        citedBy().body("items", hasSize(0));
        Editing.publish(draft).then().statusCode(200);
        citedBy().body("items", hasSize(1));
        Editing.patch(draft, "*", "{\"body\": \"<p>Không theo gì.</p>\"}").then().statusCode(200);
        citedBy().body("items", hasSize(1));
        Editing.publish(draft).then().statusCode(200);
        citedBy().body("items", hasSize(0));
    }

    @Test
    void withdrawn_articles_still_cite_and_removed_ones_do_not() {
        String id = news("Tin", "Theo Chỉ thị số 7-CT/TU.");
        Editing.withdraw(id, "Sai sót.").then().statusCode(200);
        citedBy().body("items.article.state", contains("withdrawn"));
        Editing.remove(id, "Nhầm.").then().statusCode(200);
        citedBy().body("items", hasSize(0)).body("page.totalItems", equalTo(0));
        given().get(CITED_BY, id).then().statusCode(410);
    }

    @Test
    void it_costs_three_statements_however_many_places_there_are() {
        news("Tin", "Theo Chỉ thị số 7-CT/TU, 7-CT/TU và 7-CT/TU.");
        news("Tin khác", "Theo Chỉ thị số 7-CT/TU.");
        assertEquals(3, Statements.during(() -> citedBy().body("items", hasSize(2))));
    }
}
