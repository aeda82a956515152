package vn.loa.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.Pages;
import vn.loa.support.TestDatabase;

/** The {@code Host} of a request, and forwarded ones, change no answer: a cache gives the answer to every client. */
@QuarkusTest
class ForeignHostTest {

    private static final Map<String, String> FOREIGN = Map.of("Host", "evil.example:81", "X-Forwarded-Host", "evil.example",
            "X-Forwarded-Proto", "https", "X-Forwarded-Port", "444", "X-Forwarded-Prefix", "/evil", "X-Forwarded-Server", "evil.example",
            "X-Original-URL", "/evil", "Forwarded", "host=evil.example;proto=https;for=192.0.2.1");
    /** Headers whose values depend on the moment of the answer. */
    private static final List<String> OF_THE_MOMENT = List.of("cache-control", "date", "traceresponse");

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private static RequestSpecification foreign() {
        return given().redirects().follow(false).headers(FOREIGN).header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
    }

    private static void assertPath(Response answer, int status, String path) {
        assertEquals(status, answer.statusCode());
        assertEquals(path, answer.header("Location"));
        assertFalse(said(answer).contains("evil"), said(answer));
    }

    private static String said(Response answer) {
        String headers = answer.headers().asList().stream().filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase()))
                .map(Header::toString).sorted().collect(Collectors.joining("\n"));
        return (answer.statusCode() + "\n" + headers + "\n\n" + answer.asString())
                .replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void what_moved_is_at_a_path() {
        String kept = Editing.published(Editing.directive("Giữ", "31-CT/TU").put("slug", "cu"));
        Editing.patch(kept, "*", "{\"slug\": \"moi\"}").then().statusCode(200);
        Editing.publish(kept).then().statusCode(200);
        String removed = Editing.published(Editing.news("Bỏ").put("slug", "bo"));
        Editing.step(removed, "remove", Map.of("explanation", "Trùng", "redirectTo", kept)).then().statusCode(200);
        String articles = "/api/v1/articles/";
        for (int time = 0; time < 2; time++) {
            assertPath(foreign().get(articles + "cu"), 301, articles + "moi");
            assertPath(foreign().get(articles + "cu?include=sections&at=2026-07-15"), 301,
                    articles + "moi?include=sections&at=2026-07-15");
            assertPath(foreign().get(articles + removed), 301, articles + kept);
            assertPath(foreign().get(articles + "bo?fields=title"), 301, articles + kept + "?fields=title");
            assertPath(foreign().accept("text/html").get("/api/v1/resolve?q=31-CT/TU"), 303, articles + "moi/html");
        }
        Editing.published(Editing.directive("Khác", "31-CT/TU"));
        assertPath(foreign().accept("text/html").get("/api/v1/resolve?q=31-CT/TU"), 300, null);
    }

    @Test
    void what_was_made_is_at_a_path() {
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Response made = foreign().header("Idempotency-Key", key).contentType("application/json")
                    .body(Editing.news("Tin").toString()).post("/api/v1/articles");
            assertPath(made, 201, "/api/v1/articles/" + made.path("id") + "/draft");
        }
        String id = Editing.created(Editing.news("Tin khác"));
        Response schedule = foreign().contentType("application/json").body("{\"articleId\": \"" + id
                + "\", \"action\": \"publish\", \"at\": \"2026-07-15T06:00:00Z\"}").post("/api/v1/schedules");
        assertPath(schedule, 201, "/api/v1/schedules/" + schedule.path("id"));
        Response made = foreign().contentType("application/json").body("{\"name\": \"newsroom\", \"roles\": [\"editor\"]}")
                .post("/api/v1/keys");
        assertPath(made, 201, "/api/v1/keys/" + made.path("id"));
        Response preview = foreign().contentType("application/json").body("{\"articleId\": \"" + id + "\"}").post("/api/v1/previews");
        assertPath(preview, 201, preview.path("url"));
        Response file = foreign().contentType("image/png").queryParam("fileName", "a.png").body(PNG)
                .post("/api/v1/media");
        assertPath(file, 201, file.path("url") + "/info");
        Response draft = foreign().contentType("text/plain; charset=utf-8").body(Pages.news("Tin nhập", "08:00:00 01-06-2024", "Nội dung.")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)).post("/api/v1/imports");
        assertPath(draft, 201, "/api/v1/articles/" + draft.path("article.id") + "/draft");
    }

    private static final byte[] PNG = java.util.Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** Every operation that reads, at an address where something is and at one where nothing is. */
    @Test
    void every_reading_operation_answers_the_same_under_any_host() {
        Map<String, String> values = values();
        List<Executable> checks = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        OpenApiContract.load().operations().filter(operation -> operation.method().equals("get"))
                .map(OpenApiContract.Operation::path)
                // The event stream never ends. Its events are the answers of GET /visitors.
                .filter(path -> !path.endsWith("/stream")).forEach(paths::add);
        assertTrue(paths.size() > 30, paths.toString());
        for (String path : paths) {
            Stream.of(filled(path, values), path.replaceAll("\\{[^}]+}", NOTHING)).distinct()
                    .flatMap(address -> Stream.of(address, address + "?nonsense=1"))
                    .flatMap(address -> Stream.of("application/json", "text/html").map(type -> Map.entry(address, type)))
                    .forEach(each -> checks.add(() -> assertSame(each.getKey(), each.getValue())));
        }
        assertAll(checks);
    }

    private static void assertSame(String address, String accept) {
        RequestSpecification ours = given().redirects().follow(false).header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
        Response here = ours.accept(accept).get(address);
        Response foreign = foreign().accept(accept).get(address);
        assertEquals(said(here), said(foreign), address + " as " + accept);
        assertFalse(said(foreign).contains("evil"), address);
    }

    private static String filled(String path, Map<String, String> values) {
        String filled = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (path.startsWith(value.getKey().replaceAll(" .*", ""))) {
                filled = filled.replace(value.getKey().replaceAll(".* ", ""), value.getValue());
            }
        }
        return filled.replace("{code}", "not-found").replaceAll("\\{[^}]+}", NOTHING) + (path.endsWith("/resolve") || path.endsWith("/search") || path.endsWith("/suggest") ? "?q=31-CT/TU" : "");
    }

    /** By the beginning of the path and the parameter. */
    private static Map<String, String> values() {
        String id = Editing.published(Editing.directive("Chỉ thị", "31-CT/TU").put("slug", "chi-thi"));
        Editing.retitled(id, "Chỉ thị mới");
        Editing.publish(id).then().statusCode(200);
        Editing.retitled(id, "Chỉ thị mới hơn");
        String schedule = Editing.post("/api/v1/schedules", "{\"articleId\": \"" + id
                + "\", \"action\": \"publish\", \"at\": \"2026-07-15T06:00:00Z\"}").path("id").toString();
        String preview = Editing.post("/api/v1/previews", "{\"articleId\": \"" + id + "\"}").path("url");
        String file = Pages.asAdmin().contentType("image/png").queryParam("fileName", "a.png").body(PNG)
                .post("/api/v1/media").path("id");
        return Map.of("/api/v1/articles {article}", id, "/api/v1/articles {eId}", "sec_1",
                "/api/v1/articles {number}", "1", "/api/v1/articles {other}", "2",
                "/api/v1/schedules {id}", schedule, "/api/v1/previews {token}", preview.substring(preview.lastIndexOf('/') + 1),
                "/api/v1/media {id}", file);
    }
}
