package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** Pinpoints: which section of a document is cited, and by which articles. */
@QuarkusTest
class SectionCitedByTest {

    private static final String CITED_BY = "/api/v1/articles/{id}/sections/{eId}/cited-by";
    private static final String CITATIONS = "/api/v1/articles/{id}/citations";

    private String decree;

    @BeforeEach
    void a_decree_with_a_tree() {
        decree = Editing.published(Editing.object("""
                {"title": "Văn thư", "directive": {"type": "Nghị định", "number": "30/2020/NĐ-CP", 
                   "issuedOn": "2020-03-05"},
                 "sections": [{"kind": "chapter", "number": "I"},
                   {"level": 2, "number": "5", "paragraphs": [{"text": "Theo Luật số 1/2019/QH14."}]},
                   {"level": 3, "number": "2", "paragraphs": [{"text": "Theo điểm a khoản 3 Điều 4 Luật số 2/2019/QH14."}]},
                   {"level": 4, "number": "đ", "paragraphs": [{"text": "Theo Luật số 3/2019/QH14 và Luật số 4/2019/QH14."}]},
                   {"kind": "chapter", "number": "II"},
                   {"level": 2, "number": "6", "paragraphs": [{"text": "Theo Luật số 5/2019/QH14."}]}]}"""));
    }

    private static String citing(String title, String words) {
        return Editing.published(
                RegisterTest.directive("Kế hoạch", title.length() + "/KH-UBND", null, "2021-01-01", title, words));
    }

    private ValidatableResponse citedBy(String eId) {
        return given().get(CITED_BY, decree, eId).then().statusCode(200);
    }

    @Test
    void a_section_is_cited_by_those_who_name_this_very_section() {
        String one = citing("một", "Theo điểm đ khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.");
        String two = citing("hai", "Theo Điều 5, khoản 2 Điều 6 Nghị định 30/2020/NĐ-CP và Nghị định 30/2020/NĐ-CP.");
        citing("khác", "Theo Điều 5 Nghị định số 31/2020/NĐ-CP.");
        citedBy("art_5__para_2__point_đ").body("items.article.id", contains(one)).body("page.totalItems", equalTo(1))
                .body("items[0].places", hasSize(1))
                .body("items[0].places[0].raw", equalTo("Nghị định số 30/2020/NĐ-CP"))
                .body("items[0].places[0].pinpoints[0].article", equalTo("5"))
                .body("items[0].places[0].pinpoints[0].clause", equalTo("2"))
                .body("items[0].places[0].pinpoints[0].point", equalTo("đ"))
                .body("items[0].places[0].pinpoints[0].eId", equalTo("art_5__para_2__point_đ"));
        citedBy("art_5").body("items.article.id", contains(two)).body("items[0].places", hasSize(1))
                .body("items[0].places[0].pinpoints.eId", contains("art_5", "art_6__para_2"))
                .body("items[0].places[0].pinpoints[0].clause", nullValue());
        citedBy("art_5__para_2").body("items", hasSize(0));
        given().get("/api/v1/articles/{id}/cited-by", decree).then().body("items.article.id", contains(two, one))
                .body("items[0].places[1]", not(hasKey("pinpoints")));
    }

    @Test
    void a_chapter_is_cited_by_those_who_name_it_and_an_editor_sends_back_what_was_read() {
        String one = citing("chương", "Theo Chương II và Điều 5 Nghị định số 30/2020/NĐ-CP.");
        citedBy("chp_II").body("items.article.id", contains(one)).body("items[0].places", hasSize(1))
                .body("items[0].places[0].divisions", contains("chp_II"))
                .body("items[0].places[0].pinpoints.eId", contains("art_5"));
        citedBy("art_5").body("items.article.id", contains(one));
        citedBy("chp_I").body("items", hasSize(0));
        ObjectNode draft = (ObjectNode) Editing.object(Editing.draft(one).asString());
        ObjectNode citation = (ObjectNode) draft.withArray("sections").get(0).withArray("citations").get(0);
        assertEquals("[\"chp_II\"]", citation.get("divisions").toString());
        citation.putArray("divisions").add("chp_I");
        Editing.put(one, "*", draft).then().statusCode(200);
        Editing.publish(one).then().statusCode(200);
        citedBy("chp_I").body("items.article.id", contains(one));
        citation.putArray("divisions").add("chương 1");
        draft.remove(List.of("revision", "state", "firstPublishedAt", "publicUpdatedAt"));
        Editing.put(one, "*", draft).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/sections/0/citations/0/divisions/0"));
    }

