package vn.loa.imports.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import vn.loa.support.Keys;
import vn.loa.support.Pages;

/** Who may do what with whose job, and whom the audit log names. */
@QuarkusTest
class ImportCallersTest {

    private static final String WITH_VIEWS = "{\"source\": \"1\", \"title\": \"Một\", \"views\": 3}";

    private static String receiving(RequestSpecification caller) {
        return caller.noContentType().queryParam("contentType", Jobs.LINES).queryParam("publish", true).post(Jobs.JOBS).then().statusCode(202)
                .extract().path("id");
    }

    private static ValidatableResponse put(RequestSpecification caller, String id, String text) {
        return caller.contentType("application/octet-stream").body(text.getBytes(StandardCharsets.UTF_8))
                .put(Jobs.JOBS + "/" + id + "/parts/1").then();
    }

    private static ValidatableResponse step(RequestSpecification caller, String id, String step) {
        return caller.post(Jobs.JOBS + "/" + id + "/" + step).then();
    }

    /** What the audit log has of an action, by actor. */
    private static List<Map<String, ?>> audited(String actor, String action) {
        return Pages.asAdmin().queryParam("actor", actor).queryParam("action", action).get("/api/v1/audit").then().statusCode(200)
                .extract().path("items");
    }

    @Test
    void a_publisher_feeds_starts_and_resumes_no_job_of_an_admin() {
        String publisher = Keys.make("p", "publisher");
        String id = receiving(Pages.asAdmin());
        put(Keys.showing(publisher), id, WITH_VIEWS).statusCode(403).body("code", equalTo("forbidden"));
        Pages.asAdmin().get(Jobs.JOBS + "/" + id + "/parts").then().body("parts", empty());
        put(Pages.asAdmin(), id, WITH_VIEWS).statusCode(200);
        put(Keys.showing(publisher), id, WITH_VIEWS.replace('3', '9')).statusCode(403);
        step(Keys.showing(publisher), id, "start").statusCode(403);
        step(Pages.asAdmin(), id, "start").statusCode(202);
        step(Keys.showing(publisher), id, "pause").statusCode(200);
        step(Keys.showing(publisher), id, "resume").statusCode(403);
        assertEquals("paused", Jobs.get(id).getString("state"));
        step(Pages.asAdmin(), id, "resume").statusCode(200);
        Jobs.ended(id, "done");
        given().get("/api/v1/articles/mot/views").then().body("views", equalTo(3));
        step(Keys.showing(publisher), id, "undo").statusCode(202);
        step(Keys.showing(publisher), id, "pause").statusCode(200);
        step(Keys.showing(publisher), id, "resume").statusCode(200);
        Jobs.ended(id, "undone");
        step(Keys.showing(publisher), "01a206d2-563a-7e8e-8a6a-736bf594a450", "start").statusCode(404);
    }

    @Test
    void a_publisher_stops_a_job_of_an_admin() {
        String id = receiving(Pages.asAdmin());
        step(Keys.as("publisher"), id, "cancel").statusCode(200).body("state", equalTo("cancelled"));
    }

    @Test
    void the_audit_log_has_each_part_and_who_sent_it() {
        String id = receiving(Keys.showing(Keys.make("maker", "publisher")));
        String text = Jobs.article("1", "Một");
        put(Keys.showing(Keys.make("sender", "publisher")), id, text).statusCode(200);
        assertEquals(List.of(Map.of("sourceName", "default", "part", 1, "size", text.getBytes(StandardCharsets.UTF_8).length, "sha256",
                DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8)))),
                audited("key:sender", "import-job.put").stream().map(entry -> entry.get("details")).toList());
        assertEquals(List.of(), audited("key:maker", "import-job.put"));
    }

    @Test
    void an_undo_is_in_the_name_of_the_one_who_wants_it() {
        String maker = Keys.make("maker", "publisher");
        String id = receiving(Keys.showing(maker));
        put(Keys.showing(maker), id, Jobs.article("1", "Một") + "\n" + Jobs.article("2", "Hai")).statusCode(200);
        step(Keys.showing(maker), id, "start").statusCode(202);
        Jobs.ended(id, "done");
        step(Keys.showing(Keys.make("undoer", "publisher")), id, "undo").statusCode(202);
        Jobs.ended(id, "undone");
        assertEquals(2, audited("key:undoer", "article.remove").size());
        assertEquals(List.of(), audited("key:maker", "article.remove"));
        Pages.asAdmin().queryParam("actor", "key:maker").get("/api/v1/audit").then().body("items.action", hasItem("article.publish"));
    }
}
