package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;

/** Laws that texts cite by their names: where they lead, and who cites them. */
@QuarkusTest
class LawByNameTest {

    private static String law(String number, String issuedOn, String title) {
        return Editing.published(RegisterTest.directive("Luật", number, "Quốc hội", issuedOn, title, "Giữ rừng."));
    }

    private static String citing(String issuedOn, String words) {
        return Editing.published(RegisterTest.directive("Kế hoạch", "1/KH-UBND", null, issuedOn, "Kế hoạch", words));
    }

    private static ValidatableResponse citations(String citing) {
        return given().get("/api/v1/articles/{id}/citations", citing).then().statusCode(200);
    }

    @Test
    void a_name_behind_a_part_leads_to_the_law_and_back() {
        String citing = citing("2021-01-01", "Theo khoản 2 Điều 5 Luật Trồng trọt.");
        citations(citing).body("items[0].status", equalTo("unresolved")).body("items[0].title", equalTo("Trồng trọt"))
                .body("items[0].role", equalTo("unnumbered")).body("items[0].number", nullValue());
        String law = law("31/2018/QH14", "2018-11-19", "Luật Trồng trọt");
        citations(citing).body("items[0].status", equalTo("resolved")).body("items[0].target.articleId", equalTo(law));
        given().get("/api/v1/articles/{id}/cited-by", law).then().body("items.article.id", contains(citing))
                .body("items[0].places[0].pinpoints[0].eId", equalTo("art_5__para_2"))
                .body("items[0].places[0].status", equalTo("resolved"));
        Editing.remove(law, "Nhầm").then().statusCode(200);
        citations(citing).body("items[0].status", equalTo("unresolved"));
    }

    @Test
    void the_tag_of_the_name_is_on_answers_and_among_what_a_publish_purges() {
        String citing = citing("2021-01-01", "Theo Điều 5 Luật Trồng trọt.");
        String tags = given().get("/api/v1/articles/{id}/citations", citing).header("Cache-Tag");
        assertTrue(List.of(tags.split("[ ,]+")).contains("cites-law-trong-trot"), tags);
        law("31/2018/QH14", "2018-11-19", "Trồng trọt");
        List<String> purged = given().get("/api/v1/changes?size=100").jsonPath().getList("items[-1].purge");
        assertTrue(purged.contains("cites-law-trong-trot"), purged.toString());
    }

    @Test
    void a_mere_name_is_no_later_law_and_several_are_candidates() {
        String before = citing("2017-01-01", "Theo Điều 5 Luật Trồng trọt.");
        String after = citing("2025-01-01", "Theo Điều 5 Luật Trồng trọt.");
        String first = law("31/2018/QH14", "2018-11-19", "Trồng trọt");
        String second = law("9/2024/QH15", "2024-06-27", "Trồng trọt");
        citations(before).body("items[0].status", equalTo("unresolved"));
        citations(after).body("items[0].status", equalTo("ambiguous")).body("items[0].candidates.articleId", contains(second, first));
        given().get("/api/v1/articles/{id}/cited-by", first).then().body("items.article.id", contains(after))
                .body("items[0].places[0].status", equalTo("ambiguous"));
    }

    @Test
    void a_name_with_a_day_is_the_law_of_that_day_and_one_with_a_year_leads_nowhere() {
        String first = law("31/2018/QH14", "2018-11-19", "Trồng trọt");
        law("9/2024/QH15", "2024-06-27", "Trồng trọt");
        String citing = citing("2025-01-01", "Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018; Luật Trồng trọt năm 2018.");
        citations(citing).body("items", hasSize(2)).body("items[0].target.articleId", equalTo(first))
                .body("items[1].status", equalTo("unresolved"));
    }

    @Test
    void a_law_is_cited_by_its_present_name() {
        String citing = citing("2025-01-01", "Theo Điều 5 Luật Trồng trọt.");
        String law = law("31/2018/QH14", "2018-11-19", "Trồng cây");
        citations(citing).body("items[0].status", equalTo("unresolved"));
        Editing.patch(law, "*", "{\"directive\": {\"title\": \"Trồng trọt\"}}").then().statusCode(200);
        citations(citing).body("items[0].status", equalTo("unresolved"));
        Editing.publish(law).then().statusCode(200);
        citations(citing).body("items[0].status", equalTo("resolved"));
    }
}
