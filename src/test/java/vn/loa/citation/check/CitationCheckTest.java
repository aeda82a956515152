package vn.loa.citation.check;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

@QuarkusTest
class CitationCheckTest {

    private static final String ADDRESS = "/api/v1/citations/check";

    private static ObjectNode decree(String number, String day) {
        return Editing.object("""
                {"title": "Văn thư", "directive": {"type": "Nghị định", "number": "%s", "issuer": "Chính phủ",
                   "issuedOn": "%s", "title": "công tác văn thư"},
                 "sections": [{"kind": "article", "number": "5", "heading": "Ký số", "paragraphs": [{"text": "Văn bản được ký số:"}]},
                   {"level": 2, "number": "1", "paragraphs": [{"text": "Người ký chịu trách nhiệm về văn bản."}]},
                   {"level": 2, "number": "2", "paragraphs": [{"text": "Văn thư giữ bản gốc và sổ đăng ký."}]},
                   {"kind": "article", "number": "6", "paragraphs": [{"text": "Các bộ thi hành."}]}]}""".formatted(number, day));
    }

    private static void article(ObjectNode decree, String number, String text) {
        decree.withArray("sections").addObject().put("kind", "article").put("number", number).withArray("paragraphs").addObject()
                .put("text", text);
    }

    private static ValidatableResponse check(String text) {
        return send(JsonNodeFactory.instance.objectNode().put("text", text)).statusCode(200);
    }

    private static ValidatableResponse send(Object body) {
        return given().contentType("application/json").body(String.valueOf(body)).post(ADDRESS).then();
    }

    @Test
    void a_right_citation_exists_with_its_place_and_its_status() {
        String id = Editing.published(decree("30/2020/NĐ-CP", "2020-03-05"));
        String text = "Xin hỏi: khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP quy định “văn thư giữ bản gốc”?";
        check(text).header("Cache-Control", "no-store").body("checkedTo", equalTo(text.length()))
                .body("items", hasSize(1))
                .body("items[0].raw", equalTo("khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP"))
                .body("items[0].start", equalTo(text.indexOf("khoản"))).body("items[0].verdict", equalTo("exists"))
                .body("items[0].target.article.id", equalTo(id)).body("items[0].target.provisions.eId", contains("art_5__para_2"))
                .body("items[0].target.location", equalTo("/api/v1/articles/" + id + "/sections/art_5__para_2"))
                .body("items[0].target.force.status", equalTo("unknown"))
                .body("items[0].quotations.result", contains("matches"));
        given().get(check(text).extract().<String>path("items[0].target.location")).then().statusCode(200);
    }

    @Test
    void a_provision_that_does_not_exist_is_told_with_those_that_do() {
        Editing.published(decree("30/2020/NĐ-CP", "2020-03-05"));
        check("khoản 7 Điều 5 Nghị định 30/2020/NĐ-CP; Điều 44 Nghị định 30/2020/NĐ-CP")
                .body("items.verdict", contains("no-such-provision", "no-such-provision"))
                .body("items[0].target.provisions[0].existing.inside", equalTo("art_5"))
                .body("items[0].target.provisions[0].existing.numbers", contains("1", "2"))
                .body("items[1].target.provisions[0].existing.kind", equalTo("article"))
                .body("items[1].target.provisions[0].existing.numbers", contains("5", "6"))
                .body("items[1].explanation", containsString("art_44"));
    }

    @Test
    void other_words_are_shown_word_by_word_and_where_they_stand_instead() {
        Editing.published(decree("30/2020/NĐ-CP", "2020-03-05"));
        check("Khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP quy định: “Văn thư giữ bản sao và sổ đăng ký”.")
                .body("items[0].verdict", equalTo("quotation-differs"))
                .body("items[0].quotations[0].difference.op", contains("equal", "delete", "insert", "equal"))
                .body("items[0].quotations[0].difference.text", contains("Văn thư giữ bản ", "gốc", "sao", " và sổ đăng ký"));
        check("Khoản 1 Điều 5 Nghị định 30/2020/NĐ-CP quy định: “giữ bản gốc”.")
                .body("items[0].verdict", equalTo("quotation-differs")).body("items[0].quotations[0].foundIn", equalTo("art_5__para_2"));
    }

