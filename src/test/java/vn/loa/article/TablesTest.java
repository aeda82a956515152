package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.Keys;

/** A table is a paragraph of a section, with its cells as data and its words in order. */
@QuarkusTest
class TablesTest {

    private static final String TEXT = "STT | Văn bản | Ghi chú\n1 | Thông tư số 77/2029/TT-BTC |\n2 | sách trúc vàng | mới";
    private static final String ROWS = """
            [{"cells": [{"text": "STT", "header": true}, {"text": " Văn  bản", "header": true}, {"text": "Ghi chú", "header": true}]},
             {"cells": [{"text": "1"}, {"text": "Thông tư số 77/2029/TT-BTC"}, {"text": "", "rowSpan": 1}]},
             {"cells": [{"text": "2"}, {"text": "sách trúc vàng", "columnSpan": 1}, {"text": "mới"}]}]""";

    private static ObjectNode content(String paragraph) {
        return Editing.object("""
                {"title": "Bảng", "body": "<p>Bảng kê</p>", "directive": {"type": "Thông báo"},
                 "sections": [{"number": "1", "paragraphs": [{"text": "Bảng kê:"}, %s]}]}""".formatted(paragraph));
    }

    private static Response created() {
        return Editing.create(content("{\"rows\": " + ROWS + "}"));
    }

    @Test
    void a_table_is_answered_with_its_text_and_its_cells() {
        created().then().statusCode(201)
                .body("sections[0].paragraphs[0].kind", nullValue())
                .body("sections[0].paragraphs[1].kind", equalTo("table"))
                .body("sections[0].paragraphs[1].eId", equalTo("sec_1__p_2"))
                .body("sections[0].paragraphs[1].text", equalTo(TEXT))
                .body("sections[0].paragraphs[1].rows[0].cells[1].header", equalTo(true))
                .body("sections[0].paragraphs[1].rows[1].cells[1].start", equalTo(TEXT.indexOf("Thông tư")))
                .body("sections[0].paragraphs[1].rows[2].cells[1].columnSpan", nullValue())
                .body("sections[0].citations.raw", contains("Thông tư số 77/2029/TT-BTC"))
                .body("sections[0].citations[0].start", equalTo(TEXT.indexOf("Thông tư")));
    }

    @Test
    void a_draft_that_is_sent_back_keeps_its_table() {
        Response created = created();
        JsonPath draft = created.jsonPath();
        Keys.as("editor").contentType("application/merge-patch+json").header("If-Match", created.header("ETag"))
                .body(Map.of("title", "Bảng khác", "sections", draft.getList("sections")))
                .patch("/api/v1/articles/{article}/draft", draft.getString("id")).then().statusCode(200)
                .body("sections", equalTo(draft.getList("sections")));
    }

    @Test
    void a_published_table_is_found_and_stands_in_every_form() {
        Response created = created();
        String article = created.jsonPath().getString("id");
        Keys.as("publisher").contentType("application/json").header("If-Match", created.header("ETag")).body("{}")
                .post("/api/v1/articles/{article}/publish", article).then().statusCode(200);
        given().queryParam("q", "\"sách trúc vàng\"").get("/api/v1/search").then().statusCode(200)
                .body("items.article.id", hasItem(article));
        String section = given().get("/api/v1/articles/{article}/sections/sec_1", article).then().statusCode(200)
                .extract().jsonPath().getString("paragraphs[1].text");
        assertEquals(TEXT, section);
        for (String form : List.of("text", "markdown", "html", "akn")) {
            given().get("/api/v1/articles/{article}/directive/{form}", article, form).then().statusCode(200)
                    .body(containsString(switch (form) {
                        case "text" -> "\n\n" + TEXT + "\n";
                        case "markdown" -> "| 2 | sách trúc vàng | mới |";
                        case "html" -> "<tr><td>2</td><td>sách trúc vàng</td><td>mới</td></tr>";
                        default -> "<tr><td><p>2</p></td><td><p>sách trúc vàng</p></td><td><p>mới</p></td></tr>";
                    }));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "{\"kind\": \"table\"} ~ /rows",
        "{\"kind\": \"table\", \"text\": \"một\"} ~ /rows",
        "{\"kind\": \"list\", \"text\": \"một\"} ~ /kind",
        "{} ~ /text",
        "{\"text\": null} ~ /text",
        "{\"rows\": []} ~ /rows",
        "{\"rows\": [null]} ~ /rows/0",
        "{\"rows\": [{}]} ~ /rows/0/cells",
        "{\"rows\": [{\"cells\": []}]} ~ /rows/0/cells",
        "{\"rows\": [{\"cells\": [null]}]} ~ /rows/0/cells/0",
        "{\"rows\": [{\"cells\": [{}]}]} ~ /rows/0/cells/0/text",
        "{\"rows\": [{\"cells\": [{\"text\": \"\"}, {\"text\": \" \"}]}]} ~ /rows",
        "{\"rows\": [{\"cells\": [{\"text\": \"a\", \"columnSpan\": 0}]}]} ~ /rows/0/cells/0/columnSpan",
        "{\"rows\": [{\"cells\": [{\"text\": \"a\", \"rowSpan\": 1001}]}]} ~ /rows/0/cells/0/rowSpan",
        "{\"rows\": [{\"cells\": [{\"text\": \"a\"}]}], \"text\": \"b\"} ~ /text"})
    void a_table_of_another_shape_is_refused(String paragraph, String pointer) {
        refused(paragraph).body("errors.pointer", hasItem("/sections/0/paragraphs/1" + pointer));
    }

    @Test
    void a_table_of_more_words_than_a_paragraph_may_have_is_refused() {
        String cell = "{\"text\": \"" + "cây ".repeat(20_000) + "\"}";
        refused("{\"rows\": [{\"cells\": [" + cell + ", " + cell + "]}]}").body("errors.pointer", contains("/sections/0/paragraphs/1/rows"));
    }

    private static ValidatableResponse refused(String paragraph) {
        Response answer = Editing.create(content(paragraph));
        assertEquals(4, answer.statusCode() / 100, answer.asString());
        return answer.then();
    }
}
