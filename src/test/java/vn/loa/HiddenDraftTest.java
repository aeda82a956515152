package vn.loa;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.PublicCache;
import vn.loa.support.Statements;

/** Anonymous callers cannot tell a draft from an article that does not exist, on any route of the contract. */
@QuarkusTest
class HiddenDraftTest {

    private static final String NOBODYS_ID = "01a206d2-563a-7e8e-8a6a-736bf594a420";
    private static final String NOBODYS_SLUG = "khong-co-bai-nay";

    private String draft;
    private String scheduled;

    @BeforeEach
    void two_articles_that_nobody_may_know_of() {
        draft = Editing.created(Editing.directive("Bí mật", "31-CT/TU").put("slug", "bi-mat"));
        scheduled = Editing.created(Editing.directive("Sắp đăng", "32-CT/TU").put("slug", "sap-dang"));
        Editing.post("/api/v1/schedules", "{\"articleId\": \"" + scheduled
                + "\", \"action\": \"publish\", \"at\": \"2026-07-16T00:00:00Z\"}").then().statusCode(201);
        PublicCache.awaitChangeTimes();
    }

    static Stream<Operation> operations() {
        return OpenApiContract.load().operations().filter(operation ->
                operation.path().contains("{") && !operation.path().startsWith("/problems"));
    }

    /** The same request about an article of this id and slug. */
    private static Response send(Operation operation, String id, String slug) {
        String path = operation.path().replace("{slug}", slug).replace("{eId}", "sec_1").replace("{number}", "1")
                .replace("{from}", "1").replace("{to}", "1").replace("{token}", "x").replace("{day}", "2026-07-01").replaceAll("\\{[A-Za-z]*[iI]d}", id);
        RequestSpecification request = given().redirects().follow(false);
        if (operation.definition().has("requestBody")) {
            String type = operation.definition().path("requestBody").path("content").fieldNames().next();
            request = request.contentType(type).body("{}");
        } else {
            request = request.noContentType();
        }
        return request.request(operation.method().toUpperCase(java.util.Locale.ROOT), path);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_route_answers_as_if_there_were_no_such_article(Operation operation) {
        for (String[] hidden : new String[][] {{draft, "bi-mat"}, {scheduled, "sap-dang"}}) {
            assertSame(() -> send(operation, NOBODYS_ID, NOBODYS_SLUG), () -> send(operation, hidden[0], hidden[1]));
        }
    }

    @Test
    void a_hit_of_a_draft_is_refused_like_one_to_nothing() {
        // The first of a day makes its key.
        hit(NOBODYS_ID);
        assertSame(() -> hit(NOBODYS_ID), () -> hit(draft));
    }

    private static Response hit(String id) {
        return given().header("User-Agent", "Firefox").contentType("application/json").body("{\"articleId\": \"" + id + "\"}").post("/api/v1/hits");
    }

    /** Status, headers and body; and the same work done, which is what decides how long it takes. */
    private static void assertSame(java.util.function.Supplier<Response> nothing, java.util.function.Supplier<Response> hidden) {
        List<Response> answers = new ArrayList<>();
        long statementsOfNothing = Statements.during(() -> answers.add(nothing.get()));
        long statementsOfHidden = Statements.during(() -> answers.add(hidden.get()));
        Response expected = answers.get(0);
        Response actual = answers.get(1);
        assertTrue(actual.statusCode() == 404 || actual.statusCode() == 401 || actual.statusCode() == 400, actual.asString());
        assertEquals(expected.statusCode(), actual.statusCode());
        assertEquals(headers(expected), headers(actual));
        assertEquals(body(expected), body(actual));
        assertEquals(statementsOfNothing, statementsOfHidden, "the same work");
    }

    private static List<Map.Entry<String, String>> headers(Response response) {
        // The tag of an article repeats the id that was asked for.
        return response.headers().asList().stream().map(header -> Map.entry(header.getName(),
                header.getValue().replaceFirst("^article-[0-9a-f-]{36}$", "article-"))).toList();
    }

    private static String body(Response response) {
        return response.asString().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
    }

    @Test
    void lists_counters_and_citations_say_nothing_of_drafts() {
        String citing = Editing.published(Editing.news("Tin").put("body",
                "<p>Theo Chỉ thị số 31-CT/TU và Chỉ thị số 32-CT/TU.</p>"));
        String all = given().get("/api/v1/articles").asString()
                + given().get("/api/v1/articles/{id}/citations", citing).asString()
                + given().get("/api/v1/articles/{id}?include=citations", citing).asString()
                + given().get("/api/v1/feeds/articles.json").asString()
                + given().get("/api/v1/sitemap.xml").asString()
                + given().get("/api/v1/changes").asString()
                + given().get("/api/v1/visitors").asString();
        for (String secret : List.of(draft, scheduled, "bi-mat", "sap-dang", "Bí mật", "\"resolved\"")) {
            assertTrue(!all.contains(secret), secret);
        }
        given().get("/api/v1/articles").then().body("page.totalItems", org.hamcrest.Matchers.equalTo(1));
    }
}
