package vn.loa.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.article.schedule.Schedules;
import vn.loa.cache.PublicCache;
import vn.loa.imports.export.ExportWorker;
import vn.loa.support.Editing;
import vn.loa.support.FreshStart;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** Working copies that a merge brings for articles that are here without one. */
@QuarkusTest
class MergeDraftTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    ExportWorker worker;
    @Inject
    Schedules schedules;
    @Inject
    PublicCache cache;
    @Inject
    TestClock clock;

    /** In both portals: one that is published, and one that is withdrawn. */
    private String published;
    private String withdrawn;
    /** The other portal's export, after both got a working copy, and one after the withdrawn one got a text before it, too. */
    private List<byte[]> drafts;
    private List<byte[]> texts;

    @BeforeEach
    void both() {
        published = Editing.published(Editing.news("Bài chung"));
        withdrawn = Editing.published(Editing.news("Bài rút lại"));
        Editing.withdraw(withdrawn, "Chờ xem lại.").then().statusCode(200);
        List<byte[]> early = Exports.parts(Exports.begin("full"), worker);
        clock.advance(MINUTE);
        Editing.retitled(published, "Bản thảo của họ");
        Editing.retitled(withdrawn, "Bản nháp chưa duyệt");
        drafts = Exports.parts(Exports.begin("full"), worker);
        clock.advance(MINUTE);
        Editing.retitled(withdrawn, "Bài rút lại, đã sửa");
        Editing.publish(withdrawn).then().statusCode(200);
        clock.advance(MINUTE);
        Editing.withdraw(withdrawn, "Lại chờ xem lại.").then().statusCode(200);
        Editing.retitled(withdrawn, "Bản nháp chưa duyệt");
        texts = Exports.parts(Exports.begin("full"), worker);
        clock.set(TestClock.START);
        FreshStart.empty();
        cache.invalidate();
        Editing.published(Editing.news("Tin ở đây"));
        merged(early);
    }

    private String merged(List<byte[]> parts) {
        String id = Exports.upload(parts);
        Exports.startMerge(id, "soc-trang").then().statusCode(202);
        Exports.ended(id, worker).body("fault", nullValue());
        return id;
    }

    /** Of articles. */
    private static List<String> collisions(String export) {
        return Pages.asAdmin().get(Exports.EXPORTS + "/{id}/report", export).then().statusCode(200).extract().asString().lines()
                .map(JsonPath::new)
                .filter(line -> line.getString("id") != null).map(line -> line.getString("collision") + " " + line.getString("id") + " " + line.getString("value")).toList();
    }

    private void planPublish() {
        Editing.post("/api/v1/schedules", "{\"articleId\": \"" + withdrawn + "\", \"action\": \"publish\", \"at\": \""
                + TestClock.START.plus(Duration.ofHours(1)) + "\"}").then().statusCode(201);
    }

    private void goOn() {
        clock.advance(Duration.ofHours(2));
        schedules.runDue();
        cache.invalidate();
    }

    @Test
    void an_editor_who_has_the_text_open_does_not_overwrite_the_working_copy_that_came() {
        String open = Editing.etag(published);
        merged(drafts);
        Editing.put(published, open, Editing.news("Sửa ở đây")).then().statusCode(412);
        Editing.draft(published).then().statusCode(200).body("title", equalTo("Bản thảo của họ"));
        Editing.put(published, Editing.etag(published), Editing.news("Sửa sau khi xem")).then().statusCode(200);
    }

    @Test
    void a_publish_that_was_planned_here_publishes_what_was_here() {
        planPublish();
        assertEquals(List.of("draft " + withdrawn + " Bản nháp chưa duyệt"), collisions(merged(drafts)));
        goOn();
        given().get("/api/v1/articles/" + withdrawn).then().body("state", equalTo("published")).body("title", equalTo("Bài rút lại"));
    }

    @Test
    void without_a_plan_the_working_copy_comes_and_is_published_by_hand() {
        assertEquals(List.of(), collisions(merged(drafts)));
        goOn();
        given().get("/api/v1/articles/" + withdrawn).then().body("state", equalTo("withdrawn")).body("title", equalTo("Bài rút lại"));
        Editing.step(withdrawn, "publish", Map.of()).then().statusCode(200);
        given().get("/api/v1/articles/" + withdrawn).then().body("title", equalTo("Bản nháp chưa duyệt"));
    }

    @Test
    void where_a_working_copy_is_left_out_editors_find_the_article_by_the_text_that_came() {
        planPublish();
        merged(texts);
        Editing.draft(withdrawn).then().body("title", equalTo("Bài rút lại, đã sửa"));
        found("duyệt").body("items", equalTo(List.of()));
        found("đã sửa").body("items.id", equalTo(List.of(withdrawn)));
    }

    private static ValidatableResponse found(String words) {
        return Pages.asAdmin().queryParam("scope", "all").queryParam("q", words).get("/api/v1/drafts").then().statusCode(200);
    }
}
