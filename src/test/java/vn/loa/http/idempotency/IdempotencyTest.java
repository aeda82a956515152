package vn.loa.http.idempotency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.Pages;
import vn.loa.support.TestClock;

/** Requests that are sent again because their answers were lost. */
@QuarkusTest
class IdempotencyTest {

    /** One transparent pixel. */
    private static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private static Response create(String key, String title) {
        return Pages.asAdmin().header("Idempotency-Key", key).contentType("application/json")
                .body(Editing.news(title).toString()).post(Editing.ARTICLES);
    }

    private static void assertArticles(int expected) {
        Pages.asAdmin().get("/api/v1/drafts").then().body("page.totalItems", equalTo(expected));
    }

    @Test
    void the_same_request_gets_the_same_answer_and_creates_once() {
        Response first = create("one", "Tin");
        first.then().statusCode(201);
        clock.advance(Duration.ofHours(23));
        Response again = create("one", "Tin");
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        for (String header : List.of("Location", "ETag", "Cache-Control", "Content-Type")) {
            assertEquals(first.header(header), again.header(header), header);
        }
        assertArticles(1);
    }

    @Test
    void a_key_stands_for_one_request() {
        create("one", "Tin").then().statusCode(201);
        create("one", "Tin khác").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        Pages.page(Pages.news("Trang", "08:00:00 01-06-2024", "Nội dung.")).header("Idempotency-Key", "one")
                .post("/api/v1/imports").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        create("two", "Tin").then().statusCode(201);
        assertArticles(2);
    }

    @Test
    void after_a_day_a_key_is_forgotten() {
        create("one", "Tin").then().statusCode(201);
        clock.advance(Duration.ofHours(24));
        create("one", "Tin khác").then().statusCode(201);
        assertArticles(2);
    }

    @Test
    void what_was_refused_can_be_sent_again() {
        create("one", "").then().statusCode(422);
        create("one", "Tin").then().statusCode(201);
        assertArticles(1);
    }

    @Test
    void an_import_is_not_refused_as_a_repetition_of_itself() {
        Response first = Pages.fixture("canonical.txt").header("Idempotency-Key", "one").post("/api/v1/imports");
        Response again = Pages.fixture("canonical.txt").header("Idempotency-Key", "one").post("/api/v1/imports");
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        Pages.fixture("canonical.txt").header("Idempotency-Key", "two").post("/api/v1/imports").then().statusCode(409);
    }

    @Test
    void of_many_at_once_one_creates_and_the_others_are_told_to_wait_or_get_its_answer() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Response>> sent = new ArrayList<>();
            for (int n = 0; n < 24; n++) {
                sent.add(clients.submit(() -> create("one", "Tin")));
            }
            List<String> ids = new ArrayList<>();
            for (Future<Response> answer : sent) {
                assertTrue(List.of(201, 409).contains(answer.get().statusCode()), answer.get().asString());
                if (answer.get().statusCode() == 201) {
                    ids.add(answer.get().path("id"));
                } else {
                    assertEquals("request-in-progress", answer.get().path("code"));
                }
            }
            assertEquals(1, ids.stream().distinct().count(), ids.toString());
        } finally {
            clients.shutdown();
        }
        assertArticles(1);
    }

    @Test
    void a_repetition_changes_nothing_even_after_its_article_went_on() {
        String id = create("one", "Tin").path("id");
        Editing.publish(id).then().statusCode(200);
        create("one", "Tin").then().statusCode(201).body("state", equalTo("draft"));
        Pages.asAdmin().get("/api/v1/drafts").then().body("items", hasSize(0));
    }

    /** Every operation of the contract that answers 201 is here. */
    @Test
    void everything_that_creates_can_be_repeated() {
        String draft = Editing.created(Editing.news("Tin"));
        String document = Editing.published(Editing.directive("Chỉ thị", "8-CT/TU"));
        Map<String, Supplier<Response>> creations = Map.of(
                "createEffect", () -> post("h", "/api/v1/articles/" + document + "/effects", "{\"kind\": \"repeal\"}"),
                "createConsolidation", () -> Pages.asAdmin().header("Idempotency-Key", "i")
                        .post("/api/v1/articles/" + document + "/consolidation"),
                "createArticle", () -> create("a", "Khác"),
                "importPage", () -> Pages.fixture("canonical.txt").header("Idempotency-Key", "b").post("/api/v1/imports"),
                "createSchedule", () -> post("c", "/api/v1/schedules", "{\"articleId\": \"" + draft
                        + "\", \"action\": \"publish\", \"at\": \"2026-07-16T00:00:00Z\"}"),
                "createPreview", () -> post("d", "/api/v1/previews", "{\"articleId\": \"" + draft + "\"}"),
                "createCategory", () -> post("g", "/api/v1/categories", "{\"title\": \"Tin\"}"),
                "createWebhook", () -> post("j", "/api/v1/webhooks", "{\"name\": \"x\", \"url\": \"https://www.example.vn/loa\"}"),
                "createKey", () -> post("e", "/api/v1/keys", "{\"name\": \"x\", \"roles\": [\"editor\"]}"),
                "uploadMedia", () -> Pages.asAdmin().header("Idempotency-Key", "f").contentType("image/gif")
                        .body(GIF).queryParam("fileName", "a.gif").post("/api/v1/media"));
        Set<String> inContract = OpenApiContract.load().operations()
                .filter(operation -> operation.definition().path("responses").has("201"))
                .map(operation -> operation.definition().path("operationId").asText()).collect(Collectors.toSet());
        assertEquals(inContract, creations.keySet());
        creations.forEach((name, creation) -> {
            Response first = creation.get();
            Response again = creation.get();
            assertEquals(201, first.statusCode(), first.asString());
            assertEquals(201, again.statusCode(), again.asString());
            assertEquals(first.asString(), again.asString(), name);
            assertEquals(first.header("Location"), again.header("Location"), name);
        });
    }

    private static Response post(String key, String path, String body) {
        return Pages.asAdmin().header("Idempotency-Key", key).contentType("application/json").body(body).post(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b"})
    void a_key_of_the_wrong_form_is_refused(String key) {
        create(key, "Tin").then().statusCode(400);
        create("x".repeat(256), "Tin").then().statusCode(400);
        assertArticles(0);
    }

    @Test
    void the_answer_is_not_readable_in_the_database() throws Exception {
        create("one", "Bí mật").then().statusCode(201);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key_hash || request_hash || answer from idempotent_answer")) {
            assertTrue(rows.next());
            String stored = new String(rows.getBytes(1), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(!stored.contains("Bí mật") && !stored.contains("one"), stored);
        }
    }
}
