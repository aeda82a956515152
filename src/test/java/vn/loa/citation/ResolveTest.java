package vn.loa.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class ResolveTest {

    private static String party() {
        return Editing.published(RegisterTest.directive("Chỉ thị", "22-CT/TU", "Ban Thường vụ Tỉnh ủy", "2022-07-13",
                "an toàn giao thông", "Một."));
    }

    private static String decree() {
        return Editing.published(Editing.object("""
                {"title": "Văn thư", "directive": {"type": "Nghị định", "number": "30/2020/NĐ-CP", "issuer": "Chính phủ",
                   "issuedOn": "2020-03-05", "title": "công tác văn thư"},
                 "sections": [{"kind": "article", "number": "5", "paragraphs": [{"text": "Năm."}]},
                   {"level": 2, "number": "2", "paragraphs": [{"text": "Hai."}]},
                   {"level": 3, "number": "đ", "paragraphs": [{"text": "Đê."}]}]}"""));
    }

    private static String page(String id) {
        return "/api/v1/articles/" + given().get("/api/v1/articles/{id}", id).path("slug") + "/html";
    }

    private static ValidatableResponse resolve(String q) {
        return given().accept("text/html,*/*;q=0.8").redirects().follow(false).queryParam("q", q).get("/api/v1/resolve").then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-CT/TU", "chỉ thị 22-CT/TU", "chi thi so 22-ct/tu", "CT 22", "22 CT/TU", "022 – CT / TU",
            "Chỉ thị số 22 - ct / tu ngày 13/7/2022 của Ban Thường vụ Tỉnh ủy", "22-CT/TU năm 2022", "chỉ thị 22/2022",
            "Chỉ thị số 22-CT/TU ngày 13 tháng 7 năm 2022 về an toàn giao thông", "CHỈ THỊ 22-CT/TU - AN TOÀN",
            "số22-CT/TU",
            "chi thi an toan giao thong", "an toàn giao thông tỉnh ủy 2022", "Điều 99 Chỉ thị 22-CT/TU"})
    void whatever_an_author_types_leads_to_the_document(String q) {
        String id = party();
        decree();
        resolve(q).statusCode(303).header("Location", equalTo(page(id)));
        resolve(Normalizer.normalize(q, Normalizer.Form.NFD)).statusCode(303)
                .header("Location", equalTo(page(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NĐ 30/2020", "nd 30/2020", "30/2020/nd-cp", "nghị định 30", "30/2020",
            "nghị định 30 năm 2020"})
    void a_part_of_a_number_will_do(String q) {
        party();
        String id = decree();
        resolve(q).statusCode(303).header("Location", equalTo(page(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/2020/NĐ-CP điều 5 khoản 2", "khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP",
            "nd 30/2020 dieu 5, khoan 2"})
    void a_part_of_the_document_leads_to_its_section(String q) {
        String id = decree();
        resolve(q).statusCode(303).header("Location", equalTo(page(id) + "#art_5__para_2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chương II NĐ 31/2020 | chp_II
            Mục 1 Chương II 31/2020/NĐ-CP | chp_II__sec_1
            Mục 7 Chương II 31/2020/NĐ-CP | chp_II
            khoản 2 Điều 5 Mục 1 Chương II 31/2020/NĐ-CP | art_5__para_2
            khoản 99 điều 5 31/2020/NĐ-CP | art_5
            mục I Điều 6 NĐ 31/2020 | art_6__sec_I
            khoản 1 mục I Điều 6 31/2020/NĐ-CP | art_6__sec_I__para_1
            điểm a khoản 1 mục II Điều 6 31/2020/NĐ-CP | art_6
            Phụ lục Nghị định 31/2020/NĐ-CP | annex_1
            Điều 99 31/2020/NĐ-CP |
            """)
    void a_part_leads_to_its_section_or_the_nearest_around_it(String q, String eId) {
        String id = Editing.published(Editing.object("""
                {"title": "Văn thư", "directive": {"type": "Nghị định", "number": "31/2020/NĐ-CP"}, "sections": [
                   {"kind": "chapter", "number": "II"}, {"level": 2, "kind": "section", "number": "1"},
                   {"level": 3, "kind": "article", "number": "5"}, {"level": 4, "number": "2"},
                   {"kind": "article", "number": "6"}, {"level": 2, "kind": "section", "number": "I"},
                   {"level": 3, "kind": "clause", "number": "1"}, {"kind": "annex", "number": "1"}]}"""));
        resolve(q).statusCode(303)
                .header("Location", equalTo(page(id) + (eId == null ? "" : "#" + eId)));
    }

    @Test
    void the_address_of_a_section_can_be_followed() {
        decree();
        String[] address = resolve("điểm đ khoản 2 Điều 5 NĐ 30/2020").statusCode(303)
                .header("Location", startsWith("/api/v1/articles/")).extract().header("Location").split("#");
        Document page = Jsoup.parse(given().accept("text/html").get(address[0]).then().statusCode(200).extract().asString());
        assertEquals("đ)", page.getElementById(URLDecoder.decode(address[1], StandardCharsets.UTF_8)).child(0).child(0).text());
    }

    @Test
    void the_numbered_parts_of_a_plain_directive_are_found_whatever_they_are_called() {
        String id = party();
        for (String part : new String[] {"mục 1", "khoản 1", "điểm 1"}) {
            resolve("22-CT/TU " + part).header("Location", equalTo(page(id) + "#sec_1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"23-CT/TU", "22-CT/TW", "22-CT/HU", "Quyết định 22-CT/TU", "22-CT/TU ngày 14/7/2022",
            "22-CT/TU năm 2019", "an toàn lao động", "22-CT/TU-X", "?", "{q}", "' or 1=1", "99999", "chỉ thị 23", "🙂"})
    void what_is_not_published_is_not_found(String q) {
        party();
        resolve(q).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void of_several_documents_the_author_chooses() {
        String older = Editing.published(
                RegisterTest.directive("Chỉ thị", "7-CT/TU", "Tỉnh ủy", "2016-03-05", "nước", "Một."));
        String newer = Editing.published(
                RegisterTest.directive("Chỉ thị", "7-CT/TU", "Tỉnh ủy", "2021-03-05", "rừng", "Một."));
        resolve("7-CT/TU mục 1").statusCode(300).body("candidates.article.id", contains(newer, older))
                .body("candidates[0].location", endsWith(newer + "/sections/sec_1"))
                .body("candidates[0].directive.issuedOn", equalTo("2021-03-05"));
        resolve("7-CT/TU 2016").statusCode(303).header("Location", equalTo(page(older)));
        resolve("7-CT/TU ngày 05/3/2021").statusCode(303).header("Location", equalTo(page(newer)));
        resolve("chỉ thị 7 về rừng").statusCode(303).header("Location", equalTo(page(newer)));
    }

    @Test
    void the_issuer_tells_documents_of_one_number_apart() {
        String one = Editing.published(
                RegisterTest.directive("Kế hoạch", "9/KH-UBND", "Ủy ban nhân dân huyện A", null, "một", "."));
        Editing.published(
                RegisterTest.directive("Kế hoạch", "9/KH-UBND", "Ủy ban nhân dân huyện B", null, "hai", "."));
        resolve("kế hoạch 9/kh-ubnd").statusCode(300).body("candidates", hasSize(2))
                .body("candidates.directive.title", containsInAnyOrder("một", "hai"));
        resolve("kế hoạch 9/KH-UBND của Ủy ban nhân dân huyện A").statusCode(303).header("Location", equalTo(page(one)));
    }

    @Test
    void at_most_twenty_are_offered() {
        for (int i = 0; i < 21; i++) {
            Editing.published(RegisterTest.directive("Kế hoạch", "9/KH-UBND", "Xã " + i, null, "việc " + i, "."));
        }
        resolve("9/KH-UBND").statusCode(300).body("candidates", hasSize(20));
    }

    @Test
    void the_typed_issuer_is_found_behind_many_later_documents_of_the_number() {
        String one = Editing.published(
                RegisterTest.directive("Kế hoạch", "09/KH-UBND", "UBND xã 007", "2019-02-01", "việc cũ", "."));
        String longer = Editing.published(
                RegisterTest.directive("Kế hoạch", "9/KH-UBND-VP", "UBND xã A", "2018-02-01", "việc của văn phòng", "."));
        for (int i = 0; i < 101; i++) {
            Editing.published(RegisterTest.directive("Kế hoạch", "9/KH-UBND", "UBND thôn " + i, "2020-02-01", "việc " + i, "."));
        }
        for (String typed : List.of("9/KH-UBND của UBND xã 007", "Kế hoạch 09/KH-UBND UBND xã 7")) {
            resolve(typed).statusCode(303).header("Location", equalTo(page(one)));
        }
        resolve("kế hoạch 9 ubnd xã a").statusCode(303).header("Location", equalTo(page(longer)));
        resolve("9/KH-UBND-VP").statusCode(303).header("Location", equalTo(page(longer)));
        assertTrue(Statements.during(() -> resolve("kế hoạch 9 ubnd xã a").statusCode(303)) <= 2);
    }

    @Test
    void what_was_in_force_on_the_day_is_found_behind_many_later_documents() {
        String old = Editing.published(RegisterTest.directive("Chỉ thị", "15-CT/TU", "Tỉnh ủy", "2009-02-01", "nước",
                "Chỉ thị này có hiệu lực kể từ ngày 01 tháng 02 năm 2009."));
        for (int i = 0; i < 101; i++) {
            Editing.published(RegisterTest.directive("Chỉ thị", "15-CT/TU", "Huyện ủy " + i, "2015-02-01", "việc " + i,
                    "Chỉ thị này có hiệu lực kể từ ngày 01 tháng 02 năm 2015."));
        }
        for (String typed : List.of("15-CT/TU", "chỉ thị 15", "CT 15-CT/TU")) {
            given().queryParam("q", typed).queryParam("inForceOn", "2010-01-01").get("/api/v1/resolve").then()
                    .statusCode(200).body("target.article.id", equalTo(old));
        }
        // Neither words nor shorter numbers are tried for a number that is here, but was not in force.
        for (String typed : List.of("15-CT/TU", "chỉ thị 15")) {
            given().queryParam("q", typed).queryParam("inForceOn", "2009-01-01").get("/api/v1/resolve").then()
                    .statusCode(404);
        }
    }

    @Test
    void drafts_and_removed_articles_are_not_found() {
        String id = Editing.created(RegisterTest.directive("Chỉ thị", "22-CT/TU", null, null, "bí mật", "."));
        resolve("22-CT/TU").statusCode(404);
        resolve("bí mật").statusCode(404);
        Editing.publish(id);
        resolve("22-CT/TU").statusCode(303);
        Editing.withdraw(id, "Sai.").then().statusCode(200);
        resolve("22-CT/TU").statusCode(303);
        Editing.remove(id, "Nhầm.").then().statusCode(200);
        resolve("22-CT/TU").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u200B"})
    void nothing_typed_is_refused(String q) {
        resolve(q).statusCode(400).body("errors[0].parameter", equalTo("q"));
    }

    @Test
    void too_much_typed_is_refused_and_so_is_anything_else() {
        resolve("a".repeat(301)).statusCode(400).body("errors[0].code", equalTo("too-long"));
        given().get("/api/v1/resolve").then().statusCode(400).body("errors[0].parameter", equalTo("q"));
        given().queryParam("q", "22-CT/TU").queryParam("x", 1).get("/api/v1/resolve").then().statusCode(400);
    }

    @Test
    void it_costs_few_statements() {
        decree();
        assertTrue(Statements.during(() -> resolve("30/2020/NĐ-CP").statusCode(303)) <= 1);
        assertTrue(Statements.during(() -> resolve("30/2020/NĐ-CP Điều 5").statusCode(303)) <= 2);
        assertTrue(Statements.during(() -> resolve("văn thư").statusCode(303)) <= 2);
    }
}
