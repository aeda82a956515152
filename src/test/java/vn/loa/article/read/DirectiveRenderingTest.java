package vn.loa.article.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.directive.rendering.AknSchema;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

/** A directive, a section and a range of sections in each format. */
@QuarkusTest
class DirectiveRenderingTest {

    private static final String DIRECTIVE = "/api/v1/articles/{id}/directive";
    private static final String SECTION = "/api/v1/articles/{id}/sections/{eId}";
    private static final List<String> FORMATS = List.of("json", "html", "text", "markdown", "akn");

    private static String article() {
        return Editing.published(Editing.directive("Chuyển đổi số", "31-CT/TU"));
    }

    private static Response as(String format, String path, Object... parameters) {
        return given().get(at(format, path), parameters);
    }

    /** The address that has this form. */
    private static String at(String format, String path) {
        return format.equals("json") ? path : path.replaceFirst("(?=\\?|$)", "/" + format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json|application/json", "text/html|text/html", "text/plain|text/plain",
        "text/markdown|text/markdown", "application/akn+xml|application/akn+xml", "*/*|application/json",
        "text/*|text/html", "text/*;q=0.2, text/plain;q=0.8|text/plain", "image/png, application/akn+xml;q=0.1|application/akn+xml",
        "text/html;q=0, text/*|text/plain", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|text/html"})
    void accept_leads_to_the_form(String accept, String type) {
        String id = article();
        for (Response answer : List.of(followed(accept, DIRECTIVE, id), followed(accept, SECTION, id, "sec_1"))) {
            // JSON needs no charset parameter; it is always UTF-8 (RFC 8259, section 8.1).
            boolean json = type.equals("application/json");
            answer.then().statusCode(200).header("Content-Type", equalTo(json ? type : type + ";charset=UTF-8"))
                    .header("Vary", equalTo(json ? "Accept, Accept-Encoding" : "Accept-Encoding")).header("ETag", startsWith("\""));
        }
    }

    private static Response followed(String accept, String path, Object... parameters) {
        Response answer = given().redirects().follow(false).header("Accept", accept).get(path, parameters);
        return answer.statusCode() == 303 ? given().header("Accept", accept).get(answer.header("Location")) : answer;
    }

    @Test
    void another_form_is_at_an_address_of_its_own() {
        String id = article();
        given().redirects().follow(false).accept("text/plain").get(SECTION + "?at=2026-07-15", id, "sec_2").then().statusCode(303)
                .header("Location", equalTo("/api/v1/articles/" + id + "/sections/sec_2/text?at=2026-07-15"))
                .header("Vary", equalTo("Accept")).header("Cache-Control", startsWith("public, "));
        as("text", SECTION, id, "sec_2").then().statusCode(200).contentType("text/plain")
                .header("Vary", equalTo("Accept-Encoding")).body(equalTo("Tình trạng hiệu lực: chưa rõ.\n\n2. Văn phòng theo dõi.\n\nBáo cáo hằng năm.\n"));
        given().accept("application/json").get(at("text", SECTION), id, "sec_2").then().statusCode(406);
    }

    @Test
    void a_form_that_there_is_not_is_refused() {
        String id = article();
        for (String path : List.of(DIRECTIVE, "/api/v1/articles/{id}/sections/sec_1")) {
            given().get(path + "/pdf", id).then().statusCode(404);
            given().queryParam("format", "html").get(path, id).then().statusCode(400).body("errors[0].parameter", equalTo("format"));
            for (String accept : List.of("image/png", "application/xml", "text/html;q=0", "*/*;q=0")) {
                given().header("Accept", accept).get(path, id).then().statusCode(406)
                        .body("code", equalTo("not-acceptable")).body("detail", containsString("text/markdown"));
            }
        }
    }

    @Test
    void the_whole_is_head_body_and_sections() {
        String id = article();
        as("json", DIRECTIVE, id).then().statusCode(200).body("articleId", equalTo(id)).body("revision", equalTo(1))
                .body("directive.number", equalTo("31-CT/TU")).body("body", containsString("preamble__p_1"))
                .body("sections.eId", contains("sec_1", "sec_1__point_a", "sec_2"));
        Document page = Jsoup.parse(as("html", DIRECTIVE, id).asString());
        assertEquals("Chỉ thị số 31-CT/TU", page.selectFirst("h1").text());
        assertEquals("1. Nhiệm vụ", page.selectFirst("#sec_1 > h2").text());
        assertEquals("a) Hồ sơ giấy.", page.selectFirst("#sec_1 > #sec_1__point_a").text());
        assertEquals(1, page.select("#preamble__p_1").size());
        as("text", DIRECTIVE, id).then().body(startsWith("Tình trạng hiệu lực: chưa rõ.\n\nChỉ thị số 31-CT/TU\n\nBan Thường vụ Tỉnh ủy, ngày 01 tháng 6"));
        as("markdown", DIRECTIVE, id).then().body(containsString("\n\n## 1\\. Nhiệm vụ\n\n"));
        assertEquals("act", AknSchema.parse(as("akn", DIRECTIVE, id).asString()).getFirstChild().getNodeName());
    }

    @Test
    void a_section_comes_with_what_is_inside_it_but_as_json_alone() {
        String id = article();
        as("text", SECTION, id, "sec_1").then().body(equalTo("Tình trạng hiệu lực: chưa rõ.\n\n1. Nhiệm vụ\n\nSố hóa hồ sơ theo Nghị định số "
                + "30/2020/NĐ-CP.\n\na) Hồ sơ giấy.\n"));
        as("json", SECTION, id, "sec_1").then().body("eId", equalTo("sec_1")).body("paragraphs.size()", is(1));
        as("akn", SECTION, id, "sec_1").then().body(containsString("<ref href=\"/akn/vn/act/nghi-dinh/2020/30-2020-NĐ-CP\">"));
        as("html", SECTION, id, "sec_9").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"sec_1,sec_1,sec_1 sec_1__point_a", "sec_1__point_a,sec_2,sec_1__point_a sec_2",
        "sec_1,sec_1__point_a,sec_1 sec_1__point_a", "sec_2,-,sec_2", "-,sec_1,sec_1 sec_1__point_a",
        "sec_2,sec_2,sec_2"})
    void a_range_is_both_ends_with_what_is_inside_them(String first, String last, String expected) {
        String id = article();
        for (String format : FORMATS) {
            var request = given();
            request = first == null ? request : request.queryParam("first", first);
            request = last == null ? request : request.queryParam("last", last);
            ValidatableResponse answer = request.get(at(format, DIRECTIVE), id).then().statusCode(200);
            if (format.equals("json")) {
                answer.body("sections.eId", contains(expected.split(" "))).body("body", nullValue());
            } else if (format.equals("html")) {
                assertEquals(List.of(expected.split(" ")),
                        Jsoup.parse(answer.extract().asString()).select("section").eachAttr("id"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sec_9,sec_2,first", "sec_1,sec_1__p_1,last", "sec_2,sec_1,first", "sec_1__point_a,sec_1,first", "' ',sec_1,first"})
    void a_range_that_is_none_is_refused(String first, String last, String wrong) {
        given().queryParam("first", first).queryParam("last", last).get(DIRECTIVE, article()).then().statusCode(400)
                .body("code", equalTo("invalid-parameter")).body("errors[0].parameter", equalTo(wrong));
    }

    @Test
    void an_article_without_a_directive_has_none_to_render() {
        String id = Editing.published(Editing.news("Tin"));
        given().get(DIRECTIVE, id).then().statusCode(404).body("detail", containsString("no directive"));
    }

    @Test
    void every_form_has_a_tag_of_its_own_that_says_when_nothing_changed() {
        String id = article();
        Set<String> tags = new HashSet<>();
        for (String format : FORMATS) {
            for (String path : List.of(DIRECTIVE, DIRECTIVE + "?first=sec_2", "/api/v1/articles/{id}/sections/sec_1")) {
                String tag = as(format, path, id).then().statusCode(200).header("ETag", notNullValue()).extract()
                        .header("ETag");
                assertTrue(tags.add(tag), path + " " + format);
                given().header("If-None-Match", "\"x\", W/" + tag).get(at(format, path), id).then()
                        .statusCode(304).header("ETag", equalTo(tag)).body(equalTo(""));
                given().header("If-None-Match", "\"x\"").get(at(format, path), id).then().statusCode(200);
                assertEquals(tag, as(format, path, id).header("ETag"));
                given().head(at(format, path), id).then().statusCode(200).header("ETag", equalTo(tag))
                        .body(equalTo(""));
            }
        }
    }

    @Test
    void a_tag_changes_when_a_cited_document_is_published_here() {
        String id = Editing.published(Editing.directive("Trích dẫn", "33-CT/TU").put("body",
                "<p>Theo Chỉ thị số 34-CT/TU, Chỉ thị số 33-CT/TU.</p>"));
        String before = as("html", DIRECTIVE, id).header("ETag");
        String cited = Editing.published(Editing.directive("Được trích", "34-CT/TU"));
        Response after = as("html", DIRECTIVE, id);
        assertTrue(!before.equals(after.header("ETag")));
        String link = "/api/v1/articles/" + given().get("/api/v1/articles/{id}", cited).path("slug") + "/html";
        assertEquals(List.of(link), Jsoup.parse(after.asString()).select("a").eachAttr("href"));
        followed("text/html", link).then().statusCode(200).contentType("text/html");
    }

    @Test
    void the_text_as_it_stood_is_rendered_too() {
        String id = article();
        as("html", DIRECTIVE, id).then().statusCode(200);
        given().queryParam("at", "2026-07-15").get(at("text", DIRECTIVE), id).then().statusCode(200);
        given().queryParam("at", "1999-01-01").get(at("text", SECTION), id, "sec_1").then().statusCode(404);
    }

    @Test
    void a_withdrawn_directive_says_so_in_every_form() {
        String id = article();
        as("json", DIRECTIVE, id).then().body("state", equalTo("published")).body("withdrawal", nullValue());
        as("html", SECTION, id, "sec_1").then().statusCode(200);
        Editing.withdraw(id, "Được thay thế.").then().statusCode(200);
        for (String path : List.of(DIRECTIVE, DIRECTIVE + "?first=sec_2")) {
            as("json", path, id).then().statusCode(200).body("state", equalTo("withdrawn"))
                    .body("withdrawal.explanation", equalTo("Được thay thế."))
                    .body("withdrawal.withdrawnAt", equalTo("2026-07-15T05:00:00Z"));
        }
        for (String format : FORMATS.subList(1, FORMATS.size())) {
            for (String path : List.of(DIRECTIVE, DIRECTIVE + "?first=sec_2", "/api/v1/articles/{id}/sections/sec_1")) {
                as(format, path, id).then().statusCode(200).body(containsString(
                        "Bài đăng này đã được rút ngày 15 tháng 7 năm 2026. Lý do: Được thay thế."));
            }
        }
        Editing.publish(id).then().statusCode(200);
        as("text", DIRECTIVE, id).then().statusCode(200).body(startsWith("Tình trạng hiệu lực: chưa rõ.\n\nChỉ thị số 31-CT/TU"));
    }

    @Test
    void html_may_load_and_run_nothing() {
        as("html", DIRECTIVE, article()).then().header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void sections_and_directives_cost_three_statements_when_no_section_has_a_status_and_a_section_in_json_four() {
        String id = article();
        for (String format : FORMATS) {
            for (String path : List.of(DIRECTIVE, DIRECTIVE + "?first=sec_2", "/api/v1/articles/{id}/sections/sec_1")) {
                assertEquals(format.equals("json") && !path.startsWith(DIRECTIVE) ? 4 : 3, Statements.during(() -> as(format, path, id).then().statusCode(200)),
                        format + path);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical.txt", "modern.html", "quoted-amendment.txt"})
    void pages_become_valid_akoma_ntoso(String page) {
        String id = Pages.publish(Pages.fixture(page));
        List<Map<String, Object>> sections = as("json", DIRECTIVE, id).then().statusCode(200).extract().path("sections");
        String xml = as("akn", DIRECTIVE, id).then().statusCode(200).extract().asString();
        sections.forEach(section -> assertTrue(xml.contains("eId=\"" + section.get("eId") + "\"")));
        AknSchema.check(xml);
    }
}
