package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class RegisterTest {

    private static final String REGISTER = "/api/v1/directives";

    /** An article with a directive of one section, which has these words. */
    static ObjectNode directive(String type, String number, String issuer, String issuedOn, String title,
            String words) {
        ObjectNode article = Editing.object("{\"title\": \"Bài về " + title + "\", \"sections\": [{\"number\": \"1\", "
                + "\"paragraphs\": [{\"text\": \"" + words + "\"}]}]}");
        article.putObject("directive").put("type", type).put("number", number).put("issuer", issuer)
                .put("issuedOn", issuedOn).put("title", title);
        return article;
    }

    private static void three() {
        Editing.published(directive("Chỉ thị", "22-CT/TU", "Ban Thường vụ Tỉnh ủy", "2022-07-13", "an toàn giao thông",
                "Theo Nghị định số 30/2020/NĐ-CP và Chỉ thị số 22-CT/TU, Nghị định số 30/2020/NĐ-CP, "
                        + "Luật Đất đai năm 2013."));
        Editing.published(
                directive("Nghị định", "30/2020/NĐ-CP", "Chính phủ", "2020-03-05", "công tác văn thư", "Hai."));
        Editing.published(
                directive("Quy định", "1120-QĐ/TU", null, null, "nêu gương", "Theo Nghị định 30/2020/NĐ-CP."));
    }

    private static ValidatableResponse list(String name, Object value) {
        return given().queryParam(name, value).get(REGISTER).then().statusCode(200);
    }

    @Test
    void the_register_lists_directives_the_latest_first_with_their_articles_and_counts() {
        three();
        Editing.published(Editing.news("Tin không có văn bản"));
        given().get(REGISTER).then().statusCode(200).header("Link", containsString("rel=\"last\""))
                .body("items.directive.number", contains("22-CT/TU", "30/2020/NĐ-CP", "1120-QĐ/TU"))
                .body("items.cites", contains(2, 0, 1)).body("items.citedBy", contains(0, 2, 0))
                .body("items[0].article.title", equalTo("Bài về an toàn giao thông"))
                .body("items[0].article.state", equalTo("published"))
                .body("items[2].directive.issuedOn", nullValue()).body("page.totalItems", equalTo(3));
        given().queryParam("size", 1).queryParam("page", 2).get(REGISTER).then()
                .body("items.directive.number", contains("30/2020/NĐ-CP")).body("page.totalPages", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number        | 22 - ct / tu          | 22-CT/TU
            number        | 022-CT/TU             | 22-CT/TU
            number        | 30/2020/nd-cp         | 30/2020/NĐ-CP
            type          | chi thi               | 22-CT/TU
            type          | CHỈ THỊ               | 22-CT/TU
            issuer        | ban thường vụ tỉnh uỷ | 22-CT/TU
            issuer        | Chính phủ             | 30/2020/NĐ-CP
            year          | 2020                  | 30/2020/NĐ-CP
            text          | giao thong            | 22-CT/TU
            text          | thông giao            | 22-CT/TU
            text          | tu 22                 | 22-CT/TU
            text          | cong tac chinh phu    | 30/2020/NĐ-CP
            issuedOn      | 2020-03-05            | 30/2020/NĐ-CP
            issuedOn[gte] | 2020-03-06            | 22-CT/TU
            issuedOn[lt]  | 2022-07-13            | 30/2020/NĐ-CP""")
    void filters_find_one(String name, String value, String number) {
        three();
        list(name, value).body("items.directive.number", contains(number)).body("page.totalItems", equalTo(1));
    }

    @Test
    void filters_combine_and_may_find_nothing() {
        three();
        given().queryParam("issuedOn[gte]", "2020-03-05").queryParam("issuedOn[lt]", "2022-07-14").get(REGISTER).then()
                .body("items.directive.number", containsInAnyOrder("22-CT/TU", "30/2020/NĐ-CP"));
        given().queryParam("type", "Chỉ thị").queryParam("year", 2020).get(REGISTER).then().body("items", hasSize(0));
        list("number", "22-CT").body("items", hasSize(0));
        list("text", "{x} % _ & | ! ' \\ 🙂").body("items", hasSize(0));
        list("text", "Chỉ thị: (22-CT/TU)!").body("items", hasSize(1));
    }

    @Test
    void a_year_without_a_date_is_the_one_in_the_number() {
        Editing.published(directive("Thông tư", "7/2021/TT-BTC", null, null, "thuế", "Một."));
        list("year", 2021).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"year, x", "year, 0", "year, 10000", "issuedOn, 2022-02-30", "issuedOn[gte], gestern",
            "issuedOn[near], 2022-01-01", "issuedOn[lt], +999999-01-01", "size, 101", "sort, number", "number, ''"})
    void what_the_register_does_not_know_is_refused(String name, String value) {
        given().queryParam(name, value).get(REGISTER).then().statusCode(400).body("errors[0].parameter", equalTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "type", "issuer", "text"})
    void values_have_a_limit(String name) {
        given().queryParam(name, "a".repeat(301)).get(REGISTER).then().statusCode(400)
                .body("errors[0].code", equalTo("too-long"));
    }

    @Test
    void drafts_changes_and_removals_show_in_the_register_and_its_counts_at_once() {
        String id = Editing.published(directive("Chỉ thị", "5-CT/TU", null, "2021-01-01", "rừng", "Một."));
        String citing = Editing.created(
                directive("Kế hoạch", "6-KH/TU", null, "2021-02-01", "biển", "Theo Chỉ thị 5-CT/TU."));
        given().get(REGISTER).then().body("items.directive.number", contains("5-CT/TU"))
                .body("items.citedBy", contains(0));
        Editing.publish(citing).then().statusCode(200);
        list("number", "5-CT/TU").body("items.citedBy", contains(1));

        Editing.patch(id, "*", "{\"directive\": {\"number\": \"55-CT/TU\"}}").then().statusCode(200);
        list("number", "5-CT/TU").body("items", hasSize(1));
        Editing.publish(id).then().statusCode(200);
        list("number", "5-CT/TU").body("items", hasSize(0));
        list("number", "55-CT/TU").body("items.citedBy", contains(0));

        Editing.withdraw(id, "Sai sót.").then().statusCode(200);
        list("number", "55-CT/TU").body("items.article.state", contains("withdrawn"));
        Editing.remove(id, "Nhầm.").then().statusCode(200);
        list("number", "55-CT/TU").body("items", hasSize(0));
    }

    @Test
    void the_register_is_walked_by_cursor_also_past_those_without_a_date() {
        three();
        List<String> numbers = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = given().queryParam("size", 1).queryParam("count", "none");
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(REGISTER)
                    .then().statusCode(200).extract().jsonPath();
            numbers.addAll(page.getList("items.directive.number"));
            cursor = page.getString("page.nextCursor");
        } while (cursor != null);
        assertEquals(List.of("22-CT/TU", "30/2020/NĐ-CP", "1120-QĐ/TU"), numbers);
    }

    @Test
    void the_register_has_operators_sorts_and_fields() {
        three();
        list("type", "chi thi,nghi dinh").body("items.directive.number", contains("22-CT/TU", "30/2020/NĐ-CP"));
        list("issuer[ne]", "chinh phu").body("items.directive.number", contains("22-CT/TU", "1120-QĐ/TU"));
        list("year[gte]", 2021).body("items.directive.number", contains("22-CT/TU"));
        list("sort", "title").body("items.directive.title", contains("an toàn giao thông", "công tác văn thư", "nêu gương"));
        list("fields", "citedBy").body("items[0].keySet()", contains("citedBy"));
    }

    @Test
    void a_page_costs_two_statements_however_many_directives_it_has() {
        three();
        List<Runnable> requests = List.of(() -> given().get(REGISTER).then().statusCode(200),
                () -> list("text", "tu").body("items", hasSize(2)));
        requests.forEach(request -> assertEquals(1, Statements.during(request)));
    }
}
