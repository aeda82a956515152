package vn.loa.feed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Statements;

/** An article's structured data for search engines. */
@QuarkusTest
class JsonLdTest {

    private static final String JSON_LD = "/api/v1/articles/{id}/jsonld";
    private static final String LINK = "http://localhost:8080/api/v1/articles/";

    private static ValidatableResponse jsonLd(String id) {
        return given().get(JSON_LD, id).then().statusCode(200).header("Content-Type", equalTo("application/ld+json;charset=UTF-8"));
    }

    @Test
    void an_article_is_a_news_article_about_the_legislation_that_it_carries() {
        String id = Editing.published(Editing.directive("Về chuyển đổi số", "31-CT/TU").put("slug", "chuyen-doi-so"));
        jsonLd(id).body("'@context'", equalTo("https://schema.org")).body("'@type'", equalTo("NewsArticle"))
                .body("'@id'", equalTo("urn:uuid:" + id)).body("url", equalTo(LINK + "chuyen-doi-so/html"))
                .body("headline", equalTo("Về chuyển đổi số")).body("description", equalTo("Tóm tắt."))
                .body("datePublished", equalTo("2026-07-15T05:00:00Z")).body("dateModified", equalTo("2026-07-15T05:00:00Z"))
                .body("inLanguage", equalTo("vi")).body("keywords", contains("văn thư"))
                .body("author.'@type'", equalTo("Person")).body("author.name", equalTo("Lâm Ngọc Hân"))
                .body("publisher.name", equalTo("Loa"))
                .body("about.'@type'", equalTo("Legislation")).body("about.legislationIdentifier", equalTo("31-CT/TU"))
                .body("about.name", equalTo("Chỉ thị số 31-CT/TU về chuyển đổi số"))
                .body("about.legislationType", equalTo("Chỉ thị")).body("about.legislationDate", equalTo("2024-06-01"))
                .body("about.legislationPassedBy.'@type'", equalTo("Organization"))
                .body("about.legislationPassedBy.name", equalTo("Ban Thường vụ Tỉnh ủy"))
                .body("about.citation.legislationIdentifier", contains("30/2020/NĐ-CP"))
                .body("about.citation[0]", not(hasKey("url")))
                .body("$", not(hasKey("citation"))).body("$", not(hasKey("creativeWorkStatus")));
    }

    @Test
    void a_citation_of_what_is_published_here_leads_there_and_is_told_once() {
        Editing.published(Editing.directive("Được dẫn", "30-CT/TU").put("slug", "duoc-dan"));
        String citing = Editing.published(Editing.news("Tin").put("body", "<p>Theo Chỉ thị số 30-CT/TU, ngày 01/6/2024. "
                + "Chỉ thị số 30-CT/TU và Luật Tiếp công dân số 42/2013/QH13 yêu cầu.</p>"));
        jsonLd(citing).body("$", not(hasKey("about")))
                .body("citation.legislationIdentifier", contains("30-CT/TU", "42/2013/QH13"))
                .body("citation[0].url", equalTo(LINK + "duoc-dan/html")).body("citation[1]", not(hasKey("url")));
    }

    @Test
    void a_withdrawn_article_says_so_and_a_removed_one_is_gone() {
        String id = Editing.published(Editing.news("Tin"));
        Editing.withdraw(id, "Sai").then().statusCode(200);
        jsonLd(id).body("creativeWorkStatus", equalTo("Withdrawn"));
        Editing.remove(id, "Nhầm").then().statusCode(200);
        given().get(JSON_LD, id).then().statusCode(410).body("explanation", equalTo("Nhầm"));
        given().get(JSON_LD, Editing.created(Editing.news("Nháp"))).then().statusCode(404);
        given().get(JSON_LD, "x").then().statusCode(404);
    }

    @Test
    void it_costs_three_statements() {
        String id = Editing.published(Editing.directive("Tin", "31-CT/TU"));
        assertEquals(3, Statements.during(() -> jsonLd(id)));
    }
}
