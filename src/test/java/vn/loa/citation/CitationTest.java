package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

@QuarkusTest
class CitationTest {

    private static final String CITATIONS = "/api/v1/articles/{id}/citations";

    private static String citing(String words) {
        return Pages.publish(Pages.directive("50-CT/TU", "ngày 01 tháng 7 năm 2022", words));
    }

    @Test
    void a_citation_gives_the_place_and_what_it_names() {
        String id = citing("Thực hiện Chỉ thị số 07- CT/TU, ngày 05 tháng 3 năm 2021 của Ban Thường vụ Tỉnh ủy về sách.");
        given().get(CITATIONS, id).then().statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].role", equalTo("subject"))
                .body("items[1].role", equalTo("reference"))
                .body("items[1].paragraphEId", equalTo("sec_2__p_1"))
                .body("items[1].raw", equalTo("Chỉ thị số 07- CT/TU, ngày 05 tháng 3 năm 2021"))
                .body("items[1].start", equalTo(10)).body("items[1].end", equalTo(56))
                .body("items[1].number", equalTo("07-CT/TU")).body("items[1].issuedOn", equalTo("2021-03-05"))
                .body("items[1].issuer", equalTo("Ban Thường vụ Tỉnh ủy")).body("items[1].title", equalTo("sách"))
                .body("items[1].status", equalTo("unresolved")).body("items[1].target", nullValue());
    }

    @Test
    void offsets_count_utf_16_units_into_the_paragraph() {
        String id = citing("😀 Theo Chỉ thị số 07-CT/TU của Tỉnh ủy.");
        Map<String, Object> section = given().get("/api/v1/articles/{id}/sections/sec_2", id).jsonPath().getMap("$");
        List<Map<String, Object>> paragraphs = cast(section.get("paragraphs"));
        List<Map<String, Object>> citations = cast(section.get("citations"));
        assertEquals(citations.get(0).get("raw"), ((String) paragraphs.get(0).get("text"))
                .substring((int) citations.get(0).get("start"), (int) citations.get(0).get("end")));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> cast(Object list) {
        return (List<Map<String, Object>>) list;
    }

    @Test
    void a_citation_resolves_as_soon_as_the_document_is_published() {
        String id = citing("Thực hiện Chỉ thị số 7-CT/TU.");
        given().get(CITATIONS, id).then().body("items[1].status", equalTo("unresolved"));

        Pages.page(Pages.directive("07-CT/TU", "ngày 05 tháng 3 năm 2021", "Hai.")).post("/api/v1/imports")
                .then().statusCode(201);
        given().get(CITATIONS, id).then().body("items[1].status", equalTo("unresolved"));

        String target = Pages.publish(Pages.directive("07-CT/TU", "ngày 06 tháng 3 năm 2021", "Hai.")
                .replace("08:00:00", "09:00:00"));
        given().get(CITATIONS, id).then().body("items[1].status", equalTo("resolved"))
                .body("items[1].target.articleId", equalTo(target)).body("items[1].candidates", nullValue());
        given().get("/api/v1/articles/{id}/sections/sec_2", id).then()
                .body("citations[0].target.articleId", equalTo(target));
    }

    @Test
    void the_type_word_decides_and_not_the_symbol() {
        Pages.publish(Pages.directive("07-CT/TU", "ngày 05 tháng 3 năm 2021", "Hai."));
        String id = citing("Thực hiện Chương trình số 07-CT/TU và Chỉ thị số 07-CT/TU.");
        given().get(CITATIONS, id).then()
                .body("items.type", contains("Chỉ thị", "Chương trình", "Chỉ thị"))
                .body("items.status", contains("resolved", "unresolved", "resolved"));
    }

    @Test
    void numbers_start_again_and_the_date_tells_them_apart() {
        String older = Pages.publish(Pages.directive("07-CT/TU", "ngày 05 tháng 3 năm 2016", "Hai."));
        String newer = Pages.publish(Pages.directive("07-CT/TU", "ngày 05 tháng 3 năm 2021", "Hai.")
                .replace("08:00:00", "09:00:00"));
        String id = citing("Theo Chỉ thị số 07-CT/TU ngày 05 tháng 3 năm 2016 và Chỉ thị số 07-CT/TU.");
        given().get(CITATIONS, id).then()
                .body("items[1].status", equalTo("resolved")).body("items[1].target.articleId", equalTo(older))
                .body("items[2].status", equalTo("ambiguous")).body("items[2].target", nullValue())
                .body("items[2].candidates.articleId", contains(newer, older));
    }

    @Test
    void citations_are_paged() {
        String id = citing(IntStream.rangeClosed(1, 30)
                .mapToObj(n -> "Nghị quyết số " + n + "-NQ/TU").collect(Collectors.joining("; ", "Theo ", ".")));
        given().queryParam("page", 2).queryParam("size", 25).get(CITATIONS, id).then().statusCode(200)
                .body("items", hasSize(6)).body("page.totalItems", equalTo(31))
                .body("items[5].number", equalTo("30-NQ/TU"));
    }

    @Test
    void only_those_of_a_section_and_only_of_one_that_there_is() {
        String id = citing("Theo Chỉ thị số 07-CT/TU.");
        given().queryParam("eId", "sec_2").get(CITATIONS, id).then().statusCode(200).body("items", hasSize(1));
        given().queryParam("eId", "sec_1").get(CITATIONS, id).then().statusCode(200).body("items", hasSize(0));
        for (String wrong : List.of("nope", "sec_2__p_1", "preamble__p_1", "' --")) {
            given().queryParam("eId", wrong).get(CITATIONS, id).then().statusCode(400)
                    .body("errors[0].parameter", equalTo("eId")).body("errors[0].code", equalTo("unknown-section"));
        }
    }

    @Test
    void citations_cost_four_statements_however_many_there_are() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        assertEquals(4, Statements.during(() -> given().get(CITATIONS, id).then().statusCode(200)));
    }
}
