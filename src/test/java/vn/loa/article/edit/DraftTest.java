package vn.loa.article.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Writing articles by hand. */
@QuarkusTest
class DraftTest {

    @Test
    void an_article_begins_as_a_draft_that_only_editors_see() {
        Response made = Editing.create(Editing.directive("Chỉ thị mới", "31-CT/TU"));
        String id = made.then().statusCode(201).body("state", equalTo("draft")).body("revision", nullValue())
                .body("edited", equalTo(true)).body("allowed", contains("edit", "publish", "discard-draft"))
                .body("slug", equalTo("chi-thi-moi")).body("warnings", hasSize(0))
                .header("Cache-Control", equalTo("private, no-store")).header("ETag", notNullValue())
                .header("Location", endsWith("/draft")).extract().path("id");
        given().get("/api/v1/articles/{id}", id).then().statusCode(404);
        Editing.draft(id).then().statusCode(200).header("ETag", equalTo(made.header("ETag")))
                .header("Cache-Control", equalTo("private, no-store")).body("title", equalTo("Chỉ thị mới"));
        assertEquals(made.path("sections").toString(), Editing.draft(id).path("sections").toString());
    }

    @Test
    void what_is_left_out_of_sections_is_worked_out() {
        Editing.create(Editing.directive("Chỉ thị", "31-CT/TU")).then().statusCode(201)
                .body("sections.eId", contains("sec_1", "sec_1__point_a", "sec_2"))
                .body("sections.parentEId", contains(null, "sec_1", null))
                .body("sections.level", contains(1, 2, 1))
                .body("sections.kind", contains("section", "point", "section"))
                .body("sections.marker", contains("1.", "a)", "2."))
                .body("sections[2].paragraphs.eId", contains("sec_2__p_1", "sec_2__p_2"))
                .body("sections[0].citations.number", contains("30/2020/NĐ-CP"))
                .body("citations.role", contains("subject", "reference"))
                .body("directive.number", equalTo("31-CT/TU"));
    }

    @Test
    void a_law_is_a_tree_whose_articles_do_not_carry_their_chapter() {
        Editing.create(Editing.object("""
                {"title": "Luật", "directive": {"type": "Luật", "number": "80/2015/QH13"}, "sections": [
                  {"kind": "chapter", "number": "II", "heading": "QUY ĐỊNH"},
                  {"parentEId": "chp_II", "number": "5"},
                  {"parentEId": "art_5", "number": "2"},
                  {"parentEId": "art_5__para_2", "marker": "đ)", "paragraphs": [{"text": "Điểm đ."}]},
                  {"parentEId": "art_5", "number": "2"}]}""")).then().statusCode(201)
                .body("sections.eId", contains("chp_II", "art_5", "art_5__para_2", "art_5__para_2__point_đ", "art_5__para_2_2"))
                .body("sections.marker", contains("Chương II", "Điều 5.", "2.", "đ)", "2."))
                .body("sections.level", contains(1, 2, 3, 4, 3));
    }

    @Test
    void a_draft_that_is_sent_back_as_it_was_read_stays_as_it_is() {
        String id = Editing.created(Editing.directive("Chỉ thị", "31-CT/TU"));
        Response before = Editing.draft(id);
        Response after = Editing.put(id, before.header("ETag"), before.asString());
        after.then().statusCode(200);
        for (String part : List.of("title", "body", "sections", "citations", "directive", "tags", "slug", "byline")) {
            assertEquals(String.valueOf((Object) before.path(part)), String.valueOf((Object) after.path(part)), part);
        }
        assertNotEquals(before.header("ETag"), after.header("ETag"));
    }

    @Test
    void what_a_draft_shows_besides_its_content_cannot_be_changed() {
        String id = Editing.created(Editing.news("Tin"));
        Editing.patch(id, "*", "{\"state\": \"published\", \"firstPublishedAt\": \"2020-01-01T00:00:00Z\"}").then()
                .statusCode(422).body("errors.pointer", containsInAnyOrder("/state", "/firstPublishedAt"))
                .body("errors.code", hasItems("read-only"));
    }

