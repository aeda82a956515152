package vn.loa.effect.consolidate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.effect.LawTexts;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** What a document may read on a day, as a proposal for editors, and an article's draft made of it. */
@QuarkusTest
class ConsolidationTest {

    private static final String CONSOLIDATION = Editing.ARTICLES + "/{article}/consolidation";
    private static final String AFTER = "2026-09-10";

    private static ValidatableResponse proposal(String article, String day) {
        return Pages.asAdmin().queryParam("inForceOn", day).get(CONSOLIDATION, article).then();
    }

    /** A circular that also changes a form, replaces words that stand nowhere, and repeals what is not there. */
    private static ObjectNode unclear() {
        return LawTexts.content("12/2026/TT-BVH", "2026-04-01", "sửa đổi, bổ sung một số điều của Thông tư số 7/2021/TT-BVH", """
                Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 7/2021/TT-BVH

                1. Thay thế cụm từ “bằng gỗ” bằng cụm từ “bằng đá” tại Điều 2.

                2. Bãi bỏ Điều 9.

                3. Bãi bỏ Mẫu số 08 Phụ lục I.

                4. Sửa đổi Bước 5 như sau:

                “Bước 5. Không.”.

                Điều 2. Hiệu lực thi hành

                Thông tư này có hiệu lực từ ngày 01 tháng 8 năm 2026.
                """);
    }

    @Test
    void a_proposal_has_the_changes_that_fit_and_names_their_instructions() {
        String base = Editing.published(LawTexts.base());
        String amending = Editing.published(LawTexts.amending());
        proposal(base, AFTER).statusCode(200).header("Cache-Control", equalTo("private, no-store"))
                .body("inForceOn", equalTo(AFTER)).body("official", equalTo(false)).body("notice", containsString("no official text"))
                .body("document.number", equalTo(LawTexts.BASE)).body("comparedWith", nullValue()).body("notApplied", hasSize(0))
                .body("changes.eId", equalTo(List.of("art_2__para_2", "art_1")))
                .body("changes[0].before", equalTo("2. Biển hiệu có đèn.")).body("changes[0].after", equalTo("2. Biển hiệu có đèn đỏ."))
                .body("changes[0].instruction.words", equalTo("Sửa đổi khoản 2 Điều 2"))
                .body("changes[0].instruction.document.number", equalTo(LawTexts.AMENDING))
                .body("changes[0].instruction.provisions", equalTo(List.of("art_1__para_1")))
                .body("changes[0].instruction.since", equalTo("2026-09-01"))
                .body("changes[0].instruction.articleId", equalTo(amending))
                .body("sections.find { it.eId == 'art_1' }.paragraphs.text", equalTo(List.of("(được bãi bỏ)")))
                .body("sections.find { it.eId == 'art_2__para_1' }.paragraphs.text", equalTo(List.of("Biển hiệu có tên.")));
        proposal(base, "2026-08-31").statusCode(200).body("changes", hasSize(0)).body("notApplied.reason", equalTo(List.of("not-yet", "not-yet")))
                .body("sections.find { it.eId == 'art_2__para_2' }.paragraphs.text", equalTo(List.of("Biển hiệu có đèn.")));
        Pages.asAdmin().get(CONSOLIDATION, base).then().statusCode(200).body("inForceOn", equalTo("2026-07-15"));
    }

    @Test
    void what_does_not_fit_is_listed_with_its_reason_and_changes_nothing() {
        String base = Editing.published(LawTexts.base());
        Editing.published(unclear());
        proposal(base, AFTER).statusCode(200).body("changes", hasSize(0))
                .body("notApplied.reason", equalTo(List.of("phrase-not-found", "target-not-found", "part-in-words", "not-understood")))
                .body("notApplied[2].instruction.named", equalTo("Mẫu số 08 Phụ lục I"))
                .body("notApplied[3].instruction.kind", nullValue())
                .body("sections.find { it.eId == 'art_2__para_2' }.paragraphs.text", equalTo(List.of("Biển hiệu có đèn.")));
    }

    @Test
    void a_proposal_is_compared_with_the_official_text() {
        String base = Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        ObjectNode official = LawTexts.consolidated();
        ((ObjectNode) official.at("/sections/2/paragraphs/0")).put("text", "Biển hiệu có tên và số.");
        String article = Editing.published(official);
        proposal(base, AFTER).statusCode(200).body("comparedWith.article.id", equalTo(article))
                .body("comparedWith.document.number", equalTo(LawTexts.CONSOLIDATED))
                .body("comparedWith.differences.eId", equalTo(List.of("art_2__para_1")))
                .body("comparedWith.differences[0].cause", equalTo("print"))
                .body("comparedWith.differences[0].official", equalTo("và số"));
        proposal(base, "2026-09-09").statusCode(200).body("comparedWith", nullValue());
        // The official text contains the amendment, so it is not applied to it again.
        proposal(article, AFTER).statusCode(200).body("changes", hasSize(0)).body("document.number", equalTo(LawTexts.BASE))
                .body("notApplied.reason", equalTo(List.of("already-contained", "already-contained")));
    }

    @Test
    void an_instruction_that_an_editor_rejected_is_not_applied() {
        String base = Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        String effect = given().queryParam("kind", "repeal").get(Editing.ARTICLES + "/{article}/effects", base).then().statusCode(200)
                .extract().path("items[0].id");
        Pages.asAdmin().contentType("application/json").body("{\"reason\": \"Đọc sai.\"}")
                .put(Editing.ARTICLES + "/{article}/effects/{id}/rejection", base, effect).then().statusCode(200);
        proposal(base, AFTER).statusCode(200).body("changes.eId", equalTo(List.of("art_2__para_2"))).body("notApplied", hasSize(0));
    }

