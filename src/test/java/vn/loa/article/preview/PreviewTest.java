package vn.loa.article.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** Preview links show one working copy without a key. */
@QuarkusTest
class PreviewTest {

    private static final String WAITS = "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%%%s%%'";

    @Inject
    TestClock clock;
    @Inject
    DataSource database;

    private static String preview(String id) {
        return Editing.post("/api/v1/previews", Editing.object("{\"articleId\": \"" + id + "\", \"minutes\": 60}"))
                .then().statusCode(201).body("expiresAt", equalTo("2026-07-15T06:00:00Z")).extract().path("url");
    }

    @Test
    void whoever_has_the_link_sees_the_working_copy_for_a_while() {
        String id = Editing.published(Editing.directive("Một", "31-CT/TU"));
        Editing.retitled(id, "Hai");
        String link = preview(id);
        given().get(link).then().statusCode(200).body("title", equalTo("Hai")).body("sections", hasSize(3))
                .header("Cache-Control", equalTo("private, no-store")).header("X-Robots-Tag", equalTo("noindex"));
        Editing.retitled(id, "Ba");
        given().get(link).then().body("title", equalTo("Ba"));
        clock.advance(Duration.ofMinutes(60));
        given().get(link).then().statusCode(404);
    }

    @Test
    void a_link_ends_with_its_working_copy() {
        String id = Editing.created(Editing.news("Một"));
        String link = preview(id);
        Editing.publish(id).then().statusCode(200);
        given().get(link).then().statusCode(404);
        clock.advance(Duration.ofSeconds(1));
        Editing.retitled(id, "Hai");
        given().get(link).then().statusCode(404);
        Editing.step(id, "discard-draft", "*", Map.of()).then().statusCode(204);
        given().get(link).then().statusCode(404);
    }

    @Test
    void an_editor_takes_an_articles_links_back() {
        String id = Editing.created(Editing.news("Một"));
        String other = preview(Editing.created(Editing.news("Hai")));
        String link = preview(id);
        Pages.asAdmin().queryParam("articleId", id).delete("/api/v1/previews").then().statusCode(204);
        given().get(link).then().statusCode(404);
        given().get(other).then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        String later = Editing.post("/api/v1/previews", "{\"articleId\": \"" + id + "\"}").then().statusCode(201)
                .extract().path("url");
        given().get(later).then().statusCode(200);
        given().get(link).then().statusCode(404);
    }

    @Test
    void taking_links_back_needs_an_editor_and_an_article() {
        String id = Editing.created(Editing.news("Một"));
        given().queryParam("articleId", id).delete("/api/v1/previews").then().statusCode(401);
        Pages.asAdmin().delete("/api/v1/previews").then().statusCode(400);
        Pages.asAdmin().queryParam("articleId", "01a206d2-563a-7e8e-8a6a-736bf594a420").delete("/api/v1/previews")
                .then().statusCode(404);
    }

    @Test
    void links_end_with_the_key_that_made_them() {
        String id = Editing.created(Editing.news("Một"));
        String others = preview(id);
        String key = Keys.make("a trainee", "editor");
        String link = previewOf(id, key).then().statusCode(201).extract().path("url");
        given().get(link).then().statusCode(200);
        revoke("a trainee");
        given().get(link).then().statusCode(404);
        given().get(others).then().statusCode(200);
    }

    @Test
    void links_end_also_where_another_instances_clock_is_behind() {
        String id = Editing.created(Editing.news("Một"));
        String key = Keys.make("a trainee", "editor");
        String link = preview(id);
        String ofKey = previewOf(id, key).then().statusCode(201).extract().path("url");
        clock.set(TestClock.START.minus(Duration.ofMinutes(10)));
        revoke("a trainee");
        given().get(ofKey).then().statusCode(404);
        given().get(link).then().statusCode(200);
        Pages.asAdmin().queryParam("articleId", id).delete("/api/v1/previews").then().statusCode(204);
        given().get(link).then().statusCode(404);
    }

