package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

@QuarkusTest
class SearchTest {

    static final String SEARCH = "/api/v1/search";

    static ValidatableResponse search(String q) {
        return given().queryParam("q", q).get(SEARCH).then().statusCode(200);
    }

    /** An article with a directive of one section. */
    static ObjectNode directive(String title, String type, String number, String issuer, String issuedOn, String words) {
        ObjectNode article = Editing.object("{\"sections\": [{\"number\": \"1\", \"paragraphs\": [{\"text\": \"" + words
                + "\"}]}]}").put("title", title);
        article.putObject("directive").put("type", type).put("number", number).put("issuer", issuer)
                .put("issuedOn", issuedOn);
        return article;
    }

    private static ObjectNode news(String title, String words) {
        return Editing.news(title).put("body", "<p>" + words + "</p>");
    }

    private static void four() {
        Editing.published(directive("An toàn giao thông học đường", "Chỉ thị", "22-CT/TU", "Ban Thường vụ Tỉnh ủy",
                "2022-07-13", "Nhà trường ký cam kết với cha mẹ học sinh."));
        Editing.published(directive("Hòa giải ở cơ sở", "Chỉ thị", "19-CT/TU", "Ban Thường vụ Tỉnh ủy", "2024-01-08",
                "Các ấp củng cố tổ hòa giải theo Chỉ thị số 22-CT/TU, mỗi tổ 22 người."));
        Editing.published(directive("Công tác văn thư", "Nghị định", "30/2020/NĐ-CP", "Chính phủ", "2020-03-05",
                "Văn bản đi được lưu."));
        Editing.published(news("Ngày hội", "Ngày 22, đoàn thể tập huấn chỉ thị mới."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chi thi 22", "chỉ thị 22", "CHỈ THỊ SỐ 22-CT/TU", "22 - ct / tu", "22-CT/TU", "22-ct/tu",
            "22 ct tu", "Chỉ thị số 22-CT/TU ngày 13 tháng 7 năm 2022", "chi thi so 022-CT/TU", "CT 22",
            "ch\u0069\u0309 thi\u0323 22", "\"22-CT/TU\"", "22‑CT/TU", "22 - CT/TU", "chi thi 22 giao thong",
            "22-CT/TU của Ban Thường vụ Tỉnh ủy"})
    void a_directive_is_found_first_however_its_number_is_written(String q) {
        four();
        search(q).body("items[0].kind", equalTo("article")).body("items[0].directive.number", equalTo("22-CT/TU"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30/2020/nd-cp                   | 30/2020/NĐ-CP
            nghi dinh 30                    | 30/2020/NĐ-CP
            nđ 30/2020                      | 30/2020/NĐ-CP
            19 ct/tu                        | 19-CT/TU
            hoà giải                        | 19-CT/TU
            hòa giải                        | 19-CT/TU
            hoa giai                        | 19-CT/TU
            HOÀ GIẢI                        | 19-CT/TU
            giai hoa                        | 19-CT/TU
            kí cam kết                      | 22-CT/TU
            ky cam ket                      | 22-CT/TU
            "cha mẹ học sinh"               | 22-CT/TU
            chính phủ                       | 30/2020/NĐ-CP
            22-CT/TU hoc sinh               | 22-CT/TU
            chi thi 19 cung co              | 19-CT/TU""")
    void words_find_a_directive_in_every_spelling(String q, String number) {
        four();
        search(q).body("items[0].directive.number", equalTo(number));
    }

    @Test
    void what_cites_a_number_is_found_only_with_the_other_words() {
        four();
        search("to hoa giai 22-ct/tu").body("total.value", equalTo(2))
                .body("items.kind", contains("article", "section"))
                .body("items.directive.number", contains("22-CT/TU", "19-CT/TU"));
        search("luu tru 22-ct/tu").body("total.value", equalTo(1)).body("items.directive.number", contains("22-CT/TU"))
                .body("facets.year.value", contains("2022"));
    }

    @Test
    void exact_accents_come_before_the_same_letters_with_others() {
        Editing.published(news("Tin một", "Mua hóa chất ở chợ."));
        Editing.published(news("Tin hai", "Trồng hoa ở ấp."));
        Editing.published(news("Tin ba", "Giữ hòa khí trong xóm."));
        search("hóa").body("items[0].article.title", equalTo("Tin một")).body("items", hasSize(3))
                .body("total.value", equalTo(3)).body("total.relation", equalTo("exact"));
        search("hoà").body("items[0].article.title", equalTo("Tin ba"));
        search("hoa").body("items", hasSize(3));
    }

    @Test
    void titles_come_before_text_and_words_in_order_before_scattered_ones() {
        Editing.published(news("Tin một", "Dân rừng bảo nhau phải vệ sinh."));
        Editing.published(news("Tin hai", "Mọi người bảo vệ rừng."));
        Editing.published(news("Bảo vệ rừng tràm", "Nội dung."));
        search("bảo vệ rừng").body("items.article.title", contains("Bảo vệ rừng tràm", "Tin hai", "Tin một"));
        search("\"bao ve rung\"").body("items.article.title", contains("Bảo vệ rừng tràm", "Tin hai"));
        search("bao ve rung -tram").body("items.article.title", contains("Tin hai", "Tin một"));
        search("rung -\"bảo vệ\"").body("items.article.title", contains("Tin một"));
        search("rung - tram").body("items", hasSize(1));
    }

    @Test
    void a_search_costs_one_statement_where_few_entries_come_into_question() {
        four();
        assertEquals(1, Statements.during(() -> search("chi thi 22").body("items", not(empty()))));
        assertEquals(1, Statements.during(() -> search("cam kết").body("items", not(empty()))));
        assertEquals(1, Statements.during(() -> search("chỉ thị 22-CT/TU").body("items", not(empty()))));
    }

    @Test
    void an_excluded_word_with_accents_excludes_only_that_word() {
        Editing.published(news("Tin một", "Chợ hoa xuân."));
        Editing.published(news("Tin hai", "Chợ hóa chất."));
        search("chợ -hóa").body("items.article.title", contains("Tin một"));
        search("chợ -hoa").body("items", hasSize(0)).body("total.value", equalTo(0));
    }

    @Test
    void a_section_is_found_with_its_address_and_the_paragraph_that_matches() {
        String id = Editing.published(Editing.directive("Số hóa", "33-CT/TU"));
        search("báo cáo hằng năm").body("items", hasSize(1)).body("items[0].kind", equalTo("section"))
                .body("items[0].section.eId", equalTo("sec_2"))
                .body("items[0].paragraphEId", equalTo("sec_2__p_2"))
                .body("items[0].location", equalTo("/api/v1/articles/" + id + "/sections/sec_2"))
                .body("items[0].snippet.text", equalTo("Báo cáo hằng năm."))
                .body("items[0].snippet.html", equalTo("<mark>Báo cáo hằng năm</mark>."))
                .body("items[0].snippet.highlights", equalTo(List.of(Map.of("start", 0, "end", 16))));
        search("nhiem vu").body("items[0].section.heading.html", equalTo("<mark>Nhiệm vụ</mark>"));
        given().get(search("báo cáo hằng năm").extract().<String>path("items[0].location")).then().statusCode(200);
    }

    @Test
    void highlights_count_as_javascript_does_and_html_is_escaped() {
        Editing.published(Editing.news("🙂 <b>Rừng</b> & \"biển\"").put("body", "<p>Tin.</p>"));
        search("rừng").body("items[0].title.highlights", equalTo(List.of(Map.of("start", 6, "end", 10))))
                .body("items[0].title.html", equalTo("🙂 &lt;b&gt;<mark>Rừng</mark>&lt;/b&gt; &amp; &quot;biển&quot;"))
                .body("items[0].snippet.text", equalTo("Tin."));
    }

    @Test
    void a_long_paragraph_is_cut_around_what_matches() {
        Editing.published(news("Tin", "Mở đầu. " + "Nội dung khác nhau. ".repeat(40) + "Con voọc bạc. " + "Còn nữa. ".repeat(50)));
        String text = search("voọc bạc").body("items[0].snippet.html", containsString("Con <mark>voọc bạc</mark>. Còn"))
                .body("items[0].snippet.html", containsString("…")).extract().path("items[0].snippet.text");
        assertEquals(true, text.length() <= Highlighter.LONGEST_SNIPPET + 2 && text.startsWith("…") && text.endsWith("…"));
    }

    @Test
    void facets_count_what_was_found_and_narrow_it() {
        four();
        Editing.published(Editing.directive("Số hóa", "33-CT/TU"));
        search("chi thi").body("facets.type.value", contains("Chỉ thị"))
                .body("facets.year.find { it.value == '2024' }.count", equalTo(3))
                .body("facets.tag", equalTo(List.of(Map.of("value", "văn thư", "count", 1))))
                .body("facets.issuer.value", contains("Ban Thường vụ Tỉnh ủy"));
        Editing.published(Editing.object("{\"title\": \"Theo chỉ thị\", \"tags\": [\"Văn Thư\", \"văn thư\"], \"body\": \"<p>A.</p>\"}"));
        search("chi thi").body("facets.tag", equalTo(List.of(Map.of("value", "văn thư", "count", 2))));
        narrowed("tag", "Van Thu").body("items", hasSize(2));
        narrowed("year", 2022).body("items.directive.number", contains("22-CT/TU"));
        narrowed("kind", "section").body("items.kind", contains("section")).body("items.section.eId", contains("sec_1"));
        narrowed("kind", "article").body("items", hasSize(5));
        narrowed("issuer", "ban thường vụ tỉnh uỷ").body("items", hasSize(4));
        narrowed("type", "nghị định").body("items", hasSize(0)).body("facets.type", hasSize(0));
    }

    private static ValidatableResponse narrowed(String name, Object value) {
        return given().queryParam("q", "chi thi").queryParam(name, value).get(SEARCH).then().statusCode(200);
    }

    @Test
    void pages_follow_each_other_and_links_keep_the_query() {
        for (int i = 1; i <= 5; i++) {
            Editing.published(news("Tin biển " + i, "Nội dung."));
        }
        List<String> titles = search("biển").body("page.totalItems", equalTo(5)).extract().path("items.article.title");
        given().queryParam("q", "biển").queryParam("size", 2).queryParam("page", 2).get(SEARCH).then()
                .header("Link", containsString("q=bi%E1%BB%83n")).header("Link", containsString("rel=\"next\""))
                .body("items.article.title", equalTo(titles.subList(2, 4))).body("page.totalPages", equalTo(3))
                .body("facets.year", hasSize(0));
        given().queryParam("q", "biển").queryParam("size", 2).queryParam("page", 9).get(SEARCH).then().statusCode(200)
                .body("items", hasSize(0)).body("total.value", equalTo(5));
    }

    @Test
    void what_many_have_is_found_in_tiers_and_counted_exactly_up_to_the_limit() {
        ObjectNode article = Editing.directive("Rừng ngập mặn", "33-CT/TU");
        article.putArray("sections");
        for (int i = 1; i <= 130; i++) {
            article.withArray("sections").addObject().put("number", String.valueOf(i)).withArray("paragraphs").addObject()
                    .put("text", i % 2 == 0 ? "Giữ rừng." : "Giữ rụng.");
        }
        Editing.published(article);
        given().queryParam("q", "giữ rừng").queryParam("size", 100).get(SEARCH).then()
                .body("total.value", equalTo(130)).body("page.totalPages", equalTo(2))
                .body("items[64].snippet.text", equalTo("Giữ rừng."))
                .body("items[65].snippet.text", equalTo("Giữ rụng."));
        search("rung").body("items[0].kind", equalTo("article")).body("total.value", equalTo(131));
    }

    @Test
    void an_article_without_text_has_no_snippet() {
        Editing.published(Editing.object("{\"title\": \"Chỉ có tên\"}"));
        search("chi co ten").body("items[0].snippet", nullValue()).body("items[0].paragraphEId", nullValue());
    }

    @Test
    void ligatures_and_other_compatibility_forms_are_found_as_what_they_stand_for() {
        Editing.published(news("Ｔin ﬁlm", "Diện tích 100 m², khí CO₂ theo thông tư² của Chương Ⅳ."));
        for (String q : List.of("film tin", "ﬁlm", "FILM", "100 m2", "co2", "thong tu", "chuong iv", "\"tin film\"")) {
            search(q).body("items", hasSize(1));
        }
        search("film").body("items[0].title.html", equalTo("Ｔin <mark>ﬁlm</mark>"))
                .body("items[0].title.highlights", equalTo(List.of(Map.of("start", 4, "end", 7))));
        search("m2").body("items[0].snippet.html", containsString("100 <mark>m²</mark>, khí"));
        given().queryParam("q", "tin fil").get("/api/v1/suggest").then().body("items[0].title.html", equalTo("<mark>Ｔin ﬁl</mark>m"));
    }

    @Test
    void tags_bylines_and_summaries_are_searched() {
        Editing.published(Editing.directive("Số hóa", "33-CT/TU"));
        for (String q : List.of("lâm ngọc hân", "tom tat", "văn thư")) {
            search(q).body("items.kind", contains("article"));
        }
        search("\"chuyen doi so\"").body("items.kind", containsInAnyOrder("article"));
    }
}
