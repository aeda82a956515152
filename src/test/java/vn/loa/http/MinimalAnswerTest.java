package vn.loa.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.Pages;
import vn.loa.support.ResourceMethods;

/** {@code Prefer: return=minimal} on everything that answers with what it has written. */
@QuarkusTest
class MinimalAnswerTest {

    /** Their answers have what cannot be read later, or nothing was written. */
    private static final Set<String> NEVER_MINIMAL = Set.of("createKey", "createPreview", "recordHit", "checkCitations",
            "callAgentTools", "createExport", "importExport", "putVisitorDays", "putViewsOfMany", "recordOldAddresses", "recordOldAddressTable", "createImportJob",
            "putImportPart", "startImportJob", "pauseImportJob", "resumeImportJob", "cancelImportJob", "undoImportJob",
            "createWebhook", "rotateWebhookSecret", "testWebhook", "resumeWebhook", "replayWebhook");
    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static RequestSpecification minimal() {
        return Pages.asAdmin().header("Prefer", "return=minimal");
    }

    private static ValidatableResponse step(String id, String step, String body) {
        return minimal().header("If-Match", "*").contentType("application/json").body(body)
                .post("/api/v1/articles/" + id + "/" + step).then();
    }

    private static void assertMinimal(ValidatableResponse answer) {
        answer.statusCode(200).header("Preference-Applied", equalTo("return=minimal")).header("Content-Type", nullValue())
                .header("Content-Length", equalTo("0")).header("ETag", notNullValue());
    }

    @Test
    void what_is_created_is_named_and_not_shown() {
        String address = minimal().contentType("application/json").body(Editing.news("Tin").toString()).post("/api/v1/articles").then()
                .statusCode(201).header("Preference-Applied", equalTo("return=minimal")).header("ETag", notNullValue())
                .header("Content-Length", equalTo("0")).extract().header("Location");
        Pages.asAdmin().get(address).then().statusCode(200).body("title", equalTo("Tin"));
        String file = minimal().contentType("image/png").body(PNG).queryParam("fileName", "anh.png").post("/api/v1/media").then()
                .statusCode(201).header("Preference-Applied", equalTo("return=minimal")).extract().header("Location");
        Pages.asAdmin().get(file).then().statusCode(200).body("fileName", equalTo("anh.png"));
    }

    @Test
    void a_draft_is_changed_again_and_again_without_being_read() {
        String id = Editing.created(Editing.news("Tin"));
        String tag = Editing.etag(id);
        for (String title : new String[] {"Hai", "Ba", "Bốn"}) {
            ValidatableResponse answer = minimal().header("If-Match", tag).contentType("application/merge-patch+json")
                    .body("{\"title\":\"" + title + "\"}").patch(Editing.DRAFT, id).then();
            assertMinimal(answer);
            tag = answer.extract().header("ETag");
        }
        assertMinimal(minimal().header("If-Match", tag).contentType("application/json").body(Editing.news("Năm").toString())
                .put(Editing.DRAFT, id).then());
        Editing.draft(id).then().body("title", equalTo("Năm"));
    }

    @Test
    void a_category_likewise() {
        String address = minimal().contentType("application/json").body("{\"title\":\"Tin tức\"}").post("/api/v1/categories").then()
                .statusCode(201).header("Preference-Applied", equalTo("return=minimal")).extract().header("Location");
        assertMinimal(minimal().header("If-Match", "*").contentType("application/merge-patch+json").body("{\"order\":3}").patch(address)
                .then());
        given().get(address).then().statusCode(200).body("order", equalTo(3));
    }

    @Test
    void every_step_of_an_article_can_be_told_shortly() {
        String id = Editing.created(Editing.news("Tin"));
        assertMinimal(step(id, "publish", "{}"));
        Editing.retitled(id, "Tin hai");
        assertMinimal(step(id, "restore", "{\"revision\":1}"));
        minimal().contentType("application/json").body("{\"action\":\"withdraw\",\"articleId\":\"" + id
                + "\",\"at\":\"2030-01-01T00:00:00Z\",\"explanation\":\"Cũ.\"}").post("/api/v1/schedules").then().statusCode(201)
                .header("Preference-Applied", equalTo("return=minimal")).header("Location", notNullValue());
        assertMinimal(step(id, "withdraw", "{\"explanation\":\"Cũ.\"}"));
        assertMinimal(step(id, "remove", "{\"explanation\":\"Sai.\"}"));
    }

    @Test
    void a_repeated_request_is_answered_as_it_prefers_this_time() {
        String body = Editing.news("Tin").toString();
        String key = "key-" + System.nanoTime();
        String id = Pages.asAdmin().header("Idempotency-Key", key).contentType("application/json").body(body).post("/api/v1/articles")
                .then().statusCode(201).extract().path("id");
        minimal().header("Idempotency-Key", key).contentType("application/json").body(body).post("/api/v1/articles").then()
                .statusCode(201).header("Preference-Applied", equalTo("return=minimal"));
        Pages.asAdmin().header("Idempotency-Key", key).contentType("application/json").body(body).post("/api/v1/articles").then()
                .statusCode(201).header("Preference-Applied", nullValue()).body("id", equalTo(id));
    }

    @Test
    void an_import_is_told_shortly_and_a_dry_run_in_full() {
        String page = Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung.");
        minimal().contentType("text/plain; charset=utf-8").body(page.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?dryRun=true").then().statusCode(200).header("Preference-Applied", nullValue())
                .body("article.title", equalTo("Tin"));
        minimal().contentType("text/plain; charset=utf-8").body(page.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports").then().statusCode(201).header("Preference-Applied", equalTo("return=minimal"));
    }

    @Test
    void what_can_be_read_only_now_is_told_in_full() {
        minimal().contentType("application/json").body(Map.of("name", "máy " + System.nanoTime(), "roles", new String[] {"editor"}))
                .post("/api/v1/keys").then().statusCode(201).header("Preference-Applied", nullValue()).body("key", notNullValue());
    }

    @Test
    void a_refusal_is_told_in_full() {
        minimal().contentType("application/json").body("{}").post("/api/v1/articles").then().statusCode(422)
                .header("Preference-Applied", nullValue()).body("errors[0].pointer", equalTo("/title"));
        given().header("Prefer", "return=minimal").get("/api/v1/articles").then().statusCode(200).body("items", notNullValue());
    }

    @Test
    void every_write_that_answers_with_something_says_in_the_contract_that_it_may_be_minimal() {
        OpenApiContract contract = OpenApiContract.load();
        Set<String> answering = new TreeSet<>();
        Set<String> documented = new TreeSet<>();
        Set<String> marked = new TreeSet<>();
        contract.operations().filter(operation -> !operation.method().equals("get")).forEach(operation -> {
            String id = operation.definition().path("operationId").asText();
            for (String status : new String[] {"200", "201"}) {
                if (contract.resolve(operation.definition().path("responses").path(status)).has("content")) {
                    answering.add(id);
                }
            }
            if (StreamSupport.stream(operation.definition().path("parameters").spliterator(), false)
                    .anyMatch(parameter -> parameter.path("$ref").asText().endsWith("/PreferMinimal"))) {
                documented.add(id);
            }
            ResourceMethods.byAddress().getOrDefault(operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path(),
                    java.util.List.of()).stream().filter(code -> code.method().isAnnotationPresent(MayBeMinimal.class))
                    .forEach(code -> marked.add(id));
        });
        answering.removeAll(NEVER_MINIMAL);
        assertEquals(answering, documented);
        assertEquals(documented, marked);
    }
}