    @Test
    void a_key_that_is_being_revoked_makes_no_link_that_outlives_it() throws Exception {
        String id = Editing.created(Editing.news("Một"));
        String key = Keys.make("a trainee", "editor");
        previewOf(id, key).then().statusCode(201);
        ExecutorService others = Executors.newSingleThreadExecutor();
        try (Connection revoking = database.getConnection(); Statement statement = revoking.createStatement();
                Connection looking = database.getConnection()) {
            revoking.setAutoCommit(false);
            statement.execute("update api_key set revoked_at = now() where name = 'a trainee'");
            Future<Response> late = others.submit(() -> previewOf(id, key));
            awaitWaiting(looking, late, "for share");
            revoking.commit();
            late.get().then().statusCode(401).header("WWW-Authenticate", containsString("invalid_token"));
        } finally {
            others.shutdown();
        }
    }

    @Test
    void a_link_that_is_made_while_its_key_waits_to_be_revoked_ends_with_it() throws Exception {
        String id = Editing.created(Editing.news("Một"));
        String key = Keys.make("a trainee", "editor");
        ExecutorService others = Executors.newSingleThreadExecutor();
        try (Connection making = database.getConnection(); Statement statement = making.createStatement();
                Connection looking = database.getConnection()) {
            making.setAutoCommit(false);
            statement.execute("select from api_key where name = 'a trainee' for share");
            Future<?> revoking = others.submit(() -> revoke("a trainee"));
            awaitWaiting(looking, revoking, "update api_key");
            String link = previewOf(id, key).then().statusCode(201).extract().path("url");
            making.commit();
            revoking.get();
            given().get(link).then().statusCode(404);
        } finally {
            others.shutdown();
        }
    }

    private static void awaitWaiting(Connection looking, Future<?> late, String statement) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!looking.createStatement().executeQuery(WAITS.formatted(statement)).next()) {
            assertTrue(!late.isDone() && System.nanoTime() < end, "it waits for the other one");
            Thread.sleep(10);
        }
    }

    private static Response previewOf(String id, String key) {
        return Keys.showing(key).contentType("application/json").body("{\"articleId\": \"" + id + "\"}").post("/api/v1/previews");
    }

    private static void revoke(String name) {
        String id = Pages.asAdmin().get("/api/v1/keys").then().extract().path("items.find { it.name == '" + name + "' }.id");
        Pages.asAdmin().delete("/api/v1/keys/{id}", id).then().statusCode(204);
    }

    @Test
    void a_link_that_was_changed_shows_nothing() {
        String link = preview(Editing.created(Editing.news("Một")));
        for (int i = link.lastIndexOf('/') + 1; i < link.length(); i++) {
            char other = link.charAt(i) == 'A' ? 'B' : 'A';
            String forged = link.substring(0, i) + other + link.substring(i + 1);
            int status = given().get(forged).statusCode();
            // The last character of the base64 text has unused bits, so changing it may not change the token.
            assertTrue(status == 404 || i == link.length() - 1, forged);
        }
        given().get("/api/v1/previews/x").then().statusCode(404);
        given().get("/api/v1/previews/" + "A".repeat(107)).then().statusCode(404);
        given().get("/api/v1/previews/***").then().statusCode(404);
    }

    @Test
    void there_must_be_something_to_show() {
        String id = Editing.published(Editing.news("Một"));
        Editing.post("/api/v1/previews", "{\"articleId\": \"" + id + "\"}").then().statusCode(422)
                .body("errors.pointer", contains("/articleId"));
        Editing.post("/api/v1/previews", "{\"articleId\": \"01a206d2-563a-7e8e-8a6a-736bf594a420\", \"minutes\": 0}")
                .then().statusCode(422).body("errors.pointer", contains("/minutes"));
        Editing.post("/api/v1/previews", "{\"articleId\": \"x\"}").then().statusCode(400)
                .body("errors.pointer", contains(endsWith("articleId")));
    }
}