    @Test
    void a_proposal_is_stored_as_the_draft_of_a_new_article_that_nobody_else_sees() {
        String base = Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        Response stored = Pages.asAdmin().queryParam("inForceOn", AFTER).post(CONSOLIDATION, base);
        String id = stored.path("id");
        stored.then().statusCode(201).header("Location", equalTo("/api/v1/articles/" + id + "/draft"))
                .header("Cache-Control", equalTo("private, no-store")).body("state", equalTo("draft"))
                .body("title", startsWith("Đề xuất hợp nhất (không phải văn bản chính thức): Thông tư số 7/2021/TT-BVH"))
                .body("summary", containsString("không phải văn bản hợp nhất chính thức"))
                .body("summary", containsString("2 thay đổi đã đưa vào, 0 chỉ dẫn chưa đưa vào"))
                .body("directive.type", equalTo("Đề xuất hợp nhất")).body("directive.number", nullValue())
                .body("body", containsString("không phải văn bản chính thức"))
                .body("sections.find { it.eId == 'art_2__para_2' }.paragraphs[0].text", equalTo("Biển hiệu có đèn đỏ."))
                .body("sections.find { it.eId == 'art_2__para_2' }.notes[0].paragraphs[0].text",
                        equalTo("Đề xuất hợp nhất, không chính thức: nội dung mới, căn cứ khoản 1 Điều 1 Thông tư số 10/2026/TT-BVH, "
                                + "áp dụng từ ngày 01/09/2026"));
        assertNotEquals(base, id);
        given().get(Editing.ARTICLES + "/{id}", id).then().statusCode(404);
        Pages.asAdmin().queryParam("subjectId", id).get("/api/v1/audit").then().statusCode(200)
                .body("items.action", hasItem("article.consolidate"));
        // What was stored can be read, changed and saved.
        Response draft = Pages.asAdmin().get(Editing.DRAFT, id);
        Pages.asAdmin().contentType("application/json").header("If-Match", draft.header("ETag")).body(draft.asString())
                .put(Editing.DRAFT, id).then().statusCode(200);
    }

    @Test
    void a_published_proposal_states_nothing_about_the_document() {
        String base = Editing.published(LawTexts.base());
        Editing.published(LawTexts.amending());
        String id = Pages.asAdmin().queryParam("inForceOn", AFTER).post(CONSOLIDATION, base).then().statusCode(201).extract().path("id");
        List<String> before = given().get(Editing.ARTICLES + "/{article}/effects", base).path("items.id");
        Editing.post(Editing.ARTICLES + "/" + id + "/publish", "{}").then().statusCode(200);
        assertEquals(before, given().get(Editing.ARTICLES + "/{article}/effects", base).path("items.id"));
        given().get(Editing.ARTICLES + "/{article}/effects?kind=amend,repeal", id).then().body("items", hasSize(0));
    }

    @Test
    void a_request_that_is_sent_again_stores_one_draft() {
        String base = Editing.published(LawTexts.base());
        String first = Pages.asAdmin().header("Idempotency-Key", "once").post(CONSOLIDATION, base).then().statusCode(201).extract().path("id");
        Pages.asAdmin().header("Idempotency-Key", "once").post(CONSOLIDATION, base).then().statusCode(201).body("id", equalTo(first));
        Pages.asAdmin().header("Idempotency-Key", "once").queryParam("inForceOn", AFTER).post(CONSOLIDATION, base).then().statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        String second = Pages.asAdmin().post(CONSOLIDATION, base).then().statusCode(201).extract().path("id");
        assertNotEquals(first, second);
    }

    @Test
    void only_editors_ask_for_proposals_and_only_of_public_documents() {
        String base = Editing.published(LawTexts.base());
        given().get(CONSOLIDATION, base).then().statusCode(401);
        given().post(CONSOLIDATION, base).then().statusCode(401);
        Keys.as("frontend").get(CONSOLIDATION, base).then().statusCode(403);
        String editor = Keys.make("biên tập", "editor");
        Keys.showing(editor).get(CONSOLIDATION, base).then().statusCode(200);
        Keys.showing(editor).get(CONSOLIDATION, "khong-co").then().statusCode(404);
        Keys.showing(editor).get(CONSOLIDATION, Editing.created(LawTexts.amending())).then().statusCode(404);
        Keys.showing(editor).get(CONSOLIDATION, Editing.published(Editing.news("Tin"))).then().statusCode(404)
                .body("detail", containsString("no directive"));
        Keys.showing(editor).queryParam("inForceOn", "2026-13-01").get(CONSOLIDATION, base).then().statusCode(400)
                .body("errors[0].parameter", equalTo("inForceOn"));
        Keys.showing(editor).queryParam("day", AFTER).post(CONSOLIDATION, base).then().statusCode(400)
                .body("code", equalTo("unknown-parameter"));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items.title", not(hasItem(startsWith("Đề xuất"))));
    }

    @Test
    void a_proposal_is_not_made_of_too_many_texts() {
        String base = Editing.published(LawTexts.base());
        for (int i = 0; i <= Consolidations.MOST_TEXTS; i++) {
            Editing.published(LawTexts.amending(100 + i + "/2026/TT-BVH", LawTexts.BASE, "01 tháng 9 năm 2026"));
        }
        proposal(base, AFTER).statusCode(409).body("code", equalTo("conflict")).body("detail", containsString("More than " + Consolidations.MOST_TEXTS + " texts"));
        Pages.asAdmin().post(CONSOLIDATION, base).then().statusCode(409);
    }
}