    @Test
    void words_that_are_not_in_the_part_of_a_long_text_that_is_compared_are_unchecked() {
        ObjectNode decree = decree("30/2020/NĐ-CP", "2020-03-05");
        article(decree, "7", "Cơ quan lưu trữ:");
        for (int clause = 1; clause <= 4; clause++) {
            ObjectNode section = decree.withArray("sections").addObject().put("level", 2).put("number", String.valueOf(clause));
            for (int i = 0; i < 7; i++) {
                section.withArray("paragraphs").addObject().put("text", "Lưu trữ hồ sơ. ".repeat(6_000).strip());
            }
        }
        article(decree, "8", "Sổ đăng ký là sổ giấy.");
        Editing.published(decree);
        check("Nghị định 30/2020/NĐ-CP quy định “sổ đăng ký là sổ giấy”. Nghị định 30/2020/NĐ-CP quy định “văn thư giữ bản gốc”. "
                + "Điều 5 Nghị định 30/2020/NĐ-CP quy định “văn thư giữ bản sao”. Điều 7 Nghị định 30/2020/NĐ-CP quy định “sổ giấy”. "
                + "Khoản 2 Điều 7 Nghị định 30/2020/NĐ-CP quy định “sổ giấy”. Khoản 3 Điều 7 Nghị định 30/2020/NĐ-CP quy định “sổ giấy”.")
                .body("items.collect { it.quotations[0].result }",
                        contains("unchecked", "matches", "differs", "unchecked", "differs", "unchecked"))
                .body("items.verdict", contains("exists", "exists", "quotation-differs", "exists", "quotation-differs", "exists"));
        check("Điều 8 Nghị định 30/2020/NĐ-CP quy định “sổ đăng ký là sổ điện tử”.").body("items[0].verdict", equalTo("quotation-differs"));
    }

