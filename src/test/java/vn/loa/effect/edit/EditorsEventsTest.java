package vn.loa.effect.edit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.loa.effect.Decrees.ARTICLES;
import static vn.loa.effect.Decrees.effects;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.effect.Decrees;
import vn.loa.support.AtOnce;
import vn.loa.support.Editing;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** Events that editors say, correct and reject. */
@QuarkusTest
class EditorsEventsTest {

    private static final String OLD = "5/2019/NĐ-CP";
    private static final String EVENTS = ARTICLES + "/{article}/effects";
    private static final String EVENT = EVENTS + "/{id}";
    private static final String REJECTION = EVENT + "/rejection";
    private static final String REPEAL = """
            {"kind": "repeal", "target": {"eId": "art_2"}, "since": "2022-01-01", "sourceDate": "2021-12-01",
             "by": {"document": {"type": "Nghị định", "number": "9/2021/NĐ-CP", "issuedOn": "2021-12-01"}, "provisions": ["art_7"]},
             "quote": {"text": "Bãi bỏ Điều 2.", "paragraphEId": "art_7__p_1", "start": 3, "end": 17}}""";

    private String old;

    @BeforeEach
    void a_decree() {
        old = Editing.published(Decrees.plain(OLD));
    }

    private static RequestSpecification json(String body) {
        return Pages.asAdmin().contentType("application/json").body(body);
    }

    private Response say(String body) {
        return json(body).post(EVENTS, old);
    }

    private String said(String body) {
        return say(body).then().statusCode(201).extract().path("id");
    }

    private static RequestSpecification ifMatch(String etag) {
        return Pages.asAdmin().header("If-Match", etag);
    }

    @Test
    void an_editor_says_what_no_text_says() {
        Response answer = say(REPEAL);
        String id = answer.then().statusCode(201).header("Location", startsWith(ARTICLES + "/" + old + "/effects/"))
                .body("source", equalTo("editor")).body("status", equalTo("counts")).body("statedIn", nullValue())
                .body("target.eId", equalTo("art_2")).body("target.part", equalTo("whole")).body("target.article.articleId", equalTo(old))
                .body("by.document.number", equalTo("9/2021/NĐ-CP")).body("by.article", nullValue()).body("by.provisions", contains("art_7"))
                .body("since", equalTo("2022-01-01")).body("quote.end", equalTo(17)).extract().path("id");
        effects(old, "?source=editor").body("items.id", contains(id));
        given().get(answer.header("Location")).then().statusCode(200).body("id", equalTo(id)).header("ETag", startsWith(
                answer.header("ETag").substring(0, 10)));
        Decrees.history(old, "art_2").statusCode(200).body("periods.status", contains("not-yet", "in-force", "ended"))
                .body("effects.source", hasItem("editor"));
        String by = Editing.published(Decrees.amending("9/2021/NĐ-CP", "Nghị định số 1/2018/NĐ-CP ngày 02 tháng 3 năm 2018"));
        effects(old, "?source=editor").body("items[0].by.article", nullValue());
        Editing.patch(by, "*", "{\"directive\": {\"issuedOn\": \"2021-12-01\"}}").then().statusCode(200);
        Editing.publish(by).then().statusCode(200);
        effects(old, "?source=editor").body("items[0].by.article.articleId", equalTo(by));
        effects(by, "?direction=out&source=editor").body("items.id", contains(id));
    }

    @Test
    void the_document_that_does_it_may_be_an_article_here() {
        String by = Editing.published(Decrees.plain("9/2021/NĐ-CP"));
        String id = said("{\"kind\": \"repeal\", \"by\": {\"articleId\": \"" + by + "\"}, \"since\": \"2022-01-01\"}");
        effects(old, "?source=editor").body("items[0].by.article.articleId", equalTo(by)).body("items[0].target.eId", nullValue())
                .body("items[0].by.document.title", equalTo("biển hiệu"));
        effects(by, "?direction=out").body("items.id", contains(id));
        said("{\"kind\": \"suspend\", \"since\": \"2021-01-01\", \"until\": \"2021-02-01\"}");
        effects(old, "?kind=suspend").body("items[0].by.article.articleId", equalTo(old));
    }

    @Test
    void an_event_is_changed_only_as_it_was_read() {
        Response answer = say(REPEAL);
        String id = answer.path("id");
        String etag = answer.header("ETag");
        json(REPEAL).put(EVENT, old, id).then().statusCode(428);
        String sentBack = answer.asString().replace("\"2022-01-01\"", "\"2022-02-02\"");
        Response changed = ifMatch(etag).contentType("application/json").body(sentBack).put(EVENT, old, id);
        changed.then().statusCode(200).body("since", equalTo("2022-02-02")).body("quote.text", equalTo("Bãi bỏ Điều 2."))
                .body("by.document.number", equalTo("9/2021/NĐ-CP"));
        assertNotEquals(etag, changed.header("ETag"));
        ifMatch(etag).contentType("application/json").body(REPEAL).put(EVENT, old, id).then().statusCode(412);
        ifMatch(etag).delete(EVENT, old, id).then().statusCode(412);
        ifMatch(given().get(EVENT, old, id).header("ETag")).delete(EVENT, old, id).then().statusCode(204);
        effects(old, "?source=editor").body("items", hasSize(0));
        ifMatch("*").delete(EVENT, old, id).then().statusCode(404);
    }

