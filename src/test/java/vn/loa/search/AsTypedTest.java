package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** A search finds while it is typed: its last word may be unfinished. */
@QuarkusTest
class AsTypedTest {

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    private static void three() {
        Editing.published(SearchTest.directive("An toàn giao thông học đường", "Chỉ thị", "22-CT/TU", null, "2022-07-13", "Nhà trường ký cam kết."));
        Editing.published(SearchTest.directive("Hòa giải ở cơ sở", "Chỉ thị", "19-CT/TU", null, "2024-01-08", "Củng cố tổ hòa giải."));
        Editing.published(SearchTest.directive("Nâng cao an toàn đập nước", "Kế hoạch", "221/KH-UBND", null, null, "Kiểm tra đập."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hòa g", "hòa gi", "hoa gia", "HÒA GIẢ", "ở cơ s", "co so hoa g", "hòa giải", "\"hòa giải\" cơ s", "h\u00f2a\u00a0g"})
    void what_the_finished_words_find_is_found_before_they_are_finished(String q) {
        three();
        SearchTest.search(q).body("items[0].article.title", equalTo("Hòa giải ở cơ sở"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hòa g ", "hòa g\u00a0", "hòa g\t", "\"hòa g\"", "hòa \"g\"", "hòa g.", "hòa g-", "g hòa ", "giải -h g "})
    void a_space_a_sign_or_a_quotation_mark_ends_the_last_word(String q) {
        three();
        SearchTest.search(q).body("items", empty());
    }

    @Test
    void only_the_last_word_that_is_wanted_may_be_unfinished() {
        three();
        SearchTest.search("gi hòa").body("items", empty());
        SearchTest.search("hòa -g").body("items", hasSize(2));
        SearchTest.search("hòa -giải").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-C", "22-CT", "22-CT/T", "22-CT/TU", "22 - ct / t", "chỉ thị 22-c", "22 c", "ct 22-c"})
    void a_document_is_found_while_its_number_is_typed(String q) {
        three();
        SearchTest.search(q).body("items[0].directive.number", equalTo("22-CT/TU"));
    }

    @Test
    void a_number_that_was_begun_comes_before_texts_that_name_it_and_figures_are_complete() {
        three();
        Editing.published(news("Tin một", "Theo Chỉ thị 22-CT/TU."));
        SearchTest.search("22-c").body("items.article.title", contains("An toàn giao thông học đường", "Tin một"));
        SearchTest.search("22").body("items.article.title", contains("An toàn giao thông học đường", "Tin một"));
        SearchTest.search("221").body("items.article.title", contains("Nâng cao an toàn đập nước"));
    }

    @Test
    void the_words_themselves_come_first_and_stay_in_their_order() {
        Editing.published(news("Tin một", "Nuôi gia cầm, giao hàng."));
        Editing.published(news("Gia đình", "Nội dung."));
        Editing.published(news("Tin hai", "Gia đình vui, gia đình khoẻ."));
        Editing.published(news("Giao thông", "Nội dung."));
        Editing.published(news("Tin ba", "Giao hàng."));
        List<String> complete = SearchTest.search("gia ").extract().path("items.article.title");
        SearchTest.search("gia").body("items.article.title", equalTo(with(complete, "Giao thông", "Tin ba")))
                .body("total.value", equalTo(5));
        SearchTest.search("gia").body("items[3].title.html", equalTo("<mark>Gia</mark>o thông"))
                .body("items[4].snippet.html", equalTo("<mark>Gia</mark>o hàng."));
        SearchTest.search("nội dung gia").body("items.article.title", contains("Gia đình", "Giao thông"));
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void the_accents_of_complete_words_still_count() {
        Editing.published(news("Tin một", "Hoa giấy."));
        Editing.published(news("Tin hai", "Hòa giải."));
        SearchTest.search("hòa g").body("items.article.title", contains("Tin hai", "Tin một"));
        SearchTest.search("hoa g").body("items.article.title", contains("Tin một", "Tin hai"));
    }

    @Test
    void a_y_may_go_on_as_one_that_is_no_i() {
        Editing.published(news("Tin một", "Quyết liệt."));
        Editing.published(news("Tin hai", "Quý vị."));
        SearchTest.search("quy").body("items.article.title", contains("Tin hai", "Tin một"));
        SearchTest.search("quye").body("items.article.title", contains("Tin một"));
    }

    @Test
    void a_short_beginning_is_marked_behind_the_word_before_it() {
        Editing.published(news("Tin một", "Gió to, tổ hòa giải gần giếng."));
        SearchTest.search("hòa g").body("items[0].snippet.html", equalTo("Gió to, tổ <mark>hòa g</mark>iải gần giếng."));
        SearchTest.search("hòa gi").body("items[0].snippet.html", equalTo("Gió to, tổ <mark>hòa gi</mark>ải gần giếng."));
        SearchTest.search("hòa giê").body("items[0].snippet.html", equalTo("Gió to, tổ <mark>hòa</mark> giải gần <mark>giê</mark>ng.".replace("giê", "giế")));
        SearchTest.search("g").body("items[0].snippet.html", startsWith("<mark>G</mark>ió to"));
    }

    @Test
    void what_many_words_begin_with_is_counted_to_the_limit_and_does_not_change_what_comes_first() {
        ObjectNode article = Editing.directive("Rừng ngập mặn", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 620; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i % 62 == 0 ? "Giữ ru." : "Giữ rụng.");
        }
        Editing.published(article);
        List<String> complete = SearchTest.search("giữ ru ").body("total.value", equalTo(10)).extract().path("items.section.eId");
        SearchTest.search("giữ ru").body("total.value", equalTo(500)).body("total.relation", equalTo("at-least"))
                .body("items.section.eId[0..9]", equalTo(complete)).body("items[10].snippet.html", equalTo("<mark>Giữ rụ</mark>ng."));
        given().queryParam("q", "giữ ru").queryParam("size", 100).queryParam("page", 5).get(SearchTest.SEARCH).then()
                .body("items", hasSize(100)).body("facets.type.count", contains(500));
        SearchTest.search("r").body("total.value", equalTo(500)).body("items[0].kind", equalTo("article"));
        assertTrue(Statements.during(() -> SearchTest.search("r")) <= 3);
    }

    @Test
    void a_last_word_that_begins_no_other_costs_no_further_statement() {
        three();
        assertEquals(1, Statements.during(() -> SearchTest.search("hòa giải").body("items", not(empty()))));
        assertEquals(1, Statements.during(() -> SearchTest.search("cam kết").body("items", not(empty()))));
        assertEquals(2, Statements.during(() -> SearchTest.search("hòa gi").body("items", not(empty()))));
    }

    @Test
    void drafts_are_not_found_by_beginnings() {
        String draft = Editing.created(news("Mật", "Tuyệt mật."));
        SearchTest.search("tuye").body("items", empty());
        Editing.publish(draft).then().statusCode(200);
        SearchTest.search("tuye").body("items", hasSize(1));
        Editing.remove(draft, "Sai.").then().statusCode(200);
        SearchTest.search("tuye").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "đ", "ﬁ", "İ", "𝐫", "漢", "\u0301", "x'", "a\\", "22-c'", "22-c:*", "1a", "-a", "a -", "\"a", "a\"", "🙂a", "a🙂",
            "a\u200b", "nghiengnghieng", "y", "quy", "0a", "\uFDFA", "22-\uFDFA"})
    void whatever_is_typed_last_breaks_nothing(String q) {
        three();
        given().queryParam("q", q).get(SearchTest.SEARCH).then().statusCode(anyOf(is(200), is(400)));
        given().queryParam("q", "hòa " + q).get(SearchTest.SEARCH).then().statusCode(200);
    }

    @Test
    void many_words_are_refused_and_two_hundred_characters_are_answered() {
        three();
        given().queryParam("q", "hòa ".repeat(250)).get(SearchTest.SEARCH).then().statusCode(400)
                .body("errors[0].code", equalTo("too-long"));
        SearchTest.search("a ".repeat(99) + "b").body("items", empty());
        SearchTest.search("an toàn giao thông ".repeat(10) + "h").body("items[0].article.title", containsString("An toàn"));
    }
}
