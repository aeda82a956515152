package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

@QuarkusTest
class SectionTest {

    private static final String SECTIONS = "/api/v1/articles/{id}/sections";
    private static final String TOC = "/api/v1/articles/{id}/toc";

    @Test
    void sections_are_listed_in_document_order() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().get(SECTIONS, id).then().statusCode(200)
                .body("items.eId", contains("sec_1", "sec_2", "sec_3", "sec_4", "sec_5"))
                .body("items.number", contains("1", "2", "3", "4", "5"))
                .body("items[0].level", equalTo(1)).body("items[0].parentEId", nullValue())
                .body("items[0].kind", equalTo("section")).body("items[0].marker", equalTo("1."))
                .body("page.totalItems", equalTo(5));
    }

    @Test
    void sections_are_paged() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().queryParam("size", 2).queryParam("page", 3).get(SECTIONS, id).then().statusCode(200)
                .body("items.eId", contains("sec_5")).body("page.totalPages", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level            | 2          | sec_1__point_a
            level[lt]        | 2          | sec_1,sec_2
            kind             | section    | sec_1,sec_2
            kind             | point,part | sec_1__point_a
            parentEId        | sec_1      | sec_1__point_a
            level            | 1,3        | sec_1,sec_2
            sort             | -level     | sec_1__point_a,sec_1,sec_2
            sort             | -position  | sec_2,sec_1__point_a,sec_1""")
    void sections_are_filtered_and_sorted(String name, String value, String eIds) {
        String id = Editing.published(Editing.directive("Chỉ thị", "5-CT/TU"));
        List<String> expected = List.of(eIds.split(","));
        given().queryParam(name, value).get(SECTIONS, id).then().statusCode(200).body("items.eId", equalTo(expected))
                .body("page.totalItems", equalTo(expected.size()));
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam(name, value).queryParam("size", 1);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(SECTIONS, id)
                    .then().statusCode(200).extract().jsonPath();
            walked.addAll(page.getList("items.eId"));
            cursor = page.getString("page.nextCursor");
        } while (cursor != null);
        assertEquals(expected, walked);
    }

    @Test
    void sections_come_with_the_fields_that_are_asked_for_and_uncounted() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().queryParam("fields", "eId,number").queryParam("count", "none").get(SECTIONS, id).then().statusCode(200)
                .body("items[0].keySet()", containsInAnyOrder("eId", "number")).body("page.totalItems", nullValue());
    }

    @Test
    void one_section_is_the_same_alone_in_the_list_and_in_the_article() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        Map<String, Object> alone = given().get(SECTIONS + "/sec_2", id).jsonPath().getMap("$");
        List<Map<String, Object>> listed = given().get(SECTIONS, id).jsonPath().getList("items");
        List<Map<String, Object>> included = given().queryParam("include", "sections").get("/api/v1/articles/{id}", id)
                .jsonPath().getList("sections");
        assertEquals(alone, listed.get(1));
        Map<String, Object> besideItsDocument = new HashMap<>(alone);
        besideItsDocument.remove("force");
        assertEquals(besideItsDocument, included.get(1), "which has the document's status, as the section");
    }

    @Test
    void sections_cost_two_statements_one_for_what_is_in_force_and_one_to_find_where_their_citations_lead() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        for (String path : List.of(SECTIONS + "/sec_2", SECTIONS, SECTIONS + "?size=2&page=2", TOC)) {
            long most = path.equals(TOC) ? 2 : 4;
            assertTrue(Statements.during(() -> given().get(path, id).then().statusCode(200)) <= most, path);
        }
    }

    @Test
    void a_page_behind_the_last_says_how_many_there_are() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().queryParam("page", 9).get(SECTIONS, id).then().statusCode(200).body("items", empty())
                .body("page.totalItems", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sec_99", "SEC_1", "preamble", "sec_1__p_1", "a%00b", "'--", "%F0%9F%98%80"})
    void an_address_that_the_article_does_not_have_is_not_found(String eId) {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().urlEncodingEnabled(false).get("/api/v1/articles/" + id + "/sections/" + eId).then().statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void the_table_of_contents_shows_number_heading_and_first_words() {
        String id = Pages.publish(Pages.fixture("modern.html"));
        given().get(TOC, id).then().statusCode(200)
                .body("entries.eId", contains("sec_1", "sec_2", "sec_3"))
                .body("entries[0].heading", equalTo("Mục đích"))
                .body("entries[0].excerpt", startsWith("Rút ngắn thời gian"))
                .body("entries[1].heading", nullValue())
                .body("entries[1].children", empty());
    }

    @Test
    void an_article_without_a_directive_has_an_empty_table_of_contents() {
        String id = Pages.publish(Pages.fixture("no-directive.txt"));
        given().get(TOC, id).then().statusCode(200).body("entries", hasSize(0));
        given().get(SECTIONS, id).then().statusCode(200).body("items", hasSize(0));
    }
}
