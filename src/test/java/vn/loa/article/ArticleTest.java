package vn.loa.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Pages;
import vn.loa.support.Statements;

@QuarkusTest
class ArticleTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Test
    void an_article_is_found_by_id_and_by_slug() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        String slug = given().get(ARTICLE, id).then().statusCode(200)
                .body("id", equalTo(id)).body("state", equalTo("published")).body("revision", equalTo(1))
                .body("language", equalTo("vi")).body("byline", equalTo("Trần Quốc Huy"))
                .body("directive.number", equalTo("31-CT/TU")).body("directive.issuedOn", equalTo("2023-09-20"))
                .body("sections", nullValue()).body("body", notNullValue())
                .extract().path("slug");
        given().get(ARTICLE, slug).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void ids_are_of_version_7() {
        String id = Pages.publish(Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung."));
        assertEquals(7, UUID.fromString(id).version());
    }

    @Test
    void sections_come_when_they_are_asked_for() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().queryParam("include", "sections").get(ARTICLE, id).then().statusCode(200)
                .body("sections.eId", contains("sec_1", "sec_2", "sec_3", "sec_4", "sec_5"));
    }

    @Test
    void citations_come_when_they_are_asked_for() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        Object alone = given().queryParam("include", "citations").get(ARTICLE, id).then().statusCode(200)
                .body("sections", nullValue()).extract().path("citations");
        Object withSections = given().queryParam("include", "sections,citations").get(ARTICLE, id).path("citations");
        Object listed = given().get(ARTICLE + "/citations", id).path("items");
        assertEquals(listed, alone);
        assertEquals(listed, withSections);
    }

    @Test
    void an_article_without_a_directive_has_no_sections() {
        String id = Pages.publish(Pages.fixture("no-directive.txt"));
        given().queryParam("include", "sections").get(ARTICLE, id).then().statusCode(200)
                .body("directive", nullValue()).body("sections", hasSize(0));
    }

    @Test
    void the_body_does_not_repeat_the_sections() {
        String id = Pages.publish(Pages.directive("41-CT/TU", "ngày 01 tháng 7 năm 2022", "Câu này chỉ có ở mục hai."));
        Response article = given().queryParam("include", "sections").get(ARTICLE, id);
        assertTrue(!article.<String>path("body").contains("Câu này"), article.asString());
        article.then().body("sections[1].paragraphs.text", contains("Câu này chỉ có ở mục hai."));
    }

    @Test
    void an_article_with_its_sections_costs_one_statement_and_with_all_its_citations_three() {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        assertEquals(1, Statements.during(() -> given().get(ARTICLE, id).then().statusCode(200)));
        assertEquals(1, Statements.during(() ->
                given().queryParam("include", "sections").get(ARTICLE, id).then().statusCode(200)));
        assertEquals(3, Statements.during(() ->
                given().queryParam("include", "sections,citations").get(ARTICLE, id).then().statusCode(200)));
    }

    @Test
    void markup_in_a_page_is_text_in_the_article() {
        String id = Pages.publish(Pages.news("Tin <b>đậm</b>", "08:00:00 01-06-2024", "<script>alert(1)</script> & một \"câu\"."));
        given().get(ARTICLE, id).then()
                .body("title", equalTo("Tin <b>đậm</b>"))
                .body("body", equalTo("<p id=\"body__p_1\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; một &quot;câu&quot;.</p>"));
    }

    @Test
    void equal_titles_get_different_slugs() {
        String first = Pages.publish(Pages.news("Đường về Đất Mũi", "08:00:00 01-06-2024", "Nội dung."));
        String second = Pages.publish(Pages.news("Đường về đất mũi", "09:00:00 01-06-2024", "Nội dung."));
        given().get(ARTICLE, first).then().body("slug", equalTo("duong-ve-dat-mui"));
        given().get(ARTICLE, second).then().body("slug", equalTo("duong-ve-dat-mui-2"));
    }

    @Test
    void long_titles_get_different_slugs_too() {
        String title = "a".repeat(300);
        for (int n = 10; n < 25; n++) {
            Pages.publish(Pages.news(title, "08:00:" + n + " 01-06-2024", "Nội dung."));
        }
        given().get("/api/v1/articles").then().body("page.totalItems", equalTo(15));
    }

    @Test
    void a_draft_does_not_exist_for_the_public() {
        Response draft = Pages.fixture("canonical.txt").post("/api/v1/imports");
        String id = draft.then().statusCode(201).extract().path("article.id");
        String slug = draft.path("article.slug");
        String unknown = UUID.randomUUID().toString();
        for (String address : new String[] {"", "/sections", "/sections/sec_1", "/toc", "/citations", "/views"}) {
            String ofDraft = given().get(ARTICLE + address, id).then().statusCode(404).extract().asString();
            String ofNothing = given().get(ARTICLE + address, unknown).then().statusCode(404).extract().asString();
            assertEquals(ofNothing.replaceAll("\"traceId\":\"[^\"]*\"", ""), ofDraft.replaceAll("\"traceId\":\"[^\"]*\"", ""));
        }
        given().get(ARTICLE, slug).then().statusCode(404);
        given().header("Authorization", "Bearer anything").get(ARTICLE, id).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chua-co", "CHUA-CO", "a%00b", "%C4%91", "-", "1-1-1-1-1", "01a206d2563a7e8e8a6a736bf594a420", "%20"})
    void an_address_that_nothing_has_is_not_found(String address) {
        given().urlEncodingEnabled(false).get("/api/v1/articles/" + address).then().statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "sections,", "Sections", "sections,x"})
    void an_unknown_include_is_named(String include) {
        String id = Pages.publish(Pages.fixture("canonical.txt"));
        given().queryParam("include", include).get(ARTICLE, id).then().statusCode(400)
                .body("errors.parameter", contains("include"));
    }
}
