package vn.loa.article.schedule;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.support.Editing;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** Publishing and withdrawing at a time. The clock stands at noon of 15 July 2026 in Vietnam. */
@QuarkusTest
class ScheduleTest {

    private static final String SCHEDULES = "/api/v1/schedules";
    private static final String ARTICLE = "/api/v1/articles/{id}";

    @Inject
    Schedules schedules;

    @Inject
    TestClock clock;

    private static Map<String, Object> request(String article, String action, String at, String... more) {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("articleId", article, "action", action, "at", at));
        for (int i = 0; i < more.length; i += 2) {
            request.put(more[i], more[i + 1]);
        }
        return request;
    }

    private static Response plan(Map<String, ?> request) {
        return Editing.post(SCHEDULES, new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(request));
    }

    @Test
    void an_article_is_published_at_its_time_and_not_before() {
        String id = Editing.created(Editing.news("Tin"));
        plan(request(id, "publish", "2026-07-15T13:00:00")).then().statusCode(201).body("status", equalTo("pending"))
                .body("at", equalTo("2026-07-15T06:00:00Z")).body("zone", equalTo("Asia/Ho_Chi_Minh"));
        Editing.draft(id).then().body("state", equalTo("scheduled")).body("allowed", contains("publish"))
                .body("planned.action", contains("publish")).body("planned.at", contains("2026-07-15T06:00:00Z"));
        clock.advance(Duration.ofMinutes(59));
        schedules.runDue();
        given().get(ARTICLE, id).then().statusCode(404);
        clock.advance(Duration.ofMinutes(1));
        schedules.runDue();
        given().get(ARTICLE, id).then().statusCode(200).body("state", equalTo("published"))
                .body("firstPublishedAt", equalTo("2026-07-15T06:00:00Z"));
        Pages.asAdmin().get(SCHEDULES).then().body("items.status", contains("done"));
    }

    @Test
    void what_will_be_published_cannot_be_edited_meanwhile() {
        String id = Editing.created(Editing.news("Tin"));
        String schedule = plan(request(id, "publish", "2026-07-16T00:00:00Z")).path("id");
        Editing.patch(id, "*", "{\"title\": \"Khác\"}").then().statusCode(409).body("state", equalTo("scheduled"));
        Editing.step(id, "discard-draft", "*", Map.of()).then().statusCode(409);
        plan(request(id, "publish", "2026-07-17T00:00:00Z")).then().statusCode(409);
        Pages.asAdmin().delete(SCHEDULES + "/" + schedule).then().statusCode(204);
        Editing.draft(id).then().body("state", equalTo("draft"));
        Editing.retitled(id, "Khác");
        Pages.asAdmin().get(SCHEDULES + "/" + schedule).then().body("status", equalTo("cancelled"));
        Pages.asAdmin().delete(SCHEDULES + "/" + schedule).then().statusCode(409);
        clock.advance(Duration.ofDays(2));
        schedules.runDue();
        given().get(ARTICLE, id).then().statusCode(404);
    }

    @Test
    void an_article_is_withdrawn_at_its_time_with_its_notice() {
        String id = Editing.published(Editing.news("Tin"));
        plan(request(id, "withdraw", "2026-07-15T06:00:00Z", "explanation", "Hết hạn")).then().statusCode(201);
        // Another edition can be prepared and published meanwhile.
        Editing.retitled(id, "Tin mới");
        Editing.publish(id).then().statusCode(200);
        clock.advance(Duration.ofHours(1));
        schedules.runDue();
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn")).body("withdrawal.explanation", equalTo("Hết hạn"));
    }

    @Test
    void a_whole_life_can_be_planned() {
        String id = Editing.created(Editing.news("Tin"));
        plan(request(id, "publish", "2026-07-16T00:00:00Z", "changeNote", "Lần đầu")).then().statusCode(201);
        plan(request(id, "withdraw", "2026-07-17T00:00:00Z", "explanation", "Hết hạn")).then().statusCode(201);
        // No instance was running at either time. Both steps are done now, in their order.
        clock.advance(Duration.ofDays(30));
        schedules.runDue();
        given().get(ARTICLE, id).then().body("state", equalTo("withdrawn")).body("revision", equalTo(1));
        given().get(ARTICLE + "/revisions", id).then().body("items.changeNote", contains("Lần đầu"));
        Pages.asAdmin().queryParam("articleId", id).get(SCHEDULES).then()
                .body("items.status", contains("done", "done")).body("items.action", contains("withdraw", "publish"));
        Pages.asAdmin().queryParam("articleId", id, UUID.randomUUID()).queryParam("status", "done,pending").get(SCHEDULES).then()
                .body("items.status", contains("done", "done")).body("page.totalItems", equalTo(2));
        Pages.asAdmin().queryParam("articleId", UUID.randomUUID()).get(SCHEDULES).then().body("items", hasSize(0));
        Pages.asAdmin().queryParam("status", "pending,failed").get(SCHEDULES).then().body("items", hasSize(0));
        Pages.asAdmin().queryParam("status", "done,ended").get(SCHEDULES).then().statusCode(400)
                .body("errors.parameter", contains("status")).body("errors.code", contains("wrong-form"));
        Pages.asAdmin().queryParam("articleId", id + ",1-1-1-1-1").get(SCHEDULES).then().statusCode(400)
                .body("errors.parameter", contains("articleId"));
    }

    @Test
    void instances_that_come_together_do_it_once() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            String id = Editing.published(Editing.news("Tin " + n));
            Editing.retitled(id, "Mới " + n);
            plan(request(id, "publish", "2026-07-15T06:00:00Z")).then().statusCode(201);
            ids.add(id);
        }
        clock.advance(Duration.ofHours(2));
        ExecutorService instances = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                runs.add(instances.submit(() -> schedules.runDue()));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            instances.shutdown();
        }
        for (String id : ids) {
            given().get(ARTICLE, id).then().body("revision", equalTo(2));
        }
        Pages.asAdmin().queryParam("status", "done").get(SCHEDULES).then().body("items", hasSize(10));
        Pages.asAdmin().queryParam("status", "pending").get(SCHEDULES).then().body("items", hasSize(0));
    }

    @Test
    void publishing_before_the_time_ends_the_schedule() {
        String id = Editing.created(Editing.news("Tin"));
        plan(request(id, "publish", "2026-07-16T00:00:00Z")).then().statusCode(201);
        Editing.publish(id).then().statusCode(200);
        Pages.asAdmin().get(SCHEDULES).then().body("items.status", contains("cancelled"))
                .body("items.reason", contains("published before its time"));
        Editing.retitled(id, "Khác");
        clock.advance(Duration.ofDays(2));
        schedules.runDue();
        given().get(ARTICLE, id).then().body("title", equalTo("Tin"));
    }

    @Test
    void removing_an_article_cancels_its_plans() {
        String id = Editing.published(Editing.news("Tin"));
        plan(request(id, "withdraw", "2026-07-16T00:00:00Z", "explanation", "x")).then().statusCode(201);
        Editing.remove(id, "Nhầm").then().statusCode(200);
        clock.advance(Duration.ofDays(2));
        schedules.runDue();
        given().get(ARTICLE, id).then().statusCode(410);
        Pages.asAdmin().get(SCHEDULES).then().body("items.status", contains("cancelled"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-07-15T04:59:59Z | | /at",
        "2026-07-15 13:00 | | /at",
        "tomorrow | | /at",
        "2099-01-01T00:00:00Z | | /at",
        "2026-07-16T00:00:00 | Asia/Atlantis | /zone",
        "2027-03-28T02:30:00 | Europe/Berlin | /at",
    })
    void a_time_that_cannot_be_is_refused(String at, String zone, String pointer) {
        String id = Editing.created(Editing.news("Tin"));
        Map<String, Object> request = request(id, "publish", at);
        if (zone != null) {
            request.put("zone", zone);
        }
        plan(request).then().statusCode(422).body("errors.pointer", contains(pointer));
        Editing.draft(id).then().body("state", equalTo("draft"));
    }

    @Test
    void of_an_hour_that_comes_twice_the_first_is_meant() {
        String id = Editing.created(Editing.news("Tin"));
        plan(request(id, "publish", "2026-10-25T02:30:00", "zone", "Europe/Berlin")).then().statusCode(201)
                .body("at", equalTo("2026-10-25T00:30:00Z"));
    }

    @Test
    void wrong_plans_name_every_field() {
        Editing.post(SCHEDULES, "{}").then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/articleId", "/action", "/at"));
        String id = Editing.published(Editing.news("Tin"));
        plan(request(id, "withdraw", "2026-07-16T00:00:00Z", "changeNote", "x")).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/explanation", "/changeNote"));
        plan(request("01a206d2-563a-7e8e-8a6a-736bf594a420", "publish", "2026-07-16T00:00:00Z")).then().statusCode(422)
                .body("errors.pointer", contains("/articleId"));
        plan(request(id, "publish", "2026-07-16T00:00:00Z")).then().statusCode(409).body("allowed", not(hasItem("publish")));
        plan(request(Editing.created(Editing.news("Nháp")), "withdraw", "2026-07-16T00:00:00Z", "explanation", "x"))
                .then().statusCode(409);
        Pages.asAdmin().get(SCHEDULES).then().body("items", hasSize(0));
        Pages.asAdmin().get(SCHEDULES + "/01a206d2-563a-7e8e-8a6a-736bf594a420").then().statusCode(404);
        Pages.asAdmin().delete(SCHEDULES + "/01a206d2-563a-7e8e-8a6a-736bf594a420").then().statusCode(404);
        given().get(ARTICLE, id).then().body("withdrawal", nullValue());
    }
}