    @Test
    void a_merge_patch_replaces_removes_and_keeps() {
        String id = Editing.created(Editing.directive("Chỉ thị", "31-CT/TU"));
        Editing.patch(id, Editing.etag(id), """
                {"title": "Khác", "byline": null, "directive": {"number": "32 - CT / TU"}, "tags": ["a", "b"]}""").then()
                .statusCode(200).body("title", equalTo("Khác")).body("byline", nullValue())
                .body("summary", equalTo("Tóm tắt.")).body("directive.number", equalTo("32-CT/TU"))
                .body("directive.type", equalTo("Chỉ thị")).body("tags", contains("a", "b"))
                .body("sections", hasSize(3)).body("slug", equalTo("chi-thi"));
    }

    @Test
    void a_merge_patch_may_be_sent_as_json_by_clients_that_can_send_nothing_else() {
        String id = Editing.created(Editing.news("Tin").put("byline", "Lan").put("summary", "Tóm tắt."));
        Pages.asAdmin().header("If-Match", "*").contentType("application/json").body("{\"title\": \"Khác\", \"byline\": null}")
                .patch("/api/v1/articles/{id}/draft", id).then()
                .statusCode(200).body("title", equalTo("Khác")).body("byline", nullValue()).body("summary", equalTo("Tóm tắt."));
    }

    @Test
    void the_answer_to_a_change_shows_what_is_stored_then() {
        String id = Editing.created(Editing.directive("Chỉ thị", "81-CT/TU").put("body",
                "<p>Theo Chỉ thị số 81-CT/TU và Chỉ thị số 82-CT/TU.</p>"));
        for (String patch : new String[] {"{\"directive\": {\"number\": \"82-CT/TU\"}}",
            "{\"sections\": [{\"number\": \"1\", \"paragraphs\": [{\"text\": \"Theo Chỉ thị số 82-CT/TU.\"}]}]}",
            "{\"directive\": {\"number\": \"83-CT/TU\"}, \"body\": null}"}) {
            Response changed = Editing.patch(id, "*", patch);
            Response read = Editing.draft(id);
            for (String part : List.of("citations", "sections", "directive", "body")) {
                assertEquals(read.<Object>path(part), changed.path(part), part);
            }
        }
    }

    @Test
    void which_citation_is_the_subject_follows_the_directive() {
        String id = Editing.created(Editing.directive("Chỉ thị", "81-CT/TU").put("body",
                "<p>Theo Chỉ thị số 81-CT/TU và Chỉ thị số 30/2020/NĐ-CP.</p>"));
        Editing.draft(id).then().body("citations.role", contains("subject", "reference", "reference"));
        Editing.patch(id, "*", "{\"directive\": {\"number\": \"30/2020/NĐ-CP\"}}").then()
                .body("citations.role", contains("reference", "subject", "reference"));
    }

    @Test
    void saving_again_what_was_read_before_the_last_save_is_no_offence() {
        String id = Editing.published(Editing.news("Tin"));
        Response read = Editing.draft(id);
        Response saved = Editing.put(id, read.header("ETag"), read.asString());
        Editing.put(id, saved.header("ETag"), read.asString()).then().statusCode(200);
    }

    @Test
    void nothing_is_made_of_something_else() {
        String id = Editing.published(Editing.news("Tin"));
        for (String body : new String[] {"{\"revision\": 1.5}", "{\"revision\": \"1\"}", "{\"revision\": true}",
            "{\"revision\": 99999999999}", "{\"revision\": [1]}"}) {
            Pages.asAdmin().header("If-Match", "*").contentType("application/json").body(body)
                    .post(Editing.ARTICLES + "/" + id + "/restore").then().statusCode(400)
                    .body("errors.pointer", contains("/revision")).body("errors.message", contains("must be a whole number"));
        }
        Editing.step(id, "publish", Map.of("minor", "true")).then().statusCode(400)
                .body("errors.message", contains("must be true or false"));
    }