    @Test
    void two_documents_of_one_number_are_candidates_and_a_date_decides() {
        Editing.published(decree("22/2020/NĐ-CP", "2020-03-05"));
        Editing.published(decree("22/2020/NĐ-CP", "2020-04-06"));
        check("Điều 5 Nghị định 22/2020/NĐ-CP và Nghị định số 22/2020/NĐ-CP ngày 06 tháng 4 năm 2020")
                .body("items.verdict", contains("ambiguous", "exists")).body("items[0].target", nullValue())
                .body("items[0].candidates", hasSize(2)).body("items[1].target.directive.issuedOn", equalTo("2020-04-06"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Thông tư số 30/2020/NĐ-CP|type", "Nghị định 30/2020/NĐ-CP ngày 01/01/2019|issuedOn"})
    void what_disagrees_with_the_citation_is_not_it(String text, String disagreement) {
        Editing.published(decree("30/2020/NĐ-CP", "2020-03-05"));
        check(text).body("items[0].verdict", equalTo("not-held")).body("items[0].disagreements", contains(disagreement))
                .body("items[0].candidates", hasSize(1)).body("items[0].candidates[0].force", nullValue());
    }

    @Test
    void a_document_without_its_text_is_not_said_to_lack_a_provision() {
        Editing.published(Editing.object("""
                {"title": "Luật", "body": "<p>Tệp đính kèm.</p>", "directive": {"type": "Luật", "number": "42/2013/QH13",
                 "issuer": "Quốc hội", "issuedOn": "2013-11-25", "title": "Tiếp công dân"}}"""));
        check("Điều 5 Luật Tiếp công dân số 42/2013/QH13").body("items[0].verdict", equalTo("not-held"))
                .body("items[0].target.provisions[0].exists", nullValue());
    }

    @Test
    void drafts_and_removed_articles_do_not_show() {
        Editing.created(decree("77/2020/NĐ-CP", "2020-03-05"));
        check("Nghị định 77/2020/NĐ-CP").body("items[0].verdict", equalTo("not-held")).body("items[0]", not(containsString("Văn thư")));
    }

    @Test
    void what_ended_it_is_named() {
        ObjectNode old = decree("30/2020/NĐ-CP", "2020-03-05");
        article(old, "7", "Nghị định này có hiệu lực thi hành từ ngày 05 tháng 3 năm 2020.");
        Editing.published(old);
        ObjectNode replacing = decree("99/2024/NĐ-CP", "2024-03-05");
        article(replacing, "7", "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2024.");
        article(replacing, "8", "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư hết hiệu lực kể từ ngày "
                + "Nghị định này có hiệu lực thi hành.");
        String later = Editing.published(replacing);
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("text", "Điều 5 Nghị định 30/2020/NĐ-CP").put("inForceOn", "2025-01-01");
        send(request).statusCode(200).body("items[0].verdict", equalTo("exists")).body("items[0].target.force.status", equalTo("ended"))
                .body("items[0].target.changedBy[0].article.id", equalTo(later))
                .body("items[0].target.changedBy[0].directive.number", equalTo("99/2024/NĐ-CP"))
                .body("items[0].target.changedBy[0].provisions", contains("art_8"))
                .body("items[0].explanation", containsString("no longer in force"));
        send(request.put("inForceOn", "2023-01-01")).body("items[0].target.force.status", equalTo("in-force"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\": \" \"}", "{}", "{\"text\": \"a\", \"inForceOn\": \"+12000-01-01\"}", "{\"text\": \"a\", \"x\": 1}",
            "{\"text\": 1}", "[]", "\"a\"", "{\"text\": \"a\", \"inForceOn\": \"today\"}"})
    void a_wrong_request_is_told_what_is_wrong(String body) {
        int status = send(body).extract().statusCode();
        assertTrue(status == 400 || status == 422, body + " " + status);
    }

    @Test
    void a_text_of_64_kB_costs_five_statements_and_a_larger_one_is_refused() {
        Editing.published(decree("30/2020/NĐ-CP", "2020-03-05"));
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.toString().getBytes(StandardCharsets.UTF_8).length < 64_000; i++) {
            text.append("Theo khoản ").append(i % 4).append(" Điều ").append(i % 9 + 1).append(" Nghị định số ").append(i % 3 == 0 ? 30 : i)
                    .append("/2020/NĐ-CP quy định: “giữ bản ").append(i % 2 == 0 ? "gốc" : "sao").append("”.\n");
        }
        String body = JsonNodeFactory.instance.objectNode().put("text", text.substring(0, text.length() - 400)).toString();
        send(body).statusCode(200);
        long statements = Statements.during(() -> send(body).statusCode(200));
        assertTrue(statements <= 5, statements + " statements");
        send(JsonNodeFactory.instance.objectNode().put("text", "a".repeat(65_536))).statusCode(413)
                .body("detail", containsString("65536"));
    }

    @Test
    void of_too_many_citations_the_caller_learns_where_to_go_on() {
        String one = "12/2020/NĐ-CP ";
        int all = 1_500;
        int checkedTo = check(one.repeat(all)).body("items", hasSize(1_000)).extract().path("checkedTo");
        assertEquals(1_000 * one.length(), checkedTo);
        assertEquals(500, check(one.repeat(all).substring(checkedTo)).extract().<List<?>>path("items").size());
    }

    @Test
    void half_a_character_is_no_failure() {
        send("{\"text\": \"Nghị định số 30/2020/NĐ-CP về a\\uD800 b, Điều 5\\u0000\"}").statusCode(200).body("items", hasSize(1))
                .body("items[0].start", equalTo(0));
    }

    @Test
    void it_is_no_write_and_needs_no_key() {
        send("{\"text\": \"a\"}").statusCode(200).body("items", hasSize(0));
        Pages.asAdmin().contentType("application/json").body("{\"text\": \"a\"}").post(ADDRESS).then().statusCode(200);
        given().contentType("application/xml").body("<a/>").post(ADDRESS).then().statusCode(415);
    }
}