    @Test
    void what_an_editor_corrects_counts_no_longer_until_the_correction_is_taken_back() {
        String read = effects(old, "?kind=commence").extract().path("items[0].id");
        String id = said("{\"kind\": \"commence\", \"since\": \"2019-06-01\", \"corrects\": \"" + read + "\"}");
        effects(old, "?kind=commence").body("items.status", containsInAnyOrder("corrected", "counts"));
        given().get(EVENT, old, id).then().body("corrects", equalTo(read)).body("status", equalTo("counts"));
        Decrees.history(old, "art_1").body("periods.since", contains(null, "2019-06-01"));
        ifMatch("*").delete(EVENT, old, id).then().statusCode(204);
        effects(old, "?kind=commence").body("items.status", contains("counts"));
        Decrees.history(old, "art_1").body("periods.since", contains(null, "2019-05-01"));
    }

    @Test
    void what_an_editor_says_outweighs_what_was_read() {
        said("{\"kind\": \"commence\", \"since\": \"2019-06-01\"}");
        effects(old, "?kind=commence").body("items.status", contains("outweighed", "counts"));
        Decrees.history(old, "art_1").body("periods.since", contains(null, "2019-06-01"));
    }

    @Test
    void a_rejected_event_counts_no_longer_also_when_the_text_is_published_again() {
        String read = effects(old, "?kind=commence").extract().path("items[0].id");
        json("{\"reason\": \"Đọc nhầm.\"}").put(REJECTION, old, read).then().statusCode(200).body("status", equalTo("rejected"))
                .body("rejection.reason", equalTo("Đọc nhầm."));
        Decrees.history(old, "art_1").statusCode(200).body("periods.status", contains("unknown"));
        Editing.retitled(old, "Tên khác");
        Editing.publish(old).then().statusCode(200);
        effects(old, "").body("items.status", contains("rejected")).body("items.id", contains(read));
        Decrees.history(old, "art_1").body("periods.status", contains("unknown"));
        json("{\"reason\": \"Nhầm thật.\"}").put(REJECTION, old, read).then().statusCode(200).body("rejection.reason", equalTo("Nhầm thật."));
        Pages.asAdmin().delete(REJECTION, old, read).then().statusCode(204);
        Pages.asAdmin().delete(REJECTION, old, read).then().statusCode(404);
        effects(old, "").body("items.status", contains("counts")).body("items[0].rejection", nullValue());
        Decrees.history(old, "art_1").body("periods.status", contains("not-yet", "in-force"));
    }

    @Test
    void what_another_text_says_is_rejected_from_either_end() {
        String amending = Editing.published(Decrees.amending("20/2021/NĐ-CP", Decrees.named(OLD)));
        String repeal = effects(old, "?kind=repeal").extract().path("items[0].id");
        json("{\"reason\": \"Không phải.\"}").put(REJECTION, amending, repeal).then().statusCode(200);
        effects(old, "?kind=repeal").body("items[0].status", equalTo("rejected"));
        Decrees.history(old, "art_1").body("periods.status", contains("not-yet", "in-force"));
        Pages.asAdmin().delete(REJECTION, old, repeal).then().statusCode(204);
        Decrees.history(old, "art_1").body("periods.status", contains("not-yet", "in-force", "ended"));
        String other = Editing.published(Decrees.plain("8/2019/NĐ-CP"));
        json("{\"reason\": \"Không phải.\"}").put(REJECTION, other, repeal).then().statusCode(404);
    }

    @Test
    void editors_events_stay_when_the_text_is_published_again_and_when_it_comes_back() {
        String id = said(REPEAL);
        Editing.retitled(old, "Tên khác");
        Editing.publish(old).then().statusCode(200);
        effects(old, "?source=editor").body("items.id", contains(id));
        Editing.remove(old, "Nhầm.").then().statusCode(200);
        say(REPEAL).then().statusCode(410);
        Editing.retitled(old, "Tên cũ");
        Editing.publish(old).then().statusCode(200);
        effects(old, "?source=editor").body("items.id", contains(id));
    }