    @Test
    void a_file_that_only_the_body_shows_is_pointed_out() {
        String file = "01a206d2-563a-7e8e-8a6a-736bf594a420";
        Editing.create(Editing.news("Tin").put("body", "<p>Xem <a href=\"/api/v1/media/" + file + "\">văn bản</a></p>")).then()
                .statusCode(201).body("warnings.code", contains("file-not-attached"));
    }

    @Test
    void put_removes_what_it_leaves_out_except_the_slug() {
        String id = Editing.created(Editing.directive("Chỉ thị", "31-CT/TU"));
        Editing.put(id, Editing.etag(id), Editing.news("Tin")).then().statusCode(200)
                .body("directive", nullValue()).body("sections", hasSize(0)).body("tags", hasSize(0))
                .body("slug", equalTo("chi-thi"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        Editing.create(Editing.object("""
                {"title": 5, "slug": "A b", "tags": ["", null], "foo": 1, "language": "!",
                 "directive": {"type": "", "issuedOn": "x", "number": "zz"},
                 "sections": [{"paragraphs": [{"text": null}], "level": "x", "kind": "odd"}, 7]}""")).then()
                .statusCode(400).body("code", equalTo("malformed-body"))
                .body("errors.pointer", hasItems("/title", "/slug", "/tags/0", "/foo", "/language", "/directive/type",
                        "/directive/issuedOn", "/sections/0/level", "/sections/0/kind", "/sections/0/paragraphs/0/text",
                        "/sections/1"));
        Editing.create(Editing.object("""
                {"title": "\u200b", "slug": "a--b", "directive": {"type": "Luật", "number": "zz"},
                 "sections": [{"number": "1", "parentEId": "sec_9"}, {"number": "1", "eId": "sec_1"},
                  {"number": "2", "eId": "sec_1"}, {"number": "(", "level": 3}, {}]}""")).then()
                .statusCode(422).body("code", equalTo("invalid-content"))
                .body("errors.pointer", hasItems("/title", "/slug", "/directive/number", "/sections/0/parentEId",
                        "/sections/2/eId", "/sections/3/level", "/sections/4/number"));
        Editing.create(Editing.object("{}")).then().statusCode(422).body("errors.pointer", contains("/title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "", "{", "{\"title\":\"a\",\"title\":\"b\"}", "{} {}"})
    void what_is_no_json_object_is_refused(String body) {
        Editing.post(Editing.ARTICLES, body).then().statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void sections_need_the_directive_they_belong_to() {
        Editing.create(Editing.object("{\"title\": \"a\", \"sections\": [{\"number\": \"1\"}]}")).then()
                .statusCode(422).body("errors.pointer", contains("/directive"));
    }

    @Test
    void citations_that_an_editor_gives_stand() {
        ObjectNode content = Editing.directive("Chỉ thị", "31-CT/TU");
        String paragraph = "Thực hiện Kết luận của Tỉnh ủy.";
        content.withArray("sections").removeAll().addPOJO(null).removeAll();
        content.withArray("sections").add(Editing.object("""
                {"number": "1", "paragraphs": [{"text": "%s"}], "citations": [{"paragraphEId": "sec_1__p_1",
                  "start": 10, "end": 29, "raw": "Kết luận của Tỉnh ủ", "type": "Kết luận", "issuer": "Tỉnh ủy",
                  "status": "unresolved", "target": null}]}""".formatted(paragraph)));
        Editing.create(content).then().statusCode(201).body("sections[0].citations.type", contains("Kết luận"))
                .body("sections[0].citations.role", contains("unnumbered"));
        ((ObjectNode) content.at("/sections/0/citations/0")).put("start", 11);
        Editing.create(content).then().statusCode(422).body("errors.pointer", contains("/sections/0/citations/0/raw"));
    }

    @Test
    void a_body_is_made_safe_and_what_was_removed_is_said() {
        ObjectNode content = Editing.news("Tin").put("body", "<p onclick=\"x()\">Một<script>alert(1)</script></p>hai");
        Editing.create(content).then().statusCode(201)
                .body("body", equalTo("<p id=\"body__p_1\">Một</p><p id=\"body__p_2\">hai</p>"))
                .body("warnings.code", hasItems("attribute-removed", "element-removed"));
    }

    @Test
    void a_change_needs_the_etag_of_what_was_read() {
        String id = Editing.created(Editing.news("Tin"));
        String etag = Editing.etag(id);
        Pages.asAdmin().contentType("application/json").body(Editing.news("Khác").toString()).put(Editing.DRAFT, id)
                .then().statusCode(428);
        Editing.put(id, etag, Editing.news("Một")).then().statusCode(200);
        String current = Editing.etag(id);
        Editing.put(id, etag, Editing.news("Hai")).then().statusCode(412).header("ETag", equalTo(current));
        Editing.put(id, "W/" + current, Editing.news("Hai")).then().statusCode(412);
        Editing.patch(id, "\"x\", " + current, "{\"title\": \"Ba\"}").then().statusCode(200);
        Editing.put(id, "nonsense", Editing.news("Hai")).then().statusCode(400);
        Pages.asAdmin().delete(Editing.DRAFT, id).then().statusCode(428);
        Pages.asAdmin().header("If-Match", etag).delete(Editing.DRAFT, id).then().statusCode(412);
        Editing.draft(id).then().body("title", equalTo("Ba"));
    }

    @Test
    void throwing_away_the_draft_of_an_unpublished_article_throws_the_article_away() {
        String id = Editing.created(Editing.news("Tin"));
        Pages.asAdmin().header("If-Match", Editing.etag(id)).delete(Editing.DRAFT, id).then().statusCode(204);
        Editing.draft(id).then().statusCode(404);
        Editing.create(Editing.news("Tin")).then().statusCode(201).body("slug", equalTo("tin"));
    }

    @Test
    void throwing_away_the_working_copy_of_a_published_article_leaves_what_is_public() {
        String id = Editing.published(Editing.news("Tin"));
        Editing.retitled(id, "Khác");
        Editing.step(id, "discard-draft", Editing.etag(id), Map.of()).then().statusCode(204);
        Editing.draft(id).then().body("title", equalTo("Tin")).body("edited", equalTo(false));
        given().get("/api/v1/articles/{id}", id).then().statusCode(200).body("title", equalTo("Tin"));
        Editing.step(id, "discard-draft", Editing.etag(id), Map.of()).then().statusCode(409)
                .body("allowed", contains("edit", "withdraw", "remove", "restore"));
    }

    @Test
    void editing_a_published_article_changes_nothing_for_readers() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        String public_ = given().get("/api/v1/articles/{id}?include=sections,citations", id).asString();
        Editing.patch(id, Editing.etag(id), "{\"title\": \"Khác\", \"slug\": \"khac\", \"sections\": null}").then()
                .statusCode(200).body("slug", equalTo("khac")).body("revision", equalTo(1));
        assertEquals(public_, given().get("/api/v1/articles/{id}?include=sections,citations", id).asString());
        given().get("/api/v1/articles/khac").then().statusCode(404);
        given().get("/api/v1/articles/chi-thi").then().statusCode(200);
    }

    @Test
    void an_import_can_be_edited_and_published() {
        String id = Pages.fixture("canonical.txt").post("/api/v1/imports").then().statusCode(201)
                .header("Location", endsWith("/draft")).extract().path("article.id");
        Response draft = Editing.draft(id);
        Editing.put(id, draft.header("ETag"), draft.asString()).then().statusCode(200).body("warnings", hasSize(0))
                .body("body", equalTo(draft.path("body"))).body("sections", equalTo(draft.path("sections")));
        Editing.publish(id).then().statusCode(200).body("state", equalTo("published"));
    }
}
