package vn.loa.article.edit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** The list of working copies. */
@QuarkusTest
class DraftListTest {

    @Inject
    TestClock clock;

    @Test
    void working_copies_are_listed_by_page_and_by_cursor() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            ids.add(0, Editing.created(Editing.news("Tin " + n)));
        }
        String published = Editing.published(Editing.news("Đã đăng"));
        Pages.asAdmin().queryParam("size", 3).get("/api/v1/drafts").then().statusCode(200)
                .body("items.id", equalTo(ids.subList(0, 3))).body("page.totalItems", equalTo(5))
                .header("Cache-Control", equalTo("private, no-store"));
        List<String> walked = new ArrayList<>();
        String cursor = null;
        do {
            Response page = cursor == null ? Pages.asAdmin().queryParam("size", 2).get("/api/v1/drafts")
                    : Pages.asAdmin().queryParam("size", 2).queryParam("cursor", cursor).get("/api/v1/drafts");
            walked.addAll(page.then().statusCode(200).extract().path("items.id"));
            cursor = page.path("page.nextCursor");
        } while (cursor != null);
        assertEquals(ids, walked);
        Editing.retitled(published, "Sửa");
        Pages.asAdmin().queryParam("state", "published").get("/api/v1/drafts").then().body("items.id", contains(published))
                .body("items[0].allowed", hasItems("publish", "withdraw"));
        Editing.remove(published, "Nhầm").then().statusCode(200);
        Editing.step(published, "discard-draft", "*", Map.of()).then().statusCode(204);
        Pages.asAdmin().queryParam("state", "gone").get("/api/v1/drafts").then().body("items", hasSize(0));
        Pages.asAdmin().queryParam("state", "gone").queryParam("scope", "all").get("/api/v1/drafts").then()
                .body("items.id", contains(published)).body("items[0].removal.explanation", equalTo("Nhầm"));
        Response all = Pages.asAdmin().queryParam("scope", "all").queryParam("size", 4).get("/api/v1/drafts");
        Pages.asAdmin().queryParam("scope", "all").queryParam("cursor", all.<String>path("page.nextCursor"))
                .get("/api/v1/drafts").then().body("items", hasSize(2));
        Pages.asAdmin().queryParam("scope", "x").get("/api/v1/drafts").then().statusCode(400);
        Pages.asAdmin().queryParam("state", "x").get("/api/v1/drafts").then().statusCode(400);
        Pages.asAdmin().queryParam("scope", "all").queryParam("state", "gone", "draft").get("/api/v1/drafts").then()
                .body("page.totalItems", equalTo(6));
        Pages.asAdmin().queryParam("cursor", "x").get("/api/v1/drafts").then().statusCode(400);
    }

    @Test
    void articles_with_a_working_copy_and_without_one_are_in_one_order() {
        String first = Editing.published(Editing.news("Một"));
        clock.advance(Duration.ofSeconds(1));
        String second = Editing.created(Editing.news("Hai"));
        clock.advance(Duration.ofSeconds(1));
        String third = Editing.published(Editing.news("Ba"));
        clock.advance(Duration.ofSeconds(1));
        String gone = Editing.published(Editing.news("Bốn"));
        clock.advance(Duration.ofSeconds(1));
        Editing.remove(gone, "Nhầm").then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        String withdrawn = Editing.published(Editing.news("Năm"));
        clock.advance(Duration.ofSeconds(1));
        Editing.withdraw(withdrawn, "Sai").then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        Editing.retitled(first, "Một lần nữa");
        List<String> walked = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            walked.add(Pages.asAdmin().get("/api/v1/drafts?scope=all&size=1&page=" + page).then().statusCode(200)
                    .body("page.totalItems", equalTo(5)).extract().path("items[0].id"));
        }
        assertEquals(List.of(first, withdrawn, gone, third, second), walked);
        Pages.asAdmin().get("/api/v1/drafts?scope=all&state=withdrawn,draft,gone").then()
                .body("items.id", contains(withdrawn, gone, second)).body("page.totalItems", equalTo(3));
        Pages.asAdmin().get("/api/v1/drafts?scope=all&state=published").then()
                .body("items.id", contains(first, third)).body("page.totalItems", equalTo(2));
        Pages.asAdmin().get("/api/v1/drafts?scope=all&page=9").then().body("items", hasSize(0))
                .body("page.totalItems", equalTo(5));
    }
}