    @Test
    void an_article_that_carries_a_document_no_more_has_no_events_until_it_carries_one_again() {
        String id = said(REPEAL);
        Editing.patch(old, "*", "{\"directive\": null, \"sections\": null}").then().statusCode(200);
        Editing.publish(old).then().statusCode(200);
        effects(old, "").body("items", hasSize(0));
        given().get(EVENT, old, id).then().statusCode(404);
        Editing.put(old, "*", Decrees.plain(OLD)).then().statusCode(200);
        Editing.publish(old).then().statusCode(200);
        effects(old, "?source=editor").body("items.id", contains(id));
    }

    @Test
    void of_two_editors_who_change_an_event_at_once_one_is_told() {
        Response answer = say(REPEAL);
        String id = answer.path("id");
        String etag = answer.header("ETag");
        List<Integer> statuses = AtOnce.call(2, n -> ifMatch(etag).contentType("application/json")
                .body(REPEAL.replace("2022-01-01", "2022-01-0" + (n + 2))).put(EVENT, old, id).statusCode());
        assertEquals(Set.of(200, 412), Set.copyOf(statuses));
    }

    @Test
    void what_was_read_is_not_changed_and_what_an_editor_said_is_not_rejected() {
        String read = effects(old, "?kind=commence").extract().path("items[0].id");
        ifMatch("*").contentType("application/json").body(REPEAL).put(EVENT, old, read).then().statusCode(409);
        ifMatch("*").delete(EVENT, old, read).then().statusCode(409);
        json("{\"reason\": \"Không.\"}").put(REJECTION, old, said(REPEAL)).then().statusCode(409);
        json("{\"reason\": \"Không.\"}").put(REJECTION, old, UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void only_publishers_say_what_is_in_force_and_the_audit_log_keeps_it() {
        given().contentType("application/json").body(REPEAL).post(EVENTS, old).then().statusCode(401);
        Keys.as("editor").contentType("application/json").body(REPEAL).post(EVENTS, old).then().statusCode(403);
        String id = Keys.as("publisher").contentType("application/json").body(REPEAL).post(EVENTS, old).then().statusCode(201)
                .extract().path("id");
        String read = effects(old, "?kind=commence").extract().path("items[0].id");
        json("{\"reason\": \"Nhầm.\"}").put(REJECTION, old, read).then().statusCode(200);
        Pages.asAdmin().delete(REJECTION, old, read).then().statusCode(204);
        ifMatch("*").contentType("application/json").body(REPEAL).put(EVENT, old, id).then().statusCode(200);
        ifMatch("*").delete(EVENT, old, id).then().statusCode(204);
        Pages.asAdmin().get("/api/v1/audit?subjectId=" + old + "&size=5").then()
                .body("items.action", contains("effect.delete", "effect.change", "effect.restore", "effect.reject", "effect.create"))
                .body("items[4].actor", startsWith("key:the publisher")).body("items[4].details.effect", equalTo(id))
                .body("items[3].details.reason", equalTo("Nhầm."));
    }

    @Test
    void a_request_that_is_sent_again_creates_once() {
        String key = UUID.randomUUID().toString();
        String id = json(REPEAL).header("Idempotency-Key", key).post(EVENTS, old).then().statusCode(201).extract().path("id");
        json(REPEAL).header("Idempotency-Key", key).post(EVENTS, old).then().statusCode(201).body("id", equalTo(id));
        json("{\"kind\": \"repeal\"}").header("Idempotency-Key", key).post(EVENTS, old).then().statusCode(422);
        effects(old, "?source=editor").body("items", hasSize(1));
    }

    @Test
    void readers_and_caches_see_it_at_once() {
        String etag = given().get(EVENTS, old).header("ETag");
        String cursor = given().get("/api/v1/changes?since=now").path("nextCursor");
        said(REPEAL);
        assertNotEquals(etag, given().get(EVENTS, old).header("ETag"));
        given().queryParam("since", cursor).get("/api/v1/changes").then().body("items.kind", hasItem("effects-changed"))
                .body("items.articleId.unique()", contains(old)).body("items[0].purge", hasItem("lists"));
        String slug = given().get(ARTICLES + "/{id}", old).path("slug");
        Pages.asAdmin().contentType("application/json").body("{\"kind\": \"repeal\"}").post(EVENTS, slug).then().statusCode(201);
        Pages.asAdmin().header("Prefer", "return=minimal").contentType("application/json").body("{\"kind\": \"repeal\"}").post(EVENTS, slug)
                .then().statusCode(201).body(equalTo(""));
        assertEquals(3, (int) effects(old, "?source=editor").extract().path("page.totalItems"));
    }

    @Test
    void a_news_item_and_a_draft_have_no_events() {
        json(REPEAL).post(EVENTS, Editing.published(Editing.news("Tin"))).then().statusCode(409).body("detail", containsString("no document"));
        json(REPEAL).post(EVENTS, Editing.created(Decrees.plain("8/2019/NĐ-CP"))).then().statusCode(404);
        json(REPEAL).post(EVENTS, UUID.randomUUID()).then().statusCode(404);
    }
}
