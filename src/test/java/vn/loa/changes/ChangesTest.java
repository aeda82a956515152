package vn.loa.changes;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.article.schedule.Schedules;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.Statements;
import vn.loa.support.TestClock;

/** The log of changes: its entries and its positions. */
@QuarkusTest
class ChangesTest {

    private static final String CHANGES = "/api/v1/changes";

    @Inject
    Schedules schedules;

    @Inject
    TestClock clock;

    private static ValidatableResponse since(String cursor) {
        return given().queryParam("since", cursor).get(CHANGES).then().statusCode(200);
    }

    private static String now() {
        return since("now").body("items", empty()).extract().path("nextCursor");
    }

    @Test
    void every_step_of_an_article_is_told_once_in_its_order() {
        String id = Editing.created(Editing.news("Tin").put("slug", "tin"));
        Editing.retitled(id, "Tin, sửa");
        given().get(CHANGES).then().body("items", empty());
        Editing.publish(id).then().statusCode(200);
        clock.advance(Duration.ofHours(1));
        Editing.patch(id, "*", "{\"slug\": \"tin-moi\"}").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        Editing.withdraw(id, "Sai số liệu").then().statusCode(200);
        Editing.publish(id).then().statusCode(200);
        Editing.remove(id, "Đăng nhầm").then().statusCode(200);
        given().get(CHANGES).then()
                .body("items.kind", contains("published", "updated", "withdrawn", "published", "removed"))
                .body("items.articleId", contains(id, id, id, id, id))
                .body("items.slug", contains("tin", "tin-moi", "tin-moi", "tin-moi", "tin-moi"))
                .body("items.revision", contains(1, 2, 2, 3, 3))
                .body("items[0].at", equalTo("2026-07-15T05:00:00Z")).body("items[1].at", equalTo("2026-07-15T06:00:00Z"))
                .body("items[0]", not(hasKey("explanation"))).body("items[2].explanation", equalTo("Sai số liệu"))
                .body("items[4].explanation", equalTo("Đăng nhầm")).body("more", equalTo(false));
    }

    @Test
    void a_tombstone_says_where_readers_are_sent() {
        String kept = Editing.published(Editing.news("Giữ"));
        String removed = Editing.published(Editing.news("Bỏ"));
        String cursor = now();
        Editing.step(removed, "remove", Map.of("explanation", "Trùng", "redirectTo", kept)).then().statusCode(200);
        since(cursor).body("items.kind", contains("removed")).body("items[0].redirectTo", equalTo(kept));
    }

    @Test
    void a_scheduled_publish_is_told_when_it_happens() {
        String id = Editing.created(Editing.news("Tin"));
        Editing.post("/api/v1/schedules", "{\"articleId\": \"" + id + "\", \"action\": \"publish\", \"at\": \"2026-07-15T06:00:00Z\"}")
                .then().statusCode(201);
        String cursor = now();
        since(cursor).body("items", empty());
        clock.advance(Duration.ofHours(2));
        schedules.runDue();
        since(cursor).body("items.articleId", contains(id)).body("items[0].kind", equalTo("published"))
                .body("items[0].at", equalTo("2026-07-15T07:00:00Z"));
    }

    @Test
    void an_import_that_publishes_is_told_once() {
        String id = Pages.publish(Pages.news("Tin nhập", "08:00:00 01-06-2024", "Nội dung."));
        given().get(CHANGES).then().body("items.articleId", contains(id)).body("items.kind", contains("published"));
    }

    @Test
    void a_walk_goes_on_where_it_stood() {
        for (int n = 0; n < 5; n++) {
            Editing.published(Editing.news("Tin").put("slug", "tin-" + n));
        }
        Response first = given().get(CHANGES + "?size=2");
        first.then().body("items.slug", contains("tin-0", "tin-1")).body("more", equalTo(true));
        Response second = given().queryParam("since", first.<String>path("nextCursor")).get(CHANGES + "?size=3");
        second.then().body("items.slug", contains("tin-2", "tin-3", "tin-4")).body("more", equalTo(false)).header("Link", nullValue());
        first.then().header("Link", equalTo("<" + CHANGES + "?size=2&since=" + first.<String>path("nextCursor") + ">; rel=\"next\""));
        String end = second.path("nextCursor");
        since(end).body("items", empty()).body("nextCursor", equalTo(end)).body("more", equalTo(false));
        assertEquals(end, now());
    }

    @Test
    void asking_when_nothing_happened_costs_one_statement() {
        Editing.published(Editing.news("Tin"));
        String cursor = now();
        assertEquals(1, Statements.during(() -> since(cursor).body("items", empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "NOW", "%%", "LTE", "OTIyMzM3MjAzNjg1NDc3NTgwOA", "MQox"})
    void what_is_no_cursor_is_refused(String cursor) {
        given().queryParam("since", cursor).get(CHANGES).then().statusCode(400).body("errors.parameter", contains("since"));
    }

    @Test
    void wrong_sizes_are_refused() {
        for (String size : List.of("0", "101", "x", "-1")) {
            given().get(CHANGES + "?size=" + size).then().statusCode(400).body("errors.parameter", contains("size"));
        }
    }

    /** The database was restored from a backup. */
    @Test
    void a_cursor_from_a_future_that_did_not_happen_has_expired() {
        for (long number : new long[] {1, Long.MAX_VALUE}) {
            String cursor = Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(String.valueOf(number).getBytes(StandardCharsets.UTF_8));
            given().queryParam("since", cursor).get(CHANGES).then().statusCode(410).body("code", equalTo("cursor-expired"));
        }
    }

    /** Other publishes wait for the log, so it is locked when everything else has been written and read. */
    @Test
    void the_log_is_written_last() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU"));
        Editing.retitled(id, "Chỉ thị, sửa");
        List<String> publish = Statements.textsDuring(() -> Editing.publish(id).then().statusCode(200));
        List<String> withdraw = Statements.textsDuring(() -> Editing.withdraw(id, "Sai").then().statusCode(200));
        List<String> remove = Statements.textsDuring(() -> Editing.remove(id, "Nhầm").then().statusCode(200));
        for (List<String> statements : List.of(publish, withdraw, remove)) {
            List<String> ofTheStep = statements.stream()
                    .filter(sql -> sql.matches("(?is).*\\b(article|revision|slug|schedule|audit|section|change_log)\\b.*")).toList();
            assertEquals(List.of(ofTheStep.size() - 1), IntStream.range(0, ofTheStep.size())
                    .filter(n -> ofTheStep.get(n).contains("change_log")).boxed().toList(), String.join("\n", ofTheStep));
        }
    }
}
