package vn.loa;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.PlainHttp;
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

    private static Stream<Operation> operations() {
        return OpenApiContract.load().operations().filter(operation ->
                operation.path().contains("{") && !operation.path().startsWith("/problems"));
    }

    /** The same request about an article of this id, which its path names by this address. */
    private static HttpResponse<String> send(Operation operation, String id, String address) {
        String path = operation.path().replace("{article}", address).replace("{eId}", "sec_1").replace("{number}", "1")
                .replace("{other}", "1").replace("{token}", "x").replace("{day}", "2026-07-01").replace("{category}", "tin-tuc").replaceAll("\\{[A-Za-z]*[iI]d}", id);
        String method = operation.method().toUpperCase(Locale.ROOT);
        if (!operation.definition().has("requestBody")) {
            return PlainHttp.send(method, path, "");
        }
        String type = operation.definition().path("requestBody").path("content").fieldNames().next();
        return PlainHttp.send(method, path, "{}", "Content-Type", type);
    }

    @Test
    void every_route_answers_as_if_there_were_no_such_article() {
        assertAll(operations().map(operation -> () -> {
            for (String[] hidden : new String[][] {{draft, "bi-mat"}, {scheduled, "sap-dang"}}) {
                assertSame(operation + " by id", () -> send(operation, NOBODYS_ID, NOBODYS_ID),
                        () -> send(operation, hidden[0], hidden[0]));
                assertSame(operation + " by slug", () -> send(operation, NOBODYS_ID, NOBODYS_SLUG),
                        () -> send(operation, hidden[0], hidden[1]));
            }
        }));
    }

    @Test
    void a_hit_of_a_draft_is_refused_like_one_to_nothing() {
        // The first of a day makes its key.
        hit(NOBODYS_ID);
        assertSame("a hit", () -> hit(NOBODYS_ID), () -> hit(draft));
    }

    private static HttpResponse<String> hit(String id) {
        return PlainHttp.send("POST", "/api/v1/hits", "{\"articleId\": \"" + id + "\"}", "User-Agent", "Firefox",
                "Content-Type", "application/json");
    }

    /** Status, headers and body; and the same work done, which is what decides how long it takes. */
    private static void assertSame(String what, Supplier<HttpResponse<String>> nothing, Supplier<HttpResponse<String>> hidden) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        long statementsOfNothing = Statements.during(() -> answers.add(nothing.get()));
        long statementsOfHidden = Statements.during(() -> answers.add(hidden.get()));
        HttpResponse<String> expected = answers.get(0);
        HttpResponse<String> actual = answers.get(1);
        assertTrue(Set.of(404, 401, 400).contains(actual.statusCode()), () -> what + " " + actual.body());
        assertEquals(expected.statusCode(), actual.statusCode(), what);
        assertEquals(headers(expected), headers(actual), what);
        assertEquals(body(expected), body(actual), what);
        assertEquals(statementsOfNothing, statementsOfHidden, what + ": the same work");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(response.headers().map());
        // The tag of an article repeats the id that was asked for.
        headers.computeIfPresent("cache-tag", (name, tags) -> tags.stream()
                .map(tag -> tag.replaceFirst("^article-[0-9a-f-]{36}$", "article-")).toList());
        return headers;
    }

    private static String body(HttpResponse<String> response) {
        return response.body().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
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
