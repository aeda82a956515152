package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** A query that finds nothing is answered with one that is spelled nearly alike, in the words of what the public reads. */
@QuarkusTest
class SpellingTest {

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    private static void texts() {
        Editing.published(news("Hòa giải ở cơ sở", "Tổ hòa giải họp hằng tháng."));
        Editing.published(news("Chăm sóc voọc bạc", "Giao cho kiểm lâm. Hóa đơn & chứng từ."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hòa giiả               | hòa giải
            hoa giia               | hòa giải
            hoaf giair             | hòa giải
            hoa giaii co so        | hòa giải cơ sở
            hoa gải ở cơ sở        | hòa giải ở cơ sở
            HOA GIAIR              | hòa giải
            tổ hòa giãii           | tổ hòa giải
            vooc bacc              | voọc bạc
            voocj                  | voọc
            kiem lma               | kiểm lâm
            giao cho kiem lân      | giao cho kiểm lâm
            chung tuwf hoa đơn     |
            kiểm lâmx -rừng        | kiểm lâm -rừng
            "kiểm lâm" voock       | "kiểm lâm" voọc""")
    void one_wrong_letter_is_offered_right_as_it_is_written_there(String q, String offered) {
        texts();
        SearchTest.search(q).body("items", empty()).body("suggestion?.query", offered == null ? nullValue() : equalTo(offered));
        if (offered != null) {
            SearchTest.search(offered).body("items.size()", equalTo(1)).body("suggestion", nullValue());
        }
    }

    @Test
    void what_differs_is_marked_and_html_is_escaped() {
        texts();
        SearchTest.search("hóa đơn & chứngg").body("suggestion", equalTo(Map.of("query", "hóa đơn & chứng",
                "highlights", List.of(Map.of("start", 10, "end", 15)), "html", "hóa đơn &amp; <mark>chứng</mark>")));
    }

    @Test
    void accents_that_no_result_has_are_offered_as_the_texts_have_them() {
        texts();
        SearchTest.search("hóa giải").body("total.value", equalTo(1)).body("suggestion.query", equalTo("hòa giải"))
                .body("suggestion.html", equalTo("<mark>hòa</mark> giải"));
        SearchTest.search("vóoc bạc").body("suggestion.query", equalTo("voọc bạc"));
        SearchTest.search("hoà giải").body("suggestion", nullValue());
        SearchTest.search("hoa giai").body("suggestion", nullValue());
        SearchTest.search("hóa").body("total.value", equalTo(2)).body("suggestion", nullValue());
    }

    @Test
    void only_what_the_public_reads_now_is_offered() {
        String draft = Editing.created(news("Mật", "Tài liệu tuyệtmật."));
        SearchTest.search("tuyetmatt").body("suggestion", nullValue());
        Editing.publish(draft).then().statusCode(200);
        SearchTest.search("tuyetmatt").body("suggestion.query", equalTo("tuyệtmật"));
        Editing.put(draft, Editing.etag(draft), news("Mật", "Tài liệu khácnữa.")).then().statusCode(200);
        SearchTest.search("khacnuaa").body("suggestion", nullValue());
        Editing.publish(draft).then().statusCode(200);
        SearchTest.search("khacnuaa").body("suggestion.query", equalTo("khácnữa"));
        SearchTest.search("tuyetmatt").body("suggestion", nullValue());
        Editing.withdraw(draft, "Sai.").then().statusCode(200);
        SearchTest.search("khacnuaa").body("suggestion.query", equalTo("khácnữa"));
        String twin = Editing.published(news("Hai", "Cũng khácnữa."));
        Editing.remove(draft, "Sai.").then().statusCode(200);
        SearchTest.search("khacnuaa").body("suggestion.query", equalTo("khácnữa"));
        Editing.remove(twin, "Sai.").then().statusCode(200);
        SearchTest.search("khacnuaa").body("suggestion", nullValue());
    }

    @Test
    void a_suggestion_finds_something_under_the_same_filters() {
        texts();
        given().queryParam("q", "voocj").queryParam("kind", "section").get(SearchTest.SEARCH).then()
                .body("items", empty()).body("suggestion", nullValue());
        given().queryParam("q", "voocj").queryParam("kind", "article").get(SearchTest.SEARCH).then()
                .body("suggestion.query", equalTo("voọc"));
        SearchTest.search("voocj -lam").body("suggestion", nullValue());
        SearchTest.search("voocj cơ sở").body("suggestion", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzxyzxyz", "zq", "22-CT/TUX", "\"voock\"", "1234567", "🙂 qqqq", "漢字漢字漢字", "zzz yyy xxx www vvv",
            "a b c d e f g h i k l m n o p q r s t u v x y z", "ngghieengg"})
    void what_nothing_is_near_to_is_not_misspelled(String q) {
        texts();
        SearchTest.search(q).body("items", empty()).body("suggestion", nullValue());
    }

    @Test
    void a_query_that_finds_something_costs_no_statement_more() {
        texts();
        assertEquals(1, Statements.during(() -> SearchTest.search("hòa giải ")));
        assertEquals(1, Statements.during(() -> SearchTest.search("hóa giải ")));
        assertEquals(5, Statements.during(() -> SearchTest.search("hòa giaii ")));
    }

    @Test
    void near_words_are_those_with_one_letter_changed() {
        Map<String, Integer> near = NearWords.of("giai");
        for (String word : List.of("giia", "igai", "gai", "iai", "gii", "giao", "kiai", "giac", "gia", "goai")) {
            assertTrue(near.containsKey(word), word);
        }
        assertTrue(NearWords.of("nghieg").containsKey("nghieng") && NearWords.of("chng").containsKey("chong"));
        assertTrue(NearWords.of("internett").containsKey("internet"), "a letter too many is found in any word");
        assertEquals(false, near.containsKey("giai") || near.containsKey("goao") || near.containsKey("xgiai") || near.containsKey(""));
    }
}
