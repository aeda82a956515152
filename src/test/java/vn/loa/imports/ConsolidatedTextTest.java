package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** The notes of a consolidated text are data of their provisions: stored, answered, searched, cited and rendered. */
@QuarkusTest
class ConsolidatedTextTest {

    private static final String NOTED = "find { it.eId == 'art_2__para_2' }.notes[0]";
    private String article;

    @BeforeEach
    void is_imported() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/prints/van-ban-hop-nhat-hai-trang.txt")) {
            String print = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JsonPath report = Pages.page(print).queryParam("publish", true).post("/api/v1/imports").then().statusCode(201)
                    .body("warnings.code", not(hasItem("note-without-mark")))
                    .body("found.selfReferences.raw", not(hasItem("Điều này"))).extract().jsonPath();
            article = report.getString("article.id");
        }
    }

    @Test
    void a_section_has_its_notes() {
        given().get("/api/v1/articles/{article}/sections?size=100", article).then().statusCode(200)
                .body("items." + NOTED + ".eId", equalTo("art_2__para_2__note_4"))
                .body("items." + NOTED + ".number", equalTo("4"))
                .body("items." + NOTED + ".part", equalTo("marker"))
                .body("items." + NOTED + ".at", equalTo("art_2__para_2"))
                .body("items." + NOTED + ".paragraphs[0].text", startsWith("Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 1"))
                .body("items.find { it.eId == 'art_2__para_2' }.paragraphs.text", contains("(được bãi bỏ)"))
                .body("items.find { it.eId == 'art_2__para_1' }.notes", nullValue());
    }

    @Test
    void a_note_cites() {
        given().get("/api/v1/articles/{article}/sections/art_3", article).then().statusCode(200)
                .body("citations.paragraphEId", contains("art_3__note_7__p_1"))
                .body("citations[0].number", equalTo("12/2031/TT-BCX"))
                .body("citations[0].pinpoints[0].eId", equalTo("art_1__para_4"));
    }

    @Test
    void a_note_stands_behind_its_provision_in_every_form() {
        String repealed = "Khoản này được bãi bỏ";
        for (String form : List.of("html", "text", "markdown", "akn")) {
            String rendering = given().get("/api/v1/articles/{article}/directive/{form}", article, form).then().statusCode(200)
                    .extract().asString();
            int provision = rendering.indexOf("(được bãi bỏ)");
            int note = rendering.indexOf(repealed);
            int next = rendering.indexOf("Người làm vườn được cấp");
            assertTrue(provision > 0 && provision < note && note < next, form + ": " + rendering);
        }
        given().get("/api/v1/articles/{article}/directive/akn", article).then()
                .body(containsString("<authorialNote marker=\"4\" eId=\"art_2__para_2__note_4\">"));
        given().get("/api/v1/articles/{article}/directive/html", article).then()
                .body(containsString("<aside class=\"note\" id=\"art_2__para_2__note_4\">"));
    }

    @Test
    void a_note_is_found() {
        given().queryParam("q", "\"ý kiến của những người làm vườn\"").get("/api/v1/search").then().statusCode(200)
                .body("items.section.eId", hasItem("art_1"));
    }

    @Test
    void a_draft_that_is_sent_back_keeps_its_notes() {
        var read = Keys.as("editor").get("/api/v1/articles/{article}/draft", article).then().statusCode(200).extract();
        Map<String, Object> draft = read.jsonPath().getMap("");
        List<Object> sections = read.jsonPath().getList("sections");
        Keys.as("editor").contentType("application/merge-patch+json").header("If-Match", read.header("ETag"))
                .body(Map.of("sections", sections, "title", draft.get("title") + " (bản mới)"))
                .patch("/api/v1/articles/{article}/draft", article).then().statusCode(200)
                .body("sections." + NOTED + ".number", equalTo("4"))
                .body("sections.size()", equalTo(sections.size()));
    }

    @Test
    void a_note_at_no_words_is_refused() {
        refused("{\"number\": \"1\", \"part\": \"text\", \"at\": \"sec_9__p_1\", \"paragraphs\": [{\"text\": \"Bãi bỏ.\"}]}")
                .body("code", equalTo("invalid-content")).body("errors.pointer", contains("/sections/0/notes/0/at"));
        refused("{\"number\": \"1\", \"part\": \"heading\", \"offset\": 99, \"paragraphs\": [{\"text\": \"Bãi bỏ.\"}]}")
                .body("errors.pointer", contains("/sections/0/notes/0/offset"));
        refused("{\"number\": \"1\", \"part\": \"marker\", \"eId\": \"sec_1\", \"paragraphs\": [{\"text\": \"Bãi bỏ.\"}]}")
                .body("errors.pointer", contains("/sections/0/notes/0/eId"));
        refused("{\"number\": \"(\", \"part\": \"marker\", \"paragraphs\": [{\"text\": \"Bãi bỏ.\"}]}")
                .body("errors.pointer", contains("/sections/0/notes/0/number"));
    }

    @Test
    void a_note_of_another_shape_is_refused() {
        refused("{\"number\": \"1\", \"part\": \"footer\", \"paragraphs\": []}")
                .body("errors.pointer", hasItems("/sections/0/notes/0/part", "/sections/0/notes/0/paragraphs"));
        refused("null").body("errors.pointer", contains("/sections/0/notes/0"));
    }

    private static ValidatableResponse refused(String note) {
        return Editing.create(Editing.object("""
                {"title": "Cây", "directive": {"type": "Luật"}, "sections": [{"number": "1", "heading": "Cây",
                 "paragraphs": [{"text": "Trồng cây."}], "notes": [%s]}]}""".formatted(note))).then()
                .statusCode(anyOf(equalTo(400), equalTo(422)));
    }
}
