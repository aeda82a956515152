package vn.loa.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;

/** Search finds public texts at once, and never finds any other text. */
@QuarkusTest
class SearchSecrecyTest {

    private static void assertFound(String q, int n) {
        given().queryParam("q", q).get(SearchTest.SEARCH).then().statusCode(200).body("items", hasSize(n))
                .body("total.value", equalTo(n));
    }

    private static void assertSuggested(String q, int n) {
        given().queryParam("q", q).get("/api/v1/suggest").then().statusCode(200).body("items", hasSize(n));
    }

    private static ObjectNode secret() {
        return Editing.directive("Kế hoạch bí mật", "77-CT/TU");
    }

    @Test
    void drafts_and_scheduled_articles_are_not_found() {
        String draft = Editing.created(secret());
        Editing.post("/api/v1/schedules", "{\"articleId\": \"" + draft
                + "\", \"action\": \"publish\", \"at\": \"2026-07-16T00:00:00Z\"}").then().statusCode(201);
        for (String q : new String[] {"bí mật", "77-CT/TU", "chi thi 77", "hồ sơ giấy"}) {
            assertFound(q, 0);
            given().queryParam("q", q).get(SearchTest.SEARCH).then().body("facets.tag", hasSize(0));
        }
        assertSuggested("ke hoach", 0);
        assertSuggested("77", 0);
    }

    @Test
    void a_working_copy_is_not_found_and_what_it_replaces_is_not_found_after_it() {
        String id = Editing.published(secret());
        Editing.patch(id, "*", "{\"title\": \"Hạn mặn\", \"sections\": [{\"number\": \"1\", \"paragraphs\": "
                + "[{\"text\": \"Trữ nước ngọt.\"}]}]}").then().statusCode(200);
        assertFound("hạn mặn", 0);
        assertFound("trữ nước", 0);
        assertSuggested("han m", 0);
        assertFound("bí mật", 1);
        assertFound("hồ sơ giấy", 1);
        Editing.publish(id).then().statusCode(200);
        assertFound("hạn mặn", 1);
        assertFound("trữ nước", 1);
        assertSuggested("han m", 1);
        assertFound("bí mật", 0);
        assertFound("hồ sơ giấy", 0);
        assertSuggested("ke hoach bi", 0);
    }

    @Test
    void withdrawn_is_found_with_its_state_and_removed_is_not() {
        String id = Editing.published(secret());
        Editing.withdraw(id, "Sai sót.").then().statusCode(200);
        given().queryParam("q", "bí mật").get(SearchTest.SEARCH).then()
                .body("items[0].article.state", equalTo("withdrawn"));
        assertSuggested("ke hoach", 1);
        Editing.publish(id).then().statusCode(200);
        assertFound("bí mật", 1);
        Editing.remove(id, "Nhầm.").then().statusCode(200);
        for (String q : new String[] {"bí mật", "77-CT/TU", "hồ sơ giấy"}) {
            assertFound(q, 0);
        }
        assertSuggested("ke hoach", 0);
        given().queryParam("q", "77-ct/tu").get(SearchTest.SEARCH).then().body(not(containsString("mật")));
    }

    @Test
    void an_import_is_found_when_it_is_published() {
        Pages.publish(Pages.directive("61-CT/TU", "ngày 13 tháng 7 năm 2022", "Chăm sóc vọoc bạc."));
        assertFound("vọoc bạc", 1);
        given().queryParam("q", "chi thi 61").get(SearchTest.SEARCH).then()
                .body("items[0].directive.number", equalTo("61-CT/TU"));
    }

    @Test
    void a_change_of_slug_shows_at_once() {
        String id = Editing.published(secret());
        Editing.patch(id, "*", "{\"slug\": \"ten-moi\"}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        given().queryParam("q", "bí mật").get(SearchTest.SEARCH).then().body("items[0].article.slug", equalTo("ten-moi"));
    }

    @Test
    void a_long_section_is_searched_as_far_as_the_limit() {
        StringBuilder words = new StringBuilder("đầu ");
        for (int i = 0; words.length() < 99_000; i++) {
            words.appendCodePoint(0x20000 + i).append(' ').appendCodePoint(0x4E00 + i % 20_000).append(' ');
        }
        Editing.published(SearchTest.directive("Dài", "Chỉ thị", "1-CT/TU", null, null, words + "cuối"));
        given().queryParam("q", "đầu").get(SearchTest.SEARCH).then().body("total.value", equalTo(1));
    }
}