    @Test
    void only_sections_of_the_article_have_an_answer() {
        citing("một", "Theo Điều 9 Nghị định số 30/2020/NĐ-CP.");
        for (String eId : new String[] {"art_9", "x y", "art_5__para_9", "%"}) {
            given().get(CITED_BY, decree, eId).then().statusCode(404).body("code", equalTo("not-found"));
        }
    }

    @Test
    void drafts_and_removed_articles_do_not_cite_sections() {
        String id = Editing.created(Editing.news("Nháp").put("body", "<p>Theo Điều 6 Nghị định số 30/2020/NĐ-CP.</p>"));
        citedBy("art_6").body("items", hasSize(0));
        Editing.publish(id).then().statusCode(200);
        citedBy("art_6").body("items.article.id", contains(id)).body("items[0].places[0].sectionEId", nullValue());
        Editing.remove(id, "Nhầm.").then().statusCode(200);
        citedBy("art_6").body("items", hasSize(0));
    }

    @Test
    void it_costs_four_statements() {
        citing("một", "Theo Điều 6 Nghị định số 30/2020/NĐ-CP.");
        citing("hai", "Theo Điều 6 Nghị định số 30/2020/NĐ-CP.");
        assertEquals(4, Statements.during(() -> citedBy("art_6").body("items", hasSize(2))));
    }

    @Test
    void citations_are_those_of_a_section_and_of_what_is_inside_it() {
        given().get(CITATIONS, decree).then().body("items", hasSize(5));
        inside("art_5", "1/2019/QH14", "2/2019/QH14", "3/2019/QH14", "4/2019/QH14");
        inside("chp_I", "1/2019/QH14", "2/2019/QH14", "3/2019/QH14", "4/2019/QH14");
        inside("art_5__para_2__point_đ", "3/2019/QH14", "4/2019/QH14");
        inside("chp_II", "5/2019/QH14");
        given().queryParam("eId", "art_7").get(CITATIONS, decree).then().statusCode(400);
        given().queryParam("eId", "art_5").queryParam("size", 2).queryParam("page", 2).get(CITATIONS, decree).then()
                .body("items.number", contains("3/2019/QH14", "4/2019/QH14")).body("page.totalItems", equalTo(4));
        given().queryParam("eId", "5").get(CITATIONS, decree).then().statusCode(400);
    }

    private void inside(String eId, String... numbers) {
        given().queryParam("eId", eId).get(CITATIONS, decree).then().statusCode(200)
                .body("items.number", numbers.length == 0 ? hasSize(0) : contains(numbers))
                .body("page.totalItems", equalTo(numbers.length));
    }

    @Test
    void citations_tell_the_parts_and_editors_can_correct_them() {
        given().queryParam("eId", "art_5__para_2").get(CITATIONS, decree).then()
                .body("items[0].pinpoints.eId", contains("art_4__para_3__point_a"))
                .body("items[1]", not(hasKey("pinpoints")));
        ObjectNode draft = (ObjectNode) Editing.object(Editing.draft(decree).asString());
        Editing.put(decree, "*", draft).then().statusCode(200);
        JsonNode citation = draft.withArray("sections").get(2).withArray("citations").get(0);
        ((ArrayNode) citation.get("pinpoints")).addObject().put("article", "7a");
        Editing.put(decree, "*", draft).then().statusCode(200);
        Editing.publish(decree).then().statusCode(200);
        given().queryParam("eId", "art_5__para_2").get(CITATIONS, decree).then()
                .body("items[0].pinpoints.eId", contains("art_4__para_3__point_a", "art_7a"));
        Editing.retitled(decree, "Văn thư lưu trữ");
        Editing.publish(decree).then().statusCode(200);
        given().queryParam("eId", "art_5__para_2").get(CITATIONS, decree).then()
                .body("items[0].pinpoints.eId", contains("art_4__para_3__point_a", "art_7a"));
        ((ObjectNode) citation).withArray("pinpoints").addObject().put("article", "bảy");
        // The draft was read before the publishes. Editors cannot set the members that a publish changes.
        draft.remove(List.of("revision", "state", "firstPublishedAt", "publicUpdatedAt"));
        Editing.put(decree, "*", draft).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/sections/2/citations/0/pinpoints/2"));
    }
}
