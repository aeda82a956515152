package vn.loa.article.publish;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** The steps in an article's life. */
@QuarkusTest
class LifecycleTest {

    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Test
    void a_withdrawn_article_is_still_readable_with_a_notice() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        Editing.withdraw(id, "Hết hiệu lực").then().statusCode(200).body("state", equalTo("withdrawn"));
        given().get(ARTICLE, id).then().statusCode(200).body("state", equalTo("withdrawn"))
                .body("withdrawal.explanation", equalTo("Hết hiệu lực"))
                .body("withdrawal.withdrawnAt", equalTo("2026-07-15T05:00:00Z"));
        given().get(ARTICLE + "/sections", id).then().statusCode(200).body("items", hasSize(3));
        given().get("/api/v1/articles").then().body("items.id", contains(id));
    }

    @Test
    void a_withdrawn_article_is_published_again_as_it_was() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        String sections = given().get(ARTICLE + "/sections", id).asString();
        Editing.withdraw(id, "Nhầm").then().statusCode(200);
        Editing.publish(id).then().statusCode(200).body("state", equalTo("published")).body("revision", equalTo(2));
        given().get(ARTICLE, id).then().statusCode(200).body("withdrawal", nullValue()).body("revision", equalTo(2));
        org.junit.jupiter.api.Assertions.assertEquals(sections, given().get(ARTICLE + "/sections", id).asString());
    }

    @Test
    void a_removed_article_is_gone_with_its_parts_and_its_directive() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        String slug = given().get(ARTICLE, id).path("slug");
        String citing = Editing.published(Editing.news("Tin").put("body", "<p>Theo Chỉ thị số 31-CT/TU.</p>"));
        given().get(ARTICLE + "/citations", citing).then().body("items.status", contains("resolved"));
        Editing.remove(id, "Đăng nhầm").then().statusCode(200).body("state", equalTo("gone"));
        for (String part : new String[] {"", "/sections", "/sections/sec_1", "/toc", "/citations", "/views", "/revisions",
            "/revisions/1", "/revisions/1/diff/1"}) {
            given().get(ARTICLE + part, id).then().statusCode(410).body("code", equalTo("gone"))
                    .body("explanation", equalTo("Đăng nhầm")).body("removedAt", equalTo("2026-07-15T05:00:00Z"));
        }
        given().get("/api/v1/articles/" + slug).then().statusCode(410);
        given().get("/api/v1/articles").then().body("items.id", contains(citing));
        given().get(ARTICLE + "/citations", citing).then().body("items.status", contains("unresolved"));
        given().header("User-Agent", "Firefox").contentType("application/json").body("{\"articleId\":\"" + id + "\"}")
                .post("/api/v1/hits").then().statusCode(404);
    }

    @Test
    void readers_of_a_removed_article_are_sent_to_another() {
        String other = Editing.published(Editing.news("Thay thế"));
        String id = Editing.published(Editing.news("Cũ"));
        Editing.step(id, "remove", Map.of("explanation", "Gộp", "redirectTo", other)).then().statusCode(200);
        given().redirects().follow(false).get(ARTICLE, id).then().statusCode(301).header("Location", endsWith("/articles/" + other));
        given().redirects().follow(false).get("/api/v1/articles/cu").then().statusCode(301);
        Editing.remove(other, "Hết").then().statusCode(200);
        given().get(ARTICLE, id).then().statusCode(410).body("explanation", equalTo("Gộp"));
    }

    @Test
    void a_redirect_leads_to_another_published_article_only() {
        String id = Editing.published(Editing.news("Cũ"));
        for (String target : new String[] {id, Editing.created(Editing.news("Nháp")), "01a206d2-563a-7e8e-8a6a-736bf594a420"}) {
            Editing.step(id, "remove", Map.of("explanation", "Gộp", "redirectTo", target)).then().statusCode(422)
                    .body("errors.pointer", contains("/redirectTo"));
        }
        given().get(ARTICLE, id).then().statusCode(200);
    }

    @Test
    void what_is_gone_can_be_restored_and_published() {
        String id = Editing.published(Editing.news("Tin"));
        Editing.remove(id, "Nhầm").then().statusCode(200);
        Editing.publish(id).then().statusCode(409).body("allowed", contains("edit", "restore"));
        Editing.step(id, "restore", "*", Map.of("revision", 1)).then().statusCode(200).body("edited", equalTo(true));
        given().get(ARTICLE, id).then().statusCode(410);
        Editing.publish(id).then().statusCode(200);
        given().get(ARTICLE, id).then().statusCode(200).body("title", equalTo("Tin")).body("revision", equalTo(2));
    }

    @Test
    void an_old_revision_becomes_the_working_copy() {
        String id = Editing.published(Editing.directive("Một", "31-CT/TU"));
        Editing.put(id, "*", Editing.news("Hai")).then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        Editing.retitled(id, "Ba");
        Editing.step(id, "restore", Editing.etag(id), Map.of("revision", 1)).then().statusCode(200)
                .body("title", equalTo("Một")).body("sections", hasSize(3)).body("citations", hasSize(2));
        given().get(ARTICLE, id).then().body("title", equalTo("Hai"));
        Editing.step(id, "restore", Editing.etag(id), Map.of("revision", 7)).then().statusCode(422)
                .body("errors.pointer", contains("/revision"));
    }

    @Test
    void illegal_steps_say_what_is_allowed_now() {
        String id = Editing.created(Editing.news("Tin"));
        Editing.withdraw(id, "x").then().statusCode(409).body("code", equalTo("illegal-transition"))
                .body("state", equalTo("draft")).body("allowed", contains("edit", "publish", "discard-draft"));
        Editing.remove(id, "x").then().statusCode(409);
        Editing.step(id, "restore", "*", Map.of("revision", 1)).then().statusCode(409);
        Editing.publish(id).then().statusCode(200);
        Editing.publish(id).then().statusCode(409).body("state", equalTo("published"))
                .body("allowed", contains("edit", "withdraw", "remove", "restore"));
        Editing.withdraw(id, "x").then().statusCode(200);
        Editing.withdraw(id, "y").then().statusCode(409);
        given().get(ARTICLE, id).then().body("withdrawal.explanation", equalTo("x"));
    }

    @Test
    void an_explanation_is_needed() {
        String id = Editing.published(Editing.news("Tin"));
        for (String step : new String[] {"withdraw", "remove"}) {
            Editing.step(id, step, Map.of()).then().statusCode(422).body("errors.pointer", contains("/explanation"));
            Editing.step(id, step, Map.of("explanation", " ")).then().statusCode(422);
            Editing.step(id, step, Map.of("explanation", "x".repeat(2001))).then().statusCode(422);
            Pages.asAdmin().post(Editing.ARTICLES + "/" + id + "/" + step).then().statusCode(
                    org.hamcrest.Matchers.oneOf(400, 415));
        }
        given().get(ARTICLE, id).then().body("state", equalTo("published"));
    }

    @Test
    void steps_honour_if_match() {
        String id = Editing.created(Editing.news("Tin"));
        String read = Editing.etag(id);
        Editing.retitled(id, "Khác");
        Editing.step(id, "publish", read, Map.of()).then().statusCode(412).header("ETag", not(equalTo(read)));
        given().get(ARTICLE, id).then().statusCode(404);
        Editing.step(id, "publish", Editing.etag(id), Map.of()).then().statusCode(200);
        Editing.step(id, "withdraw", read, Map.of("explanation", "x")).then().statusCode(412);
    }

    @Test
    void an_editor_does_not_publish_by_importing() {
        for (String option : new String[] {"publish", "visitors"}) {
            Keys.as("editor").contentType("text/plain").body(Pages.read("canonical.txt")).queryParam(option, true)
                    .post("/api/v1/imports").then().statusCode(403);
        }
        Keys.as("editor").contentType("text/plain").body(Pages.read("canonical.txt")).post("/api/v1/imports")
                .then().statusCode(201).body("article.state", equalTo("draft"));
    }
}
